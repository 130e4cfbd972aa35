import Infusion
import Pipeline
import Reconciliation

/// The figures at the head of the report, with how they moved since an earlier run.
struct KeyFigures {
  let summary: RunSummary
  /// Findings that a person must decide.
  let toDecide: Int
  let previous: PreviousSummary?

  var views: [[String: Any]] {
    let matching = summary.encountersByStatus[.match] ?? 0
    var views = [
      view(
        "Encounters", summary.encounters, before: previous?.encounters,
        share: summary.incompleteEncounters > 0 ? "\(grouped(summary.incompleteEncounters)) of them incomplete" : nil),
      view(
        "Encounters that match", matching, before: previous?.matchingEncounters,
        share: summary.encounters > 0 ? "\(Self.percent(matching, of: summary.encounters)) of all" : nil),
      view("Differences", differences, before: previous?.differences),
    ]
    if let amounts = summary.amounts {
      views.append(view("Supported, not billed", amounts.under, trend: trend(amounts.under, \.under)))
      views.append(view("Billed, not supported", amounts.over, trend: trend(amounts.over, \.over)))
    }
    // Summaries count findings by status, not by whether a person must decide: an earlier run's figure is not known.
    views.append(view("For a person to decide", toDecide, before: nil, share: "review = yes in the findings"))
    let rejected = summary.rows.rejectedTotal + summary.chargeLines.rejectedTotal
    views.append(view("Rows and charge lines rejected", rejected, before: previous?.rowsRejected))
    return views
  }

  var differences: Int {
    summary.findingsByStatus.filter { $0.key.isDifference }.values.reduce(0, +)
  }

  private func view(_ name: String, _ number: Int, before: Int?, share: String? = nil) -> [String: Any] {
    let trend = before.map { before in
      before == number
        ? "as in the run before"
        : "\(grouped(abs(number - before))) \(number > before ? "more" : "fewer") than the run before (\(grouped(before)))"
    }
    return ["figureName": name, "figure": grouped(number), "details": [share, trend].compactMap(\.self)]
  }

  private func view(_ name: String, _ amount: ExactDecimal, trend: String?) -> [String: Any] {
    ["figureName": name, "figure": amount.groupedMoney, "details": [trend].compactMap(\.self)]
  }

  /// How an amount moved; nil where the earlier run had none.
  private func trend(_ amount: ExactDecimal, _ earlier: KeyPath<PreviousSummary, ExactDecimal?>) -> String? {
    guard let before = previous?[keyPath: earlier] else { return nil }
    if before == amount { return "as in the run before" }
    let change = amount > before ? amount - before : before - amount
    return "\(change.groupedMoney) \(amount > before ? "more" : "less") than the run before (\(before.groupedMoney))"
  }

  /// `67.9 %`, rounded down to a tenth: what is not all is never shown as all.
  static func percent(_ part: Int, of whole: Int) -> String {
    let tenths = part * 1_000 / whole
    return "\(tenths / 10).\(tenths % 10) %"
  }
}

extension PreviousSummary {
  /// Findings that asked something of somebody.
  fileprivate var differences: Int {
    Finding.Status.allCases.filter(\.isDifference).reduce(0) { $0 + (findingsByStatus[$1.rawValue] ?? 0) }
  }
}
