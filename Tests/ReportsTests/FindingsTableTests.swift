import CSV
import Coding
import Infusion
import Reconciliation
import Reports
import Testing

@Suite struct FindingsTableTests {
  private let tables = FindingsTable(sources: ["in/mar.csv.gz"], chargeSources: ["in/charges.csv"])

  private var missing: Finding {
    var finding = Finding(
      encounterID: "0007", serviceDate: Fixture.day, setting: .facility, code: ProcedureCode("96366"), status: .missing)
    finding.sites = ["PIV L AC", "PORT"]
    finding.description = "drug infusion, further hours"
    finding.suggestedUnits = 2
    finding.suggestedModifiers = [Modifier("59"), Modifier("PO")]
    finding.severity = .warning
    finding.reasonCodes = ["MISSED_CHARGE", "NO_STOP_PUSH"]
    finding.reason = "Vancomycin ran 09:00-10:31 (91 min)."
    finding.rules = ["HIER-02", "TIME-05"]
    finding.recordRows = (411...414).map { Fixture.source($0) }
    finding.chargeRows = [Fixture.source(87)]
    finding.pairsWith = PairedCode(ProcedureCode("96375"))
    finding.suggestedAmount = ExactDecimal("21.5")
    finding.needsReview = true
    return finding
  }

  private func row(of finding: Finding, raw: Bool = false) -> String {
    table(raw: raw) { tables.append(finding, to: &$0) }
  }

  @Test func namesItsColumns() {
    #expect(
      table { tables.writeHeader(to: &$0) } == """
        encounter_id,service_date,setting,site,code,description,suggested_units,billed_units,unit_difference,\
        suggested_modifiers,billed_modifiers,status,severity,reason_code,reason,rules,evidence,pairs_with,\
        suggested_amount,billed_amount,amount_difference,review

        """)
  }

  @Test func writesAFinding() {
    #expect(
      row(of: missing) == """
        0007,2026-01-05,facility,PIV L AC; PORT,96366,"drug infusion, further hours",2,,2,59 PO,,missing,warning,\
        MISSED_CHARGE; NO_STOP_PUSH,Vancomycin ran 09:00-10:31 (91 min).,HIER-02 TIME-05,\
        mar.csv.gz:412-415; charges.csv:88,96375,21.50,,21.50,yes

        """)
  }

  @Test func leavesAbsentThingsEmpty() {
    let finding = Finding(encounterID: "1", serviceDate: nil, setting: .professional, status: .match)
    #expect(row(of: finding) == "1,,professional,,,,,,0,,,match,,,,,,,,,,\n")
  }

  @Test func countsWhatIsOnlyBilledAsNegative() {
    var finding = Finding(
      encounterID: "1", serviceDate: nil, setting: .facility, code: ProcedureCode("96365"), status: .unsupported)
    finding.billedUnits = 3
    finding.billedAmount = ExactDecimal(70)
    #expect(row(of: finding) == "1,,facility,,96365,,,3,-3,,,unsupported,,,,,,,,70.00,-70.00,\n")
  }

  @Test(arguments: [
    (reason: "=1+1 ran 09:00", guarded: "'=1+1 ran 09:00", raw: "=1+1 ran 09:00"),
    (reason: "@SUM(A1) ran", guarded: "'@SUM(A1) ran", raw: "@SUM(A1) ran"),
    (reason: "The \"blue\" bag, 5 %", guarded: #""The ""blue"" bag, 5 %""#, raw: #""The ""blue"" bag, 5 %""#),
    (reason: "two\nlines", guarded: "\"two\nlines\"", raw: "\"two\nlines\""),
  ])
  func guardsTextAndQuotesIt(reason: String, guarded: String, raw: String) {
    var finding = Finding(encounterID: "1", serviceDate: nil, setting: .facility, status: .check)
    finding.reason = reason
    #expect(row(of: finding) == "1,,facility,,,,,,0,,,check,,,\(guarded),,,,,,,\n")
    #expect(row(of: finding, raw: true) == "1,,facility,,,,,,0,,,check,,,\(raw),,,,,,,\n")
  }

  @Test func guardsIdsSitesAndCodesFromTheInput() {
    var finding = Finding(
      encounterID: "+7", serviceDate: nil, setting: .facility, code: ProcedureCode("=A1"), status: .check)
    finding.sites = ["-port"]
    #expect(row(of: finding).hasPrefix("'+7,,facility,'-port,'=A1,"))
  }

  @Test func writesForExcelOnDemand() {
    let text = table(excel: true) { writer in
      tables.writeHeader(to: &writer)
      tables.append(missing, to: &writer)
    }
    #expect(text.hasPrefix("\u{FEFF}encounter_id,"))
    #expect(text.hasSuffix(",yes\r\n"))
  }
}
