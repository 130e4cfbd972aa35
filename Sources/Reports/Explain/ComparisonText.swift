import Infusion
import Reconciliation

/// What comparing one encounter with its bill came to, for a terminal.
package struct ComparisonText {
  private let result: EncounterResult
  private let width: Int

  package init(_ result: EncounterResult, width: Int = 80) {
    self.result = result
    self.width = width
  }

  /// Suggested and billed, then each finding that is no match, with its reason.
  package var text: String {
    var page = Page(width: width)
    page.part("Suggested against billed: \(result.status.rawValue)")
    page.paragraph(
      result.suggested.isEmpty ? "nothing" : result.suggested, first: "  suggested  ", rest: "             ")
    page.paragraph(result.billed.isEmpty ? "nothing" : result.billed, first: "  billed     ", rest: "             ")
    for finding in result.findings where finding.status != .match {
      let code = finding.code?.description ?? "-"
      page.paragraph(
        "\(finding.status.rawValue) (\(finding.reasonCodes.joined(separator: ", "))): \(finding.reason)",
        first: "  \(code)  ", rest: "         ")
    }
    return page.text
  }
}
