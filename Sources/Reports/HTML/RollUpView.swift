import Infusion

/// One roll-up of the report: what its template is filled with.
struct RollUpView {
  let id: String
  let title: String
  /// The heading over the names.
  let column: String
  let rollUp: RollUp

  private static let most = 12
  private static let barWidth = 240

  func view(_ caption: String) -> [String: Any] {
    let (lines, rest) = rollUp.top(Self.most, of: column.lowercased())
    // Bars of what is left over would dwarf the others: they are drawn to the longest single name.
    let longest = lines.flatMap { [$0.under, $0.over] }.max() ?? .zero
    var views = lines.map { view(of: $0, longest: longest) }
    if let rest { views.append(view(of: rest, longest: nil)) }
    return [
      "rollUpID": id, "rollUpTitle": title, "rollUpName": column,
      "rollUpCaption": lines.isEmpty ? "No differences." : caption, "lines": views,
    ]
  }

  private func view(of line: RollUp.Line, longest: ExactDecimal?) -> [String: Any] {
    [
      "lineName": line.name, "lineNote": line.note.isEmpty ? [String]() : [line.note],
      "lineFindings": grouped(line.findings), "lineUnder": line.under.groupedMoney, "lineOver": line.over.groupedMoney,
      "underWidth": Self.width(line.under, longest), "overWidth": Self.width(line.over, longest),
    ]
  }

  private static func width(_ amount: ExactDecimal, _ longest: ExactDecimal?) -> Int {
    guard let longest, longest > .zero, amount > .zero else { return 0 }
    return max(1, amount.wholeQuotient(times: barWidth, dividedBy: longest) ?? 0)
  }
}
