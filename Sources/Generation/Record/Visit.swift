import Infusion

/// One visit, drawn from a template.
struct Visit: Sendable {
  let template: VisitTemplate
  /// Counted from 1.
  let number: Int
  /// The number of the first visit that the patient had that day.
  let patient: Int
  let day: CivilDate
  let placeOfService: String
  let isMedicare: Bool
  /// What the sites of the template are called.
  let sites: [String]
  /// In the order of the template.
  let givings: [Giving]

  init(_ template: VisitTemplate, number: Int, patient: Int, on day: CivilDate, draw: inout Draw) {
    self.template = template
    self.number = number
    self.patient = patient
    self.day = day
    placeOfService = draw.one(of: template.place.placesOfService)
    let isMedicare = draw.happens(inThousand: 450)
    self.isMedicare = template.isMedicare ?? isMedicare
    var sites: [String] = []
    for site in template.sites { sites.append(draw.one(of: site.names)) }
    self.sites = sites
    givings = Self.givings(of: template, draw: &draw)
  }

  private static func givings(of template: VisitTemplate, draw: inout Draw) -> [Giving] {
    var givings: [Giving] = []
    var end = draw.number(in: template.arrival)
    // What later steps are beside.
    var anchor = (start: end, minutes: 0)
    for step in template.steps {
      if step.isOptional, draw.happens(inThousand: 500) { continue }
      let start: Int =
        switch step.timing {
        case .after(let range): givings.isEmpty ? end : end + draw.number(in: range)
        case .beside(let range), .every(let range): anchor.start + draw.minutes(in: range)
        }
      let giving = Giving(step, at: start, besideMinutes: anchor.minutes, draw: &draw)
      if case .beside = step.timing {} else { anchor = (start, giving.stop - start) }
      end = max(end, giving.stop, start + (step.pushMinutes ?? 0))
      givings.append(giving)
    }
    return givings
  }

  /// The day of a minute of the visit.
  func date(of minute: Int) -> CivilDate {
    CivilDate(daysSince1970: day.daysSince1970 + Int32(minute / 1_440))
  }

  var encounterID: String { "G" + padded(number, to: 8) }
}
