import Coding
import Infusion
import Reconciliation
import Reports
import Testing

@Suite struct RulesTests {
  private static var ids: Set<RuleID> { Set(RuleBook.all.map(\.id) + CheckRule.all.map(\.id)) }

  @Test func listsEachRuleOnce() {
    let rows = RulesMarkdown().text.split(separator: "\n").filter { $0.hasPrefix("| ") && $0.contains("-") }
    let listed = rows.map { RuleID(String($0.dropFirst(2).prefix { $0 != " " })) }.filter(Self.ids.contains)
    #expect(listed.count == Self.ids.count)
    #expect(Set(listed) == Self.ids)
  }

  @Test func everyRowHasFourCells() {
    for line in RulesMarkdown().text.split(separator: "\n") where line.contains("-") && line.hasPrefix("| HYD") {
      #expect(line.replacing("\\|", with: "").count { $0 == "|" } == 5)
    }
  }

  @Test func linksAnExampleWhereThereIsOne() {
    let text = RulesMarkdown(scenarios: ["HYD-02": "Thresholds/hydration-of-31-minutes.txt"]).text
    let rows = text.split(separator: "\n").filter { $0.contains("[hydration-of-31-minutes]") }
    #expect(rows.count == 1)
    #expect(
      rows[0].hasSuffix("| [hydration-of-31-minutes](../Tests/Scenarios/Thresholds/hydration-of-31-minutes.txt) |"))
    #expect(rows[0].hasPrefix("| HYD-02 | Thirty minutes or less"))
  }

  @Test func everyFamilyHasATitle() {
    #expect(!RulesMarkdown().text.contains("Further rules"))
  }

  @Test func explainsEachTagAbove() {
    let text = RulesMarkdown().text
    let above = text.prefix(upTo: text.firstRange(of: "## ALG")!.lowerBound)
    for tag in ["| Sn |", "| K |", "| U |", "| D |"] { #expect(above.contains(tag)) }
  }

  @Test(arguments: ["HYD-02", "hyd-02", "hyd2", "HYD 02", "Hyd-2"])
  func findsARuleAsPeopleTypeIt(name: String) throws {
    #expect(
      try RulesText().rule(name) == """
        HYD-02, Hydration
          Thirty minutes or less are never billable; from 31 minutes they are.
          Evidence: S11 S18 (Sn: source n says it; the sources are listed by number)
            S11  CGS: hydration (from AHA Coding Clinic for HCPCS 1Q 2012)
            S18  QHR knowledge base: IV push 96374 (quotes CMS FAQ) (2012)

        """)
  }

  @Test func saysHowSevereACheckIs() throws {
    #expect(try RulesText().rule("CHK-19").contains("Severity: error."))
    #expect(try !RulesText().rule("HYD-02").contains("Severity"))
  }

  @Test(arguments: [("HYD-99", "HYD-"), ("HDY-02", "HYD-02"), ("TIMES-05", "TIME-05")])
  func suggestsTheNearestIds(name: String, nearest: String) {
    let error = #expect(throws: UnknownRule.self) { try RulesText().rule(name) }
    #expect(error?.nearest.count == 3)
    #expect(error?.nearest.first?.description.hasPrefix(nearest) == true)
  }

  @Test func listsAllForATerminal() {
    let text = RulesText(width: 72).all
    for id in Self.ids { #expect(text.contains("  \(id) ")) }
    for line in text.split(separator: "\n") { #expect(line.count <= 72) }
  }
}
