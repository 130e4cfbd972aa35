extension VisitTemplate {
  /// Visits of an emergency department and stays for observation, as the hospital bills them.
  static let emergencyVisits = """
    visit Fluid and pushes
    emergency | left | 00:10-21:00
      bag saline purpose=hydration : 96-150 = 96361x2 -- less five minutes of pushes: 91 to 145
      push ondansetron beside=5-10 min=2 = 96374
      push metoclopramide/ketorolac beside=15-25 min=3 = 96375

    visit One push
    emergency | right | 00:10-22:00
      push ondansetron/ketorolac/metoclopramide = 96374

    visit Pain treated by pushes of one drug
    emergency | left | 06:00-20:00
      push morphine = 96374
      push morphine every=31-60 = 96376
      maybe push ondansetron beside=3-9 = 96375

    visit Pushes of one drug too close together
    emergency | right | 06:00-20:00
      push hydromorphone = 96374
      push hydromorphone every=10-30 = none
      slip repeated_push_too_soon 96376

    visit Push, antibiotic and fluid one after the other
    emergency | left | 00:10-18:00
      push ketorolac = 96375
      bag ceftriaxone : 16-60 = 96365
      bag saline purpose=hydration : 31-90 = 96361

    visit Antibiotics side by side
    emergency | left | 04:00-16:00
      bag vancomycin lumen=proximal : 91-150 = 96365 96366
      bag cefepime lumen=distal beside=5-30 : 30-60 = 96368
      maybe push ondansetron = 96375

    visit Magnesium on one arm, an antibiotic on the other
    emergency | left right | 06:00-16:00 | other
      bag vancomycin because=incompatible-drugs : 100-150 = 96365 96366
      bag magnesium at=right beside=10-20 because=incompatible-drugs : 30-60 = 96365-59

    visit Antibiotic and pushes on two arms
    emergency | left right | 06:00-16:00 | other
      bag piperacillin because=incompatible-drugs : 60-90 = 96365
      push ondansetron at=right beside=5-15 because=incompatible-drugs = 96374-59
      push morphine at=right beside=20-30 = 96375

    visit Bolus, then the drip of the same drug
    emergency | left | 06:00-16:00
      push diltiazem = none -- within thirty minutes of the drip
      bag diltiazem-drip gap=3-10 rate : 91-150 = 96365 96366
      slip bolus_before_drip 96375

    visit Vitamins in fluid
    emergency | right | 06:00-16:00
      bag vitamins : 61-90 = 96365
      slip vitamins_as_hydration 96361

    visit Fluid with potassium
    emergency | right | 06:00-16:00
      bag potassium-fluid purpose=hydration : 91-150 = 96360 96361

    visit Fluid that keeps the vein open
    emergency | left | 06:00-16:00
      push ketorolac = 96374
      bag saline purpose=kvo : 60-180 = none
      slip keep_open_as_hydration 96361

    visit Two shots
    emergency | left | 06:00-22:00
      im ketorolac = 96372
      im ceftriaxone-shot = 96372

    visit Two arms, and nobody says why
    emergency | left right | 06:00-16:00 | other
      bag vancomycin : 100-150 = 96365 96366
      bag cefepime at=right beside=10-20 : 30-60 = 96365-59

    visit Infusion without a stop time
    emergency | right | 06:00-20:00
      bag ceftriaxone nostop = 96374
      slip infusion_without_stop 96366

    visit Fluid without a stop time
    emergency | right | 06:00-20:00
      push ondansetron = 96374
      bag saline nostop = none

    visit Held and canceled doses
    emergency | left | 06:00-20:00
      canceled morphine
      held ketorolac
      push ondansetron = 96374
      slip not_given 96375

    visit Back for fluid on the day of a push
    emergency | left | 06:00-08:00
      push ketorolac = 96374
    later emergency | right | 15:00-21:00
      bag saline purpose=hydration : 31-90 = 96360-59 : 91-150 = 96360-59 96361

    visit Fluid over midnight
    observation | left | 22:10-23:20
      bag saline purpose=hydration : 151-210 = 96360 96361x2

    visit Antibiotic every eight hours
    observation | left | 05:00-06:00
      bag cefepime : 31-60 = 96365
      bag cefepime gap=400-420 : 31-60 = 96366
      bag cefepime gap=400-420 : 31-60 = 96366

    visit Same antibiotic again, and short
    observation | left | 06:00-10:00
      bag ceftriaxone : 30-60 = 96365
      bag ceftriaxone gap=300-400 : 16-30 = none
      slip same_drug_too_short 96366

    visit Pain through a day
    observation | right | 05:00-07:00
      push morphine = 96374
      push morphine every=110-130 = 96376
      push morphine every=110-130 = 96376
      push morphine every=110-130 = 96376

    visit Antibiotic in the evening, fluid in the morning
    observation | left | 20:00-22:00
      bag cefepime : 31-60 = 96365
      bag saline gap=500-600 purpose=hydration : 31-90 = 96361

    visit Antibiotic over midnight, and again in the morning
    observation | right | 23:00-23:40
      bag vancomycin : 91-150 = 96365 96366
      bag vancomycin gap=420-480 : 61-90 = 96366
      maybe push ondansetron gap=30-60 = 96375

    visit Longest drug first
    observation | left | 06:00-12:00
      bag piperacillin : 31-60 = 96367
      bag vancomycin gap=6-20 : 91-150 = 96365 96366
      bag saline purpose=hydration : 31-90 = 96361

    visit Fluid with a pause
    observation | right | 06:00-16:00
      bag ringers purpose=hydration paused rate : 91-150 = 96360 96361
    """
}
