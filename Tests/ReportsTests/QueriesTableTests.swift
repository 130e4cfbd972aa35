import Coding
import Infusion
import Reports
import Testing

@testable import Reconciliation

@Suite struct QueriesTableTests {
  private func query(worth: DocumentationQuery.Worth?) -> DocumentationQuery {
    DocumentationQuery(
      encounterID: "0007", serviceDate: Fixture.day, drugs: ["vancomycin", "=cefepime"], sites: ["PIV L AC", "PORT"],
      rows: [Fixture.source(1), Fixture.source(2)], missing: .siteReason, question: "Please add why, if known.",
      reasonCode: "SECOND_SITE_NEEDS_REASON", rules: ["SITE-04", "RD-04"], worth: worth)
  }

  @Test(arguments: [
    (worth: DocumentationQuery.Worth(amount: ExactDecimal(mantissa: 2105, scale: 1), sense: .atRisk), "210.50,at_risk"),
    (.init(amount: .zero, sense: .gain), "0.00,gain"),
    (nil, ","),
  ])
  func writesAQuestionAndItsWorth(worth: DocumentationQuery.Worth?, cells: String) {
    let text = table { QueriesTable(sources: ["in/mar.csv"]).append(query(worth: worth), to: &$0) }
    #expect(
      text == """
        0007,2026-01-05,vancomycin; =cefepime,PIV L AC; PORT,mar.csv:2-3,site_reason,"Please add why, if known.",\
        SECOND_SITE_NEEDS_REASON,SITE-04 RD-04,\(cells)

        """)
  }
}
