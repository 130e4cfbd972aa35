extension VisitTemplate {
  /// Visits of a physician's office, place of service 11, as the practice bills them.
  static let officeVisits = """
    visit Injection in the office
    office | left | 09:00-16:00
      im ketorolac/ceftriaxone-shot/cyanocobalamin/medroxyprogesterone = 96372

    visit Biologic in the office
    office | left | 09:00-14:00
      bag infliximab : 100-150 = 96413 96415

    visit Iron in the office
    office | right | 09:00-15:00
      bag iron-bag primary : 16-90 = 96365 : 91-150 = 96365 96366

    visit Fluid in the office
    office | left | 09:00-15:00
      bag saline purpose=hydration primary : 31-90 = 96360 : 91-150 = 96360 96361

    visit Repeated push in the office
    office | right | 09:00-15:00
      push ketorolac primary = 96374
      push ketorolac every=31-60 = none
      slip repeated_push_in_office 96376

    visit Chemotherapy in the office
    office | port | 08:30-12:00
      push dexamethasone = 96375
      push palonosetron = 96375
      bag paclitaxel primary : 60-90 = 96413 : 151-210 = 96413 96415x2
      bag carboplatin : 31-60 = 96417

    visit Antibiotic in the office
    office | picc | 09:00-15:00
      bag ceftriaxone primary : 16-60 = 96365
      flush saline-flush
      slip flush_beside_drug 96523

    visit Hormone against cancer in the office
    office | left | 09:00-16:00
      im leuprolide = 96402
    """
}
