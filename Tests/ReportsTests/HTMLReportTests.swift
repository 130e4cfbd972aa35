import ByteStreams
import Coding
import Foundation
import Infusion
import Reconciliation
import Testing

@testable import Pipeline
@testable import Reports

@Suite struct HTMLReportTests {
  /// A page on one visit that names everything after `text`.
  private func page(naming text: String, previous: PreviousSummary? = nil) -> String {
    var encounter = Fixture.encounter
    encounter.id = text
    encounter.departments = [text]
    for place in encounter.rows.indices {
      encounter.rows[place].drugName = text
      if encounter.rows[place].site != nil { encounter.rows[place].site = text }
    }
    var tally = ReportTally()
    tally.add(Self.coded(encounter))
    var summary = RunSummary()
    summary.version = "1.0.0"
    summary.inputs = [.init(role: .mar, path: "in/\(text).csv", bytes: 10, sha256: "ab", rows: 5)]
    summary.encounters = 1
    summary.encountersByStatus = [.underbilled: 1]
    summary.findingsByStatus = [.missing: 3]
    summary.options = ["carry": text]
    summary.warnings = [text]
    summary.unrecognisedDrugRows = [text: 3]
    return HTMLReport(summary, tally, previous: previous, sources: ["in/\(text).csv"], chargeSources: []).text
  }

  static func coded(_ encounter: Encounter, billed: [ChargeLine] = []) -> CodedEncounter {
    let derivation = Coder(tables: { _ in Fixture.year }).derivation(of: encounter)
    var result = Reconciler(year: Fixture.year).findings(encounter: encounter, derivation: derivation, billed: billed)
    result.price(by: FeeLookup { _, _, _ in .init(amount: ExactDecimal(100), schedule: "test") })
    return CodedEncounter(
      encounter: encounter, derivation: derivation, result: result, suppressed: [], queries: [],
      carried: CarriedValues(), rowsUsed: encounter.rows.count, rowsRejected: 0, isIncomplete: false)
  }

  @Test(arguments: [
    "=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "＝1+1", "\u{0}=1", "<script>alert(1)</script>", "</style><b>",
    "\"onmouseover=\"alert(1)", "' onload='x", "a & b &lt; c", "<!--", "]]>", "{{figure}}", "{{{title}}}", "{{> page}}",
    "<\u{301}b>", "\"\u{301} onfocus=\"x", "\u{D4E}\" onfocus=x", "\u{202E}evil", "</title><h1>", "<svg/onload=x>",
    "&#60;b&#62;", "\u{2028}<b>", "é", "",
  ])
  func noTextOfTheInputBecomesMarkup(text: String) {
    let page = page(naming: text)
    #expect(Markup.tags(of: page) == Markup.tags(of: self.page(naming: "plain")))
    for forbidden in ["<script", "\u{0}", "\u{202E}", "\u{2028}", "<b>"] { #expect(!page.contains(forbidden)) }
  }

  @Test func showsTextAsItIs() {
    let page = page(naming: "A & B <1 mg/mL> \"x\"")
    #expect(page.contains("<h3 id=\"encounter-1-heading\">Encounter A &amp; B &lt;1 mg/mL&gt; &quot;x&quot;</h3>"))
  }

  @Test func keepsEverythingOutButItsStyle() {
    let page = page(naming: "plain")
    #expect(page.contains("content=\"default-src 'none'; style-src 'sha256-"))
    #expect(page.contains("'; base-uri 'none'; form-action 'none'\""))
    let elements = Set(Markup.tags(of: page).compactMap { $0.split(separator: " ").first.map(String.init) })
    for element in ["script", "img", "link", "iframe", "object", "form", "base"] {
      #expect(!elements.contains(element))
    }
    #expect(!Markup.tags(of: page).contains { $0.contains(" src") || $0.contains(" style") || $0.contains(" on") })
    #expect(!page.contains("http:") && !page.contains("https:"))
  }

  /// The policy names the style by its hash; a browser drops any other.
  @Test func namesItsStyleByItsHash() throws {
    let page = page(naming: "plain")
    let style = try #require(page.components(separatedBy: "<style>").last?.components(separatedBy: "</style>").first)
    var hash = SHA256()
    hash.update(Array(style.utf8).span)
    let named = try #require(page.components(separatedBy: "'sha256-").last?.prefix { $0 != "'" })
    let digits = try #require(Data(base64Encoded: String(named))).map { byte in
      String(byte >> 4, radix: 16) + String(byte & 15, radix: 16)
    }
    #expect(digits.joined() == hash.finish())
  }

  @Test func drawsEachAdministrationWithItsCodes() {
    let page = page(naming: "plain")
    #expect(page.contains("Access site 1: plain"))
    // The drug's bar, the push's mark, the fluid's bar with its counted minutes, and the injection's mark.
    #expect(page.components(separatedBy: "<rect class=\"bar\" x=").count - 1 == 2)
    #expect(page.components(separatedBy: "<rect class=\"counted\" x=").count - 1 == 1)
    // The legend has two of its own.
    #expect(page.components(separatedBy: "<path class=\"mark\" d=\"M").count - 1 == 4)
    #expect(page.contains(">96365 96366</text>"))
  }

  @Test func leavesDepartmentsOutWhereNoneIsNamed() {
    var tally = ReportTally()
    tally.add(Self.coded(Fixture.encounter))
    let page = HTMLReport(RunSummary(), tally, sources: ["mar.csv"], chargeSources: []).text
    #expect(!page.contains("By department"))
    #expect(self.page(naming: "x").contains("By department"))
  }

  @Test func isReadableWithoutAnyEncounter() {
    let page = HTMLReport(RunSummary(), ReportTally(), sources: [], chargeSources: []).text
    #expect(page.contains("0 differences in 0 encounters"))
    #expect(!page.contains("costliest"))
  }

  @Test func setsAnEarlierRunBeside() throws {
    let summary = """
      {"encounters": {"total": 3, "by_status": {"match": 1}}, "findings": {"total": 9, "by_status": {"match": 7, "review": 2}},
       "rows": {"rejected": {"total": 0}}, "amounts": {"under": "10.50", "over": "0.00"}}
      """
    let page = page(naming: "plain", previous: try PreviousSummary(Array(summary.utf8), file: "s.json"))
    #expect(page.contains("2 fewer than the run before (3)"))
    #expect(page.contains("1 more than the run before (2)"))
    #expect(page.contains("as in the run before"))
  }

  private static func counts(encounters: String = "3", match: String = "1", lines: String = "0") -> String {
    """
    {"encounters": {"total": \(encounters), "by_status": {}},
     "findings": {"total": 9, "by_status": {"match": \(match)}}, "rows": {"rejected": {"total": 0}}, "charge_lines": {"rejected": {"total": \(lines)}}, "amounts": {}}
    """
  }

  @Test func countsChargeLinesAndIncompleteEncounters() throws {
    var summary = RunSummary()
    (summary.encounters, summary.incompleteEncounters) = (3, 2)
    (summary.rows.rejected, summary.chargeLines.rejected) = (["IN-20": 1], ["IN-30": 2])
    let previous = try PreviousSummary(Array(Self.counts(lines: "3").utf8), file: "s.json")
    let page = HTMLReport(summary, ReportTally(), previous: previous, sources: [], chargeSources: []).text
    #expect(page.contains("2 of them incomplete"))
    let figure = try #require(page.split(separator: "<dt>Rows and charge lines rejected</dt>").last).prefix(120)
    #expect(figure.contains("3") && figure.contains("as in the run before"))
  }

  @Test func signsAmounts() {
    let amounts = ["1300", "-1300", "0"].compactMap { ExactDecimal($0)?.signedMoney }
    #expect(amounts == ["+1,300.00", "-1,300.00", "0.00"])
  }

  @Test(arguments: [
    ("", ""), ("{}", "encounters.total"), (#"{"encounters": 3}"#, "encounters.total"), ("[1]", "encounters.total"),
    (counts(encounters: "-9223372036854775808"), "encounters.total"),
    (counts(match: "9007199254740993"), "findings.by_status.match"),
    (counts(lines: "9223372036854775807"), "charge_lines.rejected.total"),
  ])
  func refusesWhatIsNoSummary(text: String, key: String) {
    #expect(throws: SummaryError(file: "s.json", key: key)) {
      try PreviousSummary(Array(text.utf8), file: "s.json")
    }
  }
}
