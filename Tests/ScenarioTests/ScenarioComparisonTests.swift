import Testing

/// The comparison of a scenario with what the engine says: it passes what is right and reports what is not.
@Suite struct ScenarioComparisonTests {
  static let given = """
    setting: facility
    date: 2026-01-05
    given
    | drug | class | route | technique | site | start | stop | more |
    | a | THER | IV | INFUSION | S1 | 09:00 | 09:15 | |
    | b | THER | ORAL | | | 09:00 | | |
    | a | THER | IV | PUSH | S1 | 09:20 | | |
    expect
    | code | units | modifiers | because |

    """
  static let right =
    given + """
      | 96374 | 1 | | TIME-01 |
      notices
      | key | rows | because |
      | PUSH_WITHIN_30 | 3 | PUSH-03 |
      excluded
      | row | reason | because |
      | 2 | NB_ROUTE | ALG-03 |
      billed
      | code | units |
      | 96375 | 1 |
      findings
      | code | status | key | because |
      | 96374 | missing | MISSED_CHARGE | CHK-20 |
      | 96375 | unsupported | ADDON_NO_PARENT ADDON_PER_DRUG OTHER_CODE_SUPPORTED | CHK-01 |
      """

  @Test func passesWhatIsRight() throws {
    try comparison(of: Self.right).record()
  }

  @Test(arguments: [
    ("another code", "96374 | 1 |", "96365 | 1 |"),
    ("other units", "96374 | 1 |", "96374 | 2 |"),
    ("a modifier", "96374 | 1 | |", "96374 | 1 | 59 |"),
    ("a charge too many", "notices", "| 96375 | 1 | | |\nnotices"),
    ("a rule that did not decide", "TIME-01", "HYD-02"),
    ("another notice", "PUSH_WITHIN_30", "NO_TIME"),
    ("a notice about another row", "PUSH_WITHIN_30 | 3", "PUSH_WITHIN_30 | 1"),
    ("a rule that a notice does not rest on", "PUSH-03", "HYD-02"),
    ("another reason", "NB_ROUTE", "NB_KVO"),
    ("another excluded row", "| 2 | NB", "| 1 | NB"),
    ("a rule that an exclusion does not rest on", "ALG-03", "HYD-02"),
    ("another finding", "96374 | missing", "96374 | check"),
    ("a finding without one of its keys", "ADDON_PER_DRUG OTHER", "OTHER"),
    ("a check that did not object", "CHK-01", "CHK-09"),
    ("a line that was not billed", "| 96375 | 1 |\n", ""),
  ])
  func reports(_ mistake: String, _ correct: String, _ wrong: String) throws {
    let text = Self.right.replacing(correct, with: wrong)
    try #require(text != Self.right)
    let comparison = try self.comparison(of: text)
    withKnownIssue(Comment(rawValue: mistake)) { comparison.record() }
  }

  private func comparison(of text: String) throws -> ScenarioComparison {
    try #require(ScenarioComparison.all(of: ScenarioParser.parse(text, path: "case.txt")).first)
  }
}
