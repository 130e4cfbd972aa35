import Infusion

/// Drugs pushed or infused into an artery.
enum Arterial {
  static func derive(from givings: [Giving], on sheet: inout Worksheet) {
    var infusions: [Giving] = []
    var pushed: Set<DrugKey> = []
    for giving in givings {
      switch giving.row.drugClass {
      case .hormonal:
        sheet.note(
          .hormonalRoute, [Techniques.hydrationIsInfused], rows: [giving.source], on: giving.date,
          "\(OtherRoutes.story(giving)): a hormonal cancer drug into an artery is unusual")
      case .chemo where isInfusion(giving, sheet.thresholds):
        infusions.append(giving)
      case .chemo:
        guard pushed.insert(giving.row.drug).inserted else { continue }
        OtherRoutes.add(.arterialPush, .chemo, giving, OtherRoutes.arterialPush, "pushed into an artery", on: &sheet)
      default:
        addOther(giving, on: &sheet)
      }
    }
    if !infusions.isEmpty { add(infusions, on: &sheet) }
  }

  private static func isInfusion(_ giving: Giving, _ thresholds: Thresholds) -> Bool {
    giving.row.technique == .infusion && giving.running.minutes > thresholds.longestPush
  }

  private static func addOther(_ giving: Giving, on sheet: inout Worksheet) {
    guard isInfusion(giving, sheet.thresholds) else {
      OtherRoutes.add(
        .arterialPush, .therapeutic, giving, OtherRoutes.arterialPush, "injected into an artery", on: &sheet)
      return
    }
    OtherRoutes.add(
      .unlistedDrugService, .therapeutic, giving, OtherRoutes.arterialInfusion,
      "ran \(giving.running.minutes) min into an artery, which has no code of its own", on: &sheet)
    sheet.note(
      .arterialInfusion, [OtherRoutes.arterialInfusion], rows: [giving.source], on: giving.date,
      "\(OtherRoutes.story(giving)) ran into an artery: only an unlisted code fits")
  }

  private static func add(_ infusions: [Giving], on sheet: inout Worksheet) {
    let running = infusions.reduce(IntervalSet()) { $0.union($1.running) }
    let first = infusions.min { isEarlier($0.row.start, $1.row.start) } ?? infusions[0]
    let rules =
      uniqued(infusions.flatMap(\.rules))
      + [OtherRoutes.pass.id, OtherRoutes.arterialInfusion.id, OtherRoutes.oneArterialFirstHour.id]
    let rows = infusions.map(\.source).sorted()
    let date = first.date ?? sheet.firstDate
    let story = "\(capitalized(first.row.drugName)) ran \(running.clock) (\(running.minutes) min) into an artery"
    let hours = sheet.thresholds.hoursBeyondFirst(running.minutes)
    sheet.add(.arterialInfusionFirstHour, .chemo, on: date, rules: rules, rows: rows, story: "\(story): first hour")
    sheet.add(
      .arterialInfusionHour, .chemo, units: hours, on: date, rules: rules, rows: rows,
      story: "\(story): \(hours) further hour\(hours == 1 ? "" : "s")")
  }
}
