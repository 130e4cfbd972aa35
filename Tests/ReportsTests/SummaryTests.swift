import Infusion
import Reconciliation
import Testing

@testable import Pipeline
@testable import Reports

@Suite struct SummaryTests {
  private static var summary: RunSummary {
    var summary = RunSummary()
    summary.version = "1.0.0"
    summary.codeYears = [2025, 2026]
    summary.yearsWithoutTable = [2023]
    summary.options = ["dos_rule": "SPLIT_BY_DAY"]
    summary.inputs = [.init(role: .mar, path: "in/mar.csv", bytes: 9_000, sha256: "ab", rows: 425)]
    summary.rows = .init(read: 425, used: 380, excluded: ["NB_FLUSH": 40, "NB_ROUTE": 2], rejected: ["IN-20": 3])
    summary.chargeLines = .init(read: 1_200, used: 1_200)
    summary.encounters = 60
    summary.incompleteEncounters = 2
    summary.encountersByStatus = [.match: 41, .underbilled: 10, .mixed: 9]
    summary.findingsByStatus = [.match: 1_180, .missing: 12, .unitsLow: 7]
    summary.findingsByCode = ["96365": .init(findings: 30, suggestedUnits: 31, billedUnits: 29)]
    summary.findingsByReason = ["A": 1, "MISSED_CHARGE": 12, "MISSED_UNITS": 7, "B": 1, "C": 1, "D": 2]
    var amounts = RunSummary.Amounts()
    amounts.schedules = ["Medicare 2026 estimate"]
    amounts.under = ExactDecimal(mantissa: 123_456, scale: 1)
    amounts.unpricedFindings = 2
    summary.amounts = amounts
    var suppressed = RunSummary.Suppressed()
    suppressed.total = 3
    suppressed.byReason = ["HYD_NECESSITY": 3]
    summary.suppressed = suppressed
    summary.warnings = ["No rows below the header."]
    for drug in 1...7 { summary.unrecognisedDrugRows["Drug \(drug)"] = 8 - drug }
    summary.outputs = [.init(content: "findings", path: "out/findings.csv", bytes: 12, sha256: "cd")]
    summary.timing.started = "2026-01-06T02:00:00+00:00"
    summary.timing.ended = "2026-01-06T02:00:01+00:00"
    summary.timing.elapsedMilliseconds = 1_250
    summary.timing.peakMemoryBytes = 88_400_000
    summary.timing.stages = [.reading: 150, .coding: 1_100]
    return summary
  }

  /// Counts that no run can hold would run over when parts are added up.
  @Test(arguments: ["9223372036854775807", "9007199254740993", "-1"])
  func refusesCountsThatNoRunCanHold(count: String) {
    let text = SummaryDocument(Self.summary).text
    let odd = text.replacing("\"read\": 425", with: "\"read\": \(count)")
    #expect(odd != text)
    #expect(throws: SummaryError(file: "s.json", key: "rows.read")) {
      try SummaryReader.summary(Array(odd.utf8), file: "s.json")
    }
  }

  /// More taken back than billed.
  @Test func readsUnitsBelowNothing() throws {
    let text = SummaryDocument(Self.summary).text.replacing("\"billed_units\": 29", with: "\"billed_units\": -29")
    #expect(try SummaryReader.summary(Array(text.utf8), file: "s.json").findingsByCode["96365"]?.billedUnits == -29)
  }

  @Test func writesStableKeysInOrder() {
    let text = SummaryDocument(Self.summary).text
    #expect(
      text == """
        {
          "amounts": {
            "over": "0.00",
            "schedules": [
              "Medicare 2026 estimate"
            ],
            "under": "12345.60",
            "unpriced_findings": 2
          },
          "charge_lines": {
            "excluded": {
              "by_reason": {},
              "total": 0
            },
            "read": 1200,
            "rejected": {
              "by_rule": {},
              "total": 0
            },
            "used": 1200
          },
          "code_years": [
            2025,
            2026
          ],
          "encounters": {
            "by_status": {
              "match": 41,
              "mixed": 9,
              "underbilled": 10
            },
            "incomplete": 2,
            "total": 60
          },
          "findings": {
            "by_code": {
              "96365": {
                "billed_units": 29,
                "findings": 30,
                "suggested_units": 31
              }
            },
            "by_reason": {
              "A": 1,
              "B": 1,
              "C": 1,
              "D": 2,
              "MISSED_CHARGE": 12,
              "MISSED_UNITS": 7
            },
            "by_status": {
              "match": 1180,
              "missing": 12,
              "units_low": 7
            },
            "total": 1199
          },
          "inputs": [
            {
              "bytes": 9000,
              "path": "in/mar.csv",
              "role": "mar",
              "rows": 425,
              "sha256": "ab"
            }
          ],
          "options": {
            "dos_rule": "SPLIT_BY_DAY"
          },
          "outputs": [
            {
              "bytes": 12,
              "content": "findings",
              "path": "out/findings.csv",
              "sha256": "cd"
            }
          ],
          "rows": {
            "excluded": {
              "by_reason": {
                "NB_FLUSH": 40,
                "NB_ROUTE": 2
              },
              "total": 42
            },
            "read": 425,
            "rejected": {
              "by_rule": {
                "IN-20": 3
              },
              "total": 3
            },
            "used": 380
          },
          "suppressed": {
            "by_reason": {
              "HYD_NECESSITY": 3
            },
            "expired": [],
            "total": 3
          },
          "timing": {
            "elapsed_milliseconds": 1250,
            "ended": "2026-01-06T02:00:01+00:00",
            "peak_memory_bytes": 88400000,
            "rows_per_second": 1300,
            "stages": {
              "coding": 1100,
              "finishing": 0,
              "neighbours": 0,
              "reading": 150
            },
            "started": "2026-01-06T02:00:00+00:00"
          },
          "unrecognised_drugs": [
            {
              "name": "Drug 1",
              "rows": 7
            },
            {
              "name": "Drug 2",
              "rows": 6
            },
            {
              "name": "Drug 3",
              "rows": 5
            },
            {
              "name": "Drug 4",
              "rows": 4
            },
            {
              "name": "Drug 5",
              "rows": 3
            },
            {
              "name": "Drug 6",
              "rows": 2
            },
            {
              "name": "Drug 7",
              "rows": 1
            }
          ],
          "version": "1.0.0",
          "warnings": [
            "No rows below the header."
          ],
          "years_without_table": [
            2023
          ]
        }

        """)
  }

  @Test func writesEveryKeyOfAnEmptyRun() {
    let text = SummaryDocument(RunSummary()).text
    for key in [
      "version", "code_years", "years_without_table", "options", "inputs", "rows", "charge_lines", "encounters",
      "findings", "unrecognised_drugs", "warnings", "outputs", "timing", "amounts", "suppressed",
      "schedules", "excluded", "rejected", "by_rule", "by_code",
    ] {
      #expect(text.contains("\"\(key)\""))
    }
    #expect(!text.contains("."))
  }

  @Test func printsATable() {
    #expect(
      SummaryText(Self.summary).text == """
        425 rows read = 380 used + 42 excluded + 3 rejected
        1,200 charge lines read = 1,200 used + 0 excluded + 0 rejected

        Encounters                                  60
          match                                     41
          underbilled                               10
          mixed                                      9
          of them incomplete                         2

        Findings                                 1,199
          match                                  1,180
          missing                                   12
          units_low                                  7

        Amounts (Medicare 2026 estimate)
          supported, not billed              12,345.60
          billed, not supported                   0.00
          differences without an amount              2

        Most frequent reasons, matches included
          MISSED_CHARGE                             12
          MISSED_UNITS                               7
          D                                          2
          A                                          1
          B                                          1
          and 1 more

        Suppressed                                   3
          HYD_NECESSITY                              3

        To note
          - No rows below the header.
          - No code tables for services in 2023; those of the nearest year were used.
          - Not at default: dos_rule = SPLIT_BY_DAY.
          - Drugs that no table knows: Drug 1 (7 rows), Drug 2 (6 rows), Drug 3 (5
            rows), Drug 4 (4 rows), Drug 5 (3 rows), and 2 more.

        Written
          findings    out/findings.csv

        Code tables of 2025, 2026. 1.2 s, 1,300 rows a second, 88 MB of memory

        """)
  }

  @Test func fitsTheTerminal() {
    for line in SummaryText(Self.summary).text.split(separator: "\n") { #expect(line.count <= 80) }
  }

  @Test func saysWhenRowsAreLost() {
    var summary = Self.summary
    summary.rows.used = 379
    #expect(SummaryText(summary).text.hasPrefix("425 rows read ≠ 379 used + 42 excluded + 3 rejected\n"))
  }

  @Test func isShortForAnEmptyRun() {
    #expect(
      SummaryText(RunSummary()).text == """
        0 rows read = 0 used + 0 excluded + 0 rejected

        Encounters                                   0

        0.0 s, 0 rows a second, 0 MB of memory

        """)
  }
}
