import Infusion

/// Drugs pushed or infused into an artery.
enum Arterial {
  /// Codes what went into an artery: chemo up to 15 minutes is a push, from 16 an infusion; other drugs have a code for a
  /// push alone.
  static func derive(from givings: [Giving], on sheet: inout Worksheet) {
    var infusions: [Giving] = []
    var pushes: [Giving] = []
    for giving in givings {
      switch giving.row.drugClass {
      case .hormonal:
        sheet.note(
          .hormonalRoute, [Techniques.oddRoutes], rows: [giving.source], on: giving.date,
          "\(OtherRoutes.story(giving)): a hormonal cancer drug into an artery is unusual")
      case .chemo where isInfusion(giving, sheet.thresholds):
        infusions.append(giving)
      case .chemo: pushes.append(giving)
      default:
        addOther(giving, on: &sheet)
      }
    }
    addPushes(pushes, on: &sheet)
    if !infusions.isEmpty { add(infusions, on: &sheet) }
  }

  /// Chemo pushed: one 96420 a drug, dated by its first push.
  private static func addPushes(_ pushes: [Giving], on sheet: inout Worksheet) {
    for drug in uniqued(pushes.map(\.row.drug)) {
      let same = pushes.filter { $0.row.drug == drug }
      sheet.add(
        .arterialPush, .chemo, on: same[0].date ?? sheet.firstDate,
        rules: uniqued(same.flatMap(\.rules)) + [OtherRoutes.apartFromTheInitial.id, OtherRoutes.arterialPush.id],
        rows: same.map(\.source).sorted(), story: "\(OtherRoutes.story(same[0])): pushed into an artery")
    }
  }

  private static func isInfusion(_ giving: Giving, _ thresholds: Thresholds) -> Bool {
    giving.row.technique == .infusion && giving.running.minutes > thresholds.longestPush
  }

  /// A drug that is no chemo: 96373 each push; an infusion is unlisted (96379) and a question.
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

  /// Chemo infused: one first hour (96422) and further hours (96423) from the minutes of all runs.
  private static func add(_ runs: [Giving], on sheet: inout Worksheet) {
    let gains = HourGain.gains(of: runs, on: sheet)
    let rules =
      uniqued(runs.flatMap(\.rules))
      + [OtherRoutes.apartFromTheInitial, OtherRoutes.arterialInfusion, OtherRoutes.firstHourAndSession].map(\.id)
      + DatesOfService.choice(sheet.policy, days: gains.map(\.date)).map(\.id)
    let rows = runs.map(\.source).sorted()
    for gain in gains {
      let story = "\(capitalized(gain.run.row.drugName)) ran \(gain.run.running.clock) into an artery"
      sheet.add(
        .arterialInfusionFirstHour, .chemo, units: gain.isFirstHour ? 1 : 0, on: gain.date, rules: rules, rows: rows,
        story: "\(story): first hour")
      sheet.add(
        .arterialInfusionHour, .chemo, units: gain.furtherHours, on: gain.date, rules: rules, rows: rows,
        story: "\(story), \(gain.minutesSoFar) min so far: \(Infusions.hourCount(gain.furtherHours))")
    }
  }
}
