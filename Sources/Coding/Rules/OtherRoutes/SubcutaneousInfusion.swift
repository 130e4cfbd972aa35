import Infusion

/// Drugs that run under the skin by pump.
enum SubcutaneousInfusion {
  /// Codes what ran under the skin: up to 15 minutes it is an injection (96372), from 16 an infusion (96369, 96370).
  static func derive(from givings: [Giving], on sheet: inout Worksheet) {
    var runs: [Giving] = []
    for giving in givings where giving.row.technique == .subcutaneousInfusion {
      if giving.running.minutes <= sheet.thresholds.longestPush {
        OtherRoutes.add(
          .injection, giving.row.drugClass.serviceClass, giving, OtherRoutes.injection,
          "ran \(giving.running.minutes) min under the skin, an injection", on: &sheet)
      } else if giving.row.drugClass == .therapeutic {
        runs.append(giving)
      } else {
        sheet.note(
          .chemoSubcutaneousInfusion, [OtherRoutes.subcutaneousInfusion], rows: [giving.source], on: giving.date,
          "\(OtherRoutes.story(giving)): a cancer drug infused under the skin has no code of its own")
      }
    }
    if !runs.isEmpty { add(runs, on: &sheet) }
  }

  /// One first hour and further hours from the minutes of all runs.
  private static func add(_ runs: [Giving], on sheet: inout Worksheet) {
    let rows = runs.map(\.source).sorted()
    let gains = HourGain.gains(of: runs, on: sheet)
    let rules =
      uniqued(runs.flatMap(\.rules))
      + [OtherRoutes.apartFromTheInitial, OtherRoutes.subcutaneousInfusion, Hierarchy.subcutaneousIsApart].map(\.id)
      + DatesOfService.choice(sheet.policy, days: gains.map(\.date)).map(\.id)
    for gain in gains {
      let story = "\(capitalized(gain.run.row.drugName)) ran \(gain.run.running.clock) under the skin"
      sheet.add(
        .subcutaneousInfusionFirstHour, .therapeutic, units: gain.isFirstHour ? 1 : 0, on: gain.date, rules: rules,
        rows: rows,
        story: "\(story): first hour")
      sheet.add(
        .subcutaneousInfusionHour, .therapeutic, units: gain.furtherHours, on: gain.date, rules: rules, rows: rows,
        story: "\(story), \(gain.minutesSoFar) min so far: \(Infusions.hourCount(gain.furtherHours))")
    }
    guard let second = runs.first(where: { $0.row.facts.contains(.secondPump) }) else { return }
    sheet.add(
      .subcutaneousPump, .therapeutic, on: second.date ?? sheet.firstDate, rules: rules, rows: [second.source],
      story: "\(capitalized(second.row.drugName)): a second pump with new needle sites")
  }
}
