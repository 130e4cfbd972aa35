import CSV

/// How often reviewers agreed with each rule: for people as text, for programs as CSV.
package struct AgreementTable {
  package static let columns = ["rule", "reviewed", "agree", "accept", "disagree", "unsure", "agreement_percent"]

  private let review: Review

  package init(_ review: Review) { self.review = review }

  /// Lines for a terminal, ending in a line end: all together, then rules, those that were most often refused first.
  package var text: String {
    var page = Page(width: 80)
    page.line("Reviewed \(grouped(review.all.reviewed)) of \(counted(review.findings, "finding"))")
    for decision in ReviewDecision.allCases { page.count(decision.rawValue, review.all[decision]) }
    guard !rules.isEmpty else { return page.text }
    page.part(Self.line("Rule", ["reviewed", "agreed", "disagreed", "unsure", "agreement"]))
    for (rule, tally) in rules {
      let agreement = tally.agreement.map { "\($0)%" } ?? "-"
      page.line(
        Self.line(
          rule, [tally.reviewed, tally.agreed, tally[.disagree], tally[.unsure]].map(grouped) + [agreement]))
    }
    return page.text
  }

  package func writeHeader(to writer: inout RecordWriter) { writer.header(Self.columns) }

  /// A row for each rule, in the order of the text.
  package func append(to writer: inout RecordWriter) {
    for (rule, tally) in rules {
      writer.text(rule)
      writer.number(tally.reviewed)
      for decision in ReviewDecision.allCases { writer.number(tally[decision]) }
      writer.number(tally.agreement)
      writer.endRow()
    }
  }

  private var rules: [(rule: String, tally: Review.Tally)] {
    review.byRule.map { ($0.key, $0.value) }.sorted { left, right in
      (right.tally[.disagree], right.tally.reviewed, left.rule) < (
        left.tally[.disagree], left.tally.reviewed, right.rule
      )
    }
  }

  private static func line(_ rule: String, _ figures: [String]) -> String {
    rule.printable.fitted(to: 14) + figures.map { $0.rightAligned(in: 11) }.joined()
  }
}
