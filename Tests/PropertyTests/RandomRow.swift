import Infusion
import TestSupport

/// Writes the rows of one random record.
struct RandomRow {
  let date: CivilDate
  /// Whether everything that belongs into a record is in it.
  let isTidy: Bool
  let sites: [String?]
  /// Where the clock stands; rows come in order of time, with steps back.
  private var minute = 480

  /// Access sites that an encounter may have.
  static let lines: [[String?]] = [
    ["PIV L"], ["PIV L"], ["PIV L", "PIV R"], ["PIV L", "PIV L", "PIV R"], ["PICC", nil], [nil],
    ["PORT", "PIV L", nil],
  ]

  init(date: CivilDate, isTidy: Bool, sites: [String?]) {
    self.date = date
    self.isTidy = isTidy
    self.sites = sites
  }

  mutating func row(number: Int, of drug: RandomDrug, from draw: inout Draw) -> MARRow {
    var row = MARRow(
      source: SourceRow(file: 0, line: number + 1, row: number),
      drug: DrugKey(ingredients: drug.name.split(separator: "+").map(String.init)), drugName: drug.name,
      drugClass: drug.drugClass, route: draw.pick(drug.routes))
    row.family = drug.family
    row.facts = drug.facts
    row.technique = technique(of: row, from: &draw)
    row.site = row.route.isIntravenous || draw.chance(10) ? draw.pick(sites) : nil
    if row.route == .intralesional, draw.chance(80) { row.lesions = draw.number(1...10) }
    addTimes(to: &row, from: &draw)
    if !isTidy { addDisorder(to: &row, from: &draw) }
    return row
  }

  private func technique(of row: MARRow, from draw: inout Draw) -> Technique {
    switch row.route {
    case .intravenous, .intraosseous, .intraArterial:
      if row.drugClass == .hydration { return draw.chance(90) ? .infusion : draw.pick([.unknown, .push]) }
      return draw.pick([.infusion, .infusion, .infusion, .push, .push, .push, .unknown, draw.pick(Technique.allCases)])
    case .subcutaneous:
      return draw.pick([.injection, .injection, .subcutaneousInfusion, .unknown, .onBodyInjector])
    default: return draw.pick([.injection, .unknown])
    }
  }

  private mutating func addTimes(to row: inout MARRow, from draw: inout Draw) {
    minute = max(420, min(minute + draw.pick([-60, -15, 0, 3, 5, 10, 15, 20, 30, 31, 45, 90, 240]), 2_600))
    row.start = ClockTime(date, minuteOfDay: minute)
    let isRun = row.technique == .infusion || row.technique == .subcutaneousInfusion || row.drugClass == .blood
    if isRun || (row.technique == .unknown && draw.chance(50)) {
      // Both sides of every threshold, and whatever lies between.
      let minutes = draw.chance(50) ? draw.pick([0, 5, 15, 16, 30, 31, 60, 90, 91, 150, 151]) : draw.number(1...260)
      row.stop = row.start?.advanced(byMinutes: minutes)
    } else if row.technique == .push, draw.chance(40) {
      row.pushMinutes = draw.pick([1, 2, 3, 5, 10, 20])
    }
    if draw.chance(25) { row.bag = draw.pick(["1", "2"]) }
    if row.drugClass == .hydration, draw.chance(50) { row.facts.insert(.indicationDocumented) }
  }

  private func addDisorder(to row: inout MARRow, from draw: inout Draw) {
    if draw.chance(6) { row.isGiven = false }
    if draw.chance(12) { row.stop = nil }
    if draw.chance(6) { row.start = nil }
    if draw.chance(10) { row.due = ClockTime(date, minuteOfDay: draw.number(420...1_400)) }
    if draw.chance(15) { row.volumeMilliliters = ExactDecimal(draw.pick([10, 50, 100, 250, 500, 1_000])) }
    if draw.chance(15) { row.rateMillilitersPerHour = ExactDecimal(draw.pick([0, 20, 50, 100, 125, 250])) }
    if let start = row.start {
      if draw.chance(5) { row.stop = start.advanced(byMinutes: -draw.number(1...120)) }
      if draw.chance(10) { row.lastSeenRunning = start.advanced(byMinutes: draw.number(1...120)) }
      if draw.chance(10) {
        let pause = start.advanced(byMinutes: draw.number(0...60))
        row.pauses = [Interval(pause, pause.advanced(byMinutes: draw.number(1...40)))]
      }
    }
    if draw.chance(15) { row.facts.insert(draw.pick(Self.oddFacts)) }
  }

  private static let oddFacts: [RowFacts] = [
    .flush, .keepOpen, .vehicle, .procedureIntegral, .protocolIntegral, .deficiency, .secondSiteJustified,
    .secondSiteJustified, .primaryReason, .primaryReason, .counselling, .secondPump, .discontinued, .implantedPump,
    .reservoir, .noReservoir, .punctureByAnother, .patientControlled, .medicare, .classDefaulted,
    .complexityToDocument, .bloodDraw,
  ]
}
