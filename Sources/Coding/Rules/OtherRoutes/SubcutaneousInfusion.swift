import Infusion

/// Drugs that run under the skin by pump.
enum SubcutaneousInfusion {
  static func derive(from givings: [Giving], on sheet: inout Worksheet) {
    var runs: [Giving] = []
    for giving in givings where giving.row.technique == .subcutaneousInfusion {
      if giving.running.minutes <= sheet.thresholds.longestPush {
        OtherRoutes.add(
          .injection,
          giving.row.drugClass == .chemo ? .chemo : giving.row.drugClass == .hormonal ? .hormonal : .therapeutic,
          giving, OtherRoutes.injection, "ran \(giving.running.minutes) min under the skin, an injection", on: &sheet)
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

  /// One first hour and further hours from the minutes of all runs; each unit is dated by the run that earns it.
  private static func add(_ givings: [Giving], on sheet: inout Worksheet) {
    let runs = givings.sorted { isEarlier($0.row.start, $1.row.start) }
    let rows = runs.map(\.source).sorted()
    let rules =
      uniqued(runs.flatMap(\.rules)) + [
        OtherRoutes.pass.id, OtherRoutes.subcutaneousInfusion.id, Hierarchy.subcutaneousIsApart.id,
      ]
    var counted = IntervalSet()
    var hoursSoFar = 0
    for run in runs {
      let isFirst = counted.isEmpty
      counted = counted.union(run.running)
      let date = run.date ?? sheet.firstDate
      let story = "\(capitalized(run.row.drugName)) ran \(run.running.clock) under the skin"
      if isFirst {
        sheet.add(
          .subcutaneousInfusionFirstHour, .therapeutic, on: date, rules: rules, rows: rows,
          story: "\(story): first hour")
      }
      let hours = sheet.thresholds.hoursBeyondFirst(counted.minutes)
      let gained = hours - hoursSoFar
      sheet.add(
        .subcutaneousInfusionHour, .therapeutic, units: gained, on: date, rules: rules, rows: rows,
        story: "\(story), \(counted.minutes) min in all: \(gained) further hour\(gained == 1 ? "" : "s")")
      hoursSoFar = hours
    }
    guard let second = runs.first(where: { $0.row.facts.contains(.secondPump) }) else { return }
    sheet.add(
      .subcutaneousPump, .therapeutic, on: second.date ?? sheet.firstDate, rules: rules, rows: [second.source],
      story: "\(capitalized(second.row.drugName)): a second pump with new needle sites")
  }
}
