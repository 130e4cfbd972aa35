import Infusion

/// What comparing two runs came to, as a table for a terminal of 80 columns.
package struct RunComparisonText {
  private let comparison: RunComparison
  private let paint: Paint

  package init(_ comparison: RunComparison, isColored: Bool = false) {
    self.comparison = comparison
    paint = Paint(isColored: isColored)
  }

  /// A line for each change, then the most frequent reasons of what is new, resolved and changed.
  package var text: String {
    var page = Page(width: 80)
    page.line(paint.heading(Self.row("", "findings", "not billed", "not supported")))
    for change in RunComparison.Change.allCases {
      let count = comparison.counts[change] ?? RunComparison.Count()
      page.line(
        Self.row(change.name, grouped(count.findings), count.under.groupedMoney, count.over.groupedMoney))
    }
    for change in [RunComparison.Change.new, .resolved, .changed] { listReasons(of: change, on: &page) }
    if comparison.resolvedWithoutEncounter > 0 {
      page.line()
      page.paragraph(
        "\(grouped(comparison.resolvedWithoutEncounter)) of the resolved are of encounters that the newer file does not"
          + " name: they agree now and matches were left out, or their findings are suppressed, or the run read other"
          + " encounters.")
    }
    return page.text
  }

  private static func row(_ name: String, _ cells: String...) -> String {
    ([name.fitted(to: 12)] + cells.map { $0.rightAligned(in: 16) }).joined()
  }

  private func listReasons(of change: RunComparison.Change, on page: inout Page) {
    let reasons = (comparison.reasons[change] ?? [:]).sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    guard !reasons.isEmpty else { return }
    page.part(paint.heading("Most frequent reasons, \(change.name)"))
    for (key, count) in reasons.prefix(Self.most) { page.count(key, count) }
    if reasons.count > Self.most { page.line("  and \(grouped(reasons.count - Self.most)) more") }
  }

  private static let most = 5
}

extension RunComparison.Change {
  fileprivate var name: String { self == .stillOpen ? "still open" : rawValue }
}
