import Infusion
import Pipeline
import Reconciliation

/// A run on one page for a browser (output section 7): one file that needs nothing beside it and runs nothing.
///
/// Shape: the same bytes for the same input, tables and options; the clock leaves no trace in it.
package struct HTMLReport {
  private let summary: RunSummary
  private let tally: ReportTally
  private let previous: PreviousSummary?
  private let sources: SourceNames
  private let chargeSources: SourceNames

  /// - Parameters:
  ///   - sources: the medication record files of the run, in order.
  ///   - chargeSources: the charge files, as the findings count them.
  ///   - previous: an earlier run, whose figures stand beside this one's.
  package init(
    _ summary: RunSummary, _ tally: ReportTally, previous: PreviousSummary? = nil, sources: [String],
    chargeSources: [String]
  ) {
    self.summary = summary
    self.tally = tally
    self.previous = previous
    (self.sources, self.chargeSources) = SourceNames.pair(sources, chargeSources)
  }

  /// The page, UTF-8 when written, ending in a line end.
  package var text: String { ReportTemplates.page(view) }

  private var figures: KeyFigures { KeyFigures(summary: summary, toDecide: tally.toDecide, previous: previous) }

  private var view: [String: Any] {
    let rollUps = rollUps
    let encounters = tally.costliest.entries.enumerated().map { place, entry in
      EncounterView(entry: entry, sources: sources, chargeSources: chargeSources).view(place + 1)
    }
    let count = "\(counted(figures.differences, "difference")) in \(counted(summary.encounters, "encounter"))"
    return [
      "title": "Infusion charges: \(count)", "subtitle": subtitle(count),
      "parts": parts(rollUps, hasEncounters: !encounters.isEmpty), "figures": figures.views,
      "hasStatuses": summary.encounters > 0, "statuses": statuses, "statusWords": statusWords,
      "notes": summary.warnings, "rollUps": rollUps, "hasEncounters": !encounters.isEmpty, "encounters": encounters,
      "encountersIntroduction": introduction(encounters.count), "inputs": inputs, "facts": facts,
      "footer": "Written by infusion-charges \(summary.version). \(keeping)",
    ]
  }

  private var keeping: String {
    summary.options["deidentify"] == nil
      ? "It holds encounter ids: keep it as you keep the record."
      : "Keyed hashes stand in place of encounter ids; drugs, sites and times are those of the record:"
        + " keep it as you keep the record."
  }

  private func subtitle(_ count: String) -> String {
    let schedules = summary.amounts?.schedules.joined(separator: ", ") ?? ""
    return "\(capitalized(count))" + (schedules.isEmpty ? "." : ", priced by \(schedules).")
  }

  private func parts(_ rollUps: [[String: Any]], hasEncounters: Bool) -> [[String: Any]] {
    var parts: [[String: Any]] = [["partID": "figures", "partTitle": "Key figures"]]
    for rollUp in rollUps {
      parts.append(["partID": rollUp["rollUpID"] ?? "", "partTitle": rollUp["rollUpTitle"] ?? ""])
    }
    if hasEncounters { parts.append(["partID": "encounters", "partTitle": "The costliest encounters"]) }
    return parts + [["partID": "run", "partTitle": "The run"]]
  }

  private var statuses: [[String: Any]] {
    var before = 0
    return EncounterResult.Status.allCases.compactMap { status in
      guard let count = summary.encountersByStatus[status], count > 0, summary.encounters > 0 else { return nil }
      let from = before * 1_000 / summary.encounters
      before += count
      return [
        "status": status.rawValue, "count": grouped(count), "statusClass": status.styleClass, "shareX": from,
        "shareWidth": max(1, before * 1_000 / summary.encounters - from),
      ]
    }
  }

  private var statusWords: String {
    EncounterResult.Status.allCases.compactMap { status in
      summary.encountersByStatus[status].map { "\(status.rawValue): \(grouped($0))" }
    }.joined(separator: ", ")
  }

  private var rollUps: [[String: Any]] {
    var views = [
      RollUpView(id: "reasons", title: "By reason", column: "Reason", rollUp: tally.reasons).view(
        "Differences by reason; one with several reasons stands under each."),
      RollUpView(id: "codes", title: "By code", column: "Code", rollUp: tally.codes).view("Differences by code."),
      RollUpView(id: "drugs", title: "By drug", column: "Drug", rollUp: tally.drugs).view(
        "Differences by drug; one that rests on several drugs stands under each."),
    ]
    if tally.namesDepartments {
      views.append(
        RollUpView(id: "departments", title: "By department", column: "Department", rollUp: tally.departments).view(
          "Differences by department of the visit."))
    }
    return views
  }

  private func introduction(_ count: Int) -> String {
    "\(counted(count, "encounter")) whose differences are worth most. Each bar is one administration at its access site,"
      + " with the codes that rest on it; the table beneath sets what the record supports beside what was billed."
  }

  private var inputs: [[String: Any]] {
    let names = SourceNames(summary.inputs.map(\.path)).names
    return zip(names, summary.inputs).map { name, input in
      [
        "file": name, "role": input.role == .mar ? "medication record" : "charges", "fileRows": grouped(input.rows),
        "bytes": grouped(input.bytes), "sha256": input.sha256,
      ]
    }
  }

  private var facts: [[String: Any]] {
    var facts = [("Rows of the record", Self.balance(summary.rows))]
    if summary.chargeLines.read > 0 { facts.append(("Charge lines", Self.balance(summary.chargeLines))) }
    facts.append(("Code tables of", summary.codeYears.map(String.init).joined(separator: ", ")))
    if let amounts = summary.amounts, amounts.unpricedFindings > 0 {
      facts.append(("Without an amount", counted(amounts.unpricedFindings, "difference") + ", in no sum"))
    }
    if let suppressed = summary.suppressed { facts.append(("Suppressed", counted(suppressed.total, "finding"))) }
    if !summary.options.isEmpty {
      let options = summary.options.sorted { $0.key < $1.key }.map { "\($0.key) = \($0.value)" }
      facts.append(("Options not at default", options.joined(separator: ", ")))
    }
    let drugs = summary.unrecognisedDrugs
    if !drugs.isEmpty {
      let named = drugs.prefix(20).map { "\($0.name.isEmpty ? "not named" : $0.name) (\(counted($0.rows, "row")))" }
        .joined(separator: ", ")
      facts.append(
        ("Drugs that no table knows", named + (drugs.count > 20 ? ", and \(grouped(drugs.count - 20)) more" : "")))
    }
    return facts.filter { !$0.1.isEmpty }.map { ["fact": $0.0, "factText": $0.1] }
  }

  private static func balance(_ rows: RunSummary.RowBalance) -> String {
    "\(grouped(rows.read)) read = \(grouped(rows.used)) used + \(grouped(rows.excludedTotal)) excluded"
      + " + \(grouped(rows.rejectedTotal)) rejected"
  }
}

extension EncounterResult.Status {
  fileprivate var styleClass: String {
    switch self {
    case .match: "s-match"
    case .underbilled: "s-under"
    case .overbilled: "s-over"
    case .mixed: "s-mixed"
    case .review: "s-review"
    }
  }
}
