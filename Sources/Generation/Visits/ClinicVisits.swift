extension VisitTemplate {
  /// Visits of an infusion centre, as its hospital bills them.
  static let clinicVisits = """
    visit Paclitaxel, then carboplatin
    clinic | port | 07:30-09:30
      flush saline-flush
      push diphenhydramine = 96375
      maybe push famotidine = 96375
      bag paclitaxel : 151-210 = 96413 96415x2 : 211-270 = 96413 96415x3
      bag carboplatin gap=6-15 : 31-60 = 96417
      maybe bag saline purpose=hydration : 31-90 = 96361
      flush saline-flush
      slip flush_beside_drug 96523

    visit Oxaliplatin with leucovorin, fluorouracil by push and pump
    clinic | port | 08:00-10:00
      push dexamethasone = 96375
      maybe bag ondansetron-bag : 16-30 = 96367
      bag oxaliplatin lumen=proximal : 115-140 = 96413 96415
      bag leucovorin lumen=distal beside=0 : same = 96368 -- runs beside it all the time
      push fluorouracil = 96411
      pump fluorouracil-pump = 96416

    visit Antibody against a tumour, half an hour
    clinic | left | 08:00-15:00
      bag pembrolizumab : 25-40 = 96413

    visit Two antibodies, one after the other
    clinic | port | 08:00-11:00
      bag pertuzumab : 60-90 = 96413
      bag trastuzumab : 30-45 = 96417
      flush saline-flush

    visit Rituximab with its premedication
    clinic | left | 07:30-09:30
      po acetaminophen-tablet
      push diphenhydramine = 96375
      maybe push methylprednisolone = 96375
      bag rituximab rate : 151-210 = 96413 96415x2 : 211-270 = 96413 96415x3 : 271-330 = 96413 96415x4

    visit Chemotherapy pushes outrank infusions
    clinic | port | 08:00-12:00
      push doxorubicin = 96409
      push vincristine = 96411
      bag fosaprepitant : 20-40 = 96367
      maybe bag saline purpose=hydration : 31-90 = 96361

    visit Cisplatin with fluid before and after
    clinic | port | 07:00-08:30
      bag saline purpose=hydration : 61-75 = 96361
      push palonosetron = 96375
      bag cisplatin : 91-150 = 96413 96415
      bag saline purpose=hydration : 61-75 = 96361 -- 122 to 150 minutes of fluid together are two hours

    visit Bevacizumab ninety minutes and one more
    clinic | right | 08:00-14:00
      bag bevacizumab : 89-90 = 96413 : 91-92 = 96413 96415

    visit Gemcitabine for a quarter of an hour
    clinic | port | 08:00-14:00
      push ondansetron = 96375
      bag gemcitabine : 15 = 96409 : 16-30 = 96413

    visit Docetaxel and the injector for the day after
    clinic | port | 08:00-13:00 | medicare
      push dexamethasone = 96375
      bag docetaxel : 55-75 = 96413
      injector pegfilgrastim = 96377-59 -- Medicare pairs it with the infusion

    visit Two cancer drugs at the same time, for which there is no code
    clinic | port | 08:00-13:00
      bag docetaxel lumen=proximal : 60-75 = 96413
      bag gemcitabine lumen=distal beside=0 : same = none
      question -- which code the second would have, and so what a surplus of the bill stands for
      slip chemotherapy_beside_chemotherapy 96417

    visit Chemotherapy held, the port flushed
    clinic | port | 08:00-15:00
      held carboplatin
      held paclitaxel
      flush heparin-lock = 96523

    visit Port flush
    clinic | port | 08:00-16:00
      flush heparin-lock = 96523

    visit Infliximab
    clinic | right | 08:00-13:00
      maybe push methylprednisolone = 96375
      bag infliximab rate : 100-150 = 96413 96415 : 151-165 = 96413 96415x2

    visit Natalizumab
    clinic | left | 08:00-15:00
      bag natalizumab : 60-70 = 96413

    visit Ocrelizumab
    clinic | right | 08:00-11:00
      push methylprednisolone = 96375
      push diphenhydramine = 96375
      bag ocrelizumab rate paused : 151-210 = 96413 96415x2 : 211-240 = 96413 96415x3

    visit Vedolizumab
    clinic | left | 08:00-15:00
      bag vedolizumab : 30-45 = 96413

    visit Immune globulin at rising rates
    clinic | left | 07:30-10:00
      po acetaminophen-tablet
      push diphenhydramine = 96375
      bag globulin rate : 211-270 = 96365 96366x3 : 271-330 = 96365 96366x4

    visit Immune globulin under the skin
    clinic | left | 08:00-14:00
      scbag globulin-sc : 61-90 = 96369 : 91-150 = 96369 96370

    visit Iron
    clinic | right | 08:00-16:00
      bag iron-bag : 16-90 = 96365 : 91-150 = 96365 96366

    visit Iron by push
    clinic | right | 08:00-16:00
      push iron min=5 = 96374
      slip fluid_not_given 96361

    visit Iron in a quarter of an hour
    clinic | left | 08:00-16:00
      bag ferric : 15 = 96374 : 16-20 = 96365

    visit Bone agent, near fifteen minutes
    clinic | left | 08:00-16:00
      bag zoledronic : 12-15 = 96374 : 16-30 = 96365

    visit Antibiotic, one dose
    clinic | picc | 08:00-16:00
      flush saline-flush
      bag cefepime/ceftriaxone/ertapenem/daptomycin : 16-60 = 96365
      flush saline-flush
      slip flush_beside_drug 96523

    visit Two antibiotics, one after the other
    clinic | picc | 08:00-14:00
      bag vancomycin : 91-150 = 96365 96366
      bag cefepime/ceftriaxone gap=6-20 : 16-60 = 96367

    visit Vancomycin, its hours
    clinic | picc | 08:00-14:00
      bag vancomycin paused : 60-90 = 96365 : 91-150 = 96365 96366

    visit Fluid alone
    clinic | left | 08:00-14:00
      bag saline/ringers purpose=hydration : 31-90 = 96360 : 91-150 = 96360 96361 : 151-210 = 96360 96361x2

    visit Fluid too short
    clinic | right | 08:00-16:00
      bag saline purpose=hydration : 20-30 = none
      slip hydration_too_short 96360

    visit Fluid that ran beside a drug and not after it
    clinic | left | 08:00-14:00
      bag vancomycin : 60-90 = 96365
      bag saline purpose=hydration beside=0 : same = none
      slip hydration_beside_drug 96361

    visit Immune globulin in two bags, one right after the other
    clinic | right | 08:00-10:00
      bag globulin : 96-105 = 96365 96366x2 -- both bags together: 192 to 210 minutes
      bag globulin gap=0-5 : 96-105 = none

    visit Two drugs in one bag before chemotherapy
    clinic | port | 08:00-12:00
      bag mixed-premed : 16-30 = 96367
      bag docetaxel : 55-75 = 96413

    visit Second antibiotic while the first ends
    clinic | picc | 08:00-12:00
      bag vancomycin : 91-105 = 96365 96366
      bag cefepime beside=85 : 60 = 96367 -- 40 to 54 minutes of it alone

    visit Second antibiotic with 15 minutes of its own, or with 16
    clinic | picc | 08:00-12:00
      bag vancomycin : 91 = 96365 96366
      bag cefepime beside=50 : 56 = 96368 : 57 = 96367

    visit Immune globulin in two bags, more than five minutes apart
    clinic | right | 08:00-10:00
      bag globulin : 91-105 = 96365 96366
      bag globulin gap=6-10 : 31-60 = 96366 -- both together would be one further hour or two

    visit Three drugs at the same time
    clinic | picc | 08:00-12:00
      bag vancomycin lumen=red : 91-150 = 96365 96366
      bag cefepime lumen=white beside=0-5 : 60-85 = 96368
      bag magnesium lumen=grey beside=0-5 : 60-85 = none -- one concurrent infusion a day
      slip second_concurrent 96368

    visit The line failed and was placed anew
    clinic | left right | 08:00-12:00
      bag vancomycin : 61-90 = 96365
      bag cefepime at=right gap=10-30 : 30-60 = 96367
      slip restart_as_second_site 96374-59

    visit A clotted port is cleared
    clinic | port | 08:00-15:00
      push alteplase purpose=declot = 36593

    visit Red cells
    clinic | left | 08:00-12:00
      bag red-cells : 90-150 = 36430
      maybe bag red-cells gap=5-15 : 90-150 = none -- once a day, however many units
      slip transfusion_by_the_unit 36430

    visit Cancer drug under the skin, by the square metre
    clinic | left | 09:00-16:00
      sc azacitidine = 96401
      slip cancer_drug_as_injection 96372

    visit Cancer drug under the skin
    clinic | left | 09:00-16:00
      sc bortezomib = 96401

    visit Bone agent under the skin
    clinic | left | 09:00-16:00
      sc denosumab = 96372

    visit Hormone against cancer
    clinic | left | 09:00-16:00
      sc leuprolide = 96402

    visit Hormone against cancer in two muscles
    clinic | left | 09:00-16:00
      im fulvestrant = 96402
      im fulvestrant gap=0 = 96402

    visit Growth factor under the skin
    clinic | left | 09:00-16:00
      sc filgrastim/epoetin = 96372
    """
}
