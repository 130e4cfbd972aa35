import CSV
import Foundation
import Infusion
import Testing
import Workbook

@testable import Reports

/// A reviewed workbook: decisions, suppressions, agreement.
@Suite struct ReviewTests {
  private static let header = [
    "encounter_id", "service_date", "code", "status", "reason_code", "rules", "reviewer", "decision", "comment",
  ]

  /// The review of a sheet with these rows, cells apart by `|`.
  private func review(_ rows: [String], header: [String] = header, sheet: String = "Findings") throws -> Review {
    let path = FileManager.default.temporaryDirectory.appending(path: "review-\(UUID().uuidString).xlsx").path
    defer { try? FileManager.default.removeItem(atPath: path) }
    let book = try WorkbookWriter(path: path, shownPath: path, properties: .init(title: "", author: ""))
    let table = try SheetTable(sheet, of: header.map { SheetColumn($0) }, in: book, rowsInSheet: 3)
    for row in rows {
      var cells = SheetRows()
      for (place, cell) in row.split(separator: "|", omittingEmptySubsequences: false).enumerated() {
        if header[place] == "service_date", let day = CivilDate(iso: String(cell)) {
          cells.day(Int(day.daysSince1970))
        } else {
          cells.text(String(cell))
        }
      }
      cells.endRow()
      try table.put(cells)
    }
    table.finish()
    try book.finish()
    return try Review(of: try WorkbookFile(path: path))
  }

  private func suppressions(_ review: Review, owner: String? = nil) throws -> (rows: [String], leftOut: [String]) {
    let table = ReviewedSuppressions(
      review, owner: owner, lastDay: try #require(CivilDate(iso: "2026-12-31")))
    var writer = RecordWriter()
    let leftOut = try table.append(to: &writer)
    return (String(decoding: writer.takeBytes(), as: UTF8.self).split(separator: "\n").map(String.init), leftOut)
  }

  private static let decided = [
    "007|2026-01-05|96366|missing|MISSED_CHARGE|TIME-20 CHK-20|Ann|agree|",
    "007|2026-01-05|96375|missing|MISSED_CHARGE|CHK-20|Ann|Accept |standing order",
    "007|2026-01-06|96375|unsupported|NO_DOCUMENTATION; TIME_SUPPORT|CHK-19|Bob|disagree|",
    "8|2026-01-05|96365|match|||Bob|disagree|",
    "9|2026-01-05|96365|review|NO_STOP_PUSH|TIME-08||unsure|",
    "9|2026-01-05|96374|missing|MISSED_CHARGE|CHK-20|||only a remark",
    "=1+1||36430|check|X_Y|CHK-07|Cy|accept|",
  ]

  @Test("What is accepted or refused becomes a suppression of that finding alone, over all sheets")
  func suppressing() throws {
    let (rows, leftOut) = try suppressions(try review(Self.decided))
    #expect(
      rows == [
        "MISSED_CHARGE,007,,,accept: standing order,Ann,2026-12-31,96375,2026-01-05",
        "NO_DOCUMENTATION,007,,,reviewed: disagree,Bob,2026-12-31,96375,2026-01-06",
        "X_Y,'=1+1,,,reviewed: accept,Cy,2026-12-31,36430,",
      ])
    #expect(leftOut.isEmpty)
  }

  @Test("Agreement: accepted is agreed, unsure is neither")
  func agreement() throws {
    let text = AgreementTable(try review(Self.decided)).text
    #expect(
      text == """
        Reviewed 6 of 7 findings
          agree                                      1
          accept                                     2
          disagree                                   2
          unsure                                     1

        Rule             reviewed     agreed  disagreed     unsure  agreement
        CHK-19                  1          0          1          0         0%
        CHK-20                  2          2          0          0       100%
        CHK-07                  1          1          0          0       100%
        TIME-08                 1          0          0          1          -
        TIME-20                 1          1          0          0       100%

        """)
  }

  @Test("A finding that shares its key with an undecided one is suppressed by another key, or not at all")
  func ambiguous() throws {
    let undecided = "1|2026-01-05|96365|modifier|MODIFIER_MISSING|CHK-05|||"
    let apart = try suppressions(
      try review([undecided, "1|2026-01-05|96365|missing|MODIFIER_MISSING|CHK-05 CHK-20|Ann|accept|"]))
    #expect(apart.rows.map { $0.prefix(6) } == ["CHK-20"] && apart.leftOut.isEmpty)
    let alike = try suppressions(
      try review([undecided, "1|2026-01-05|96365|missing|MODIFIER_MISSING|CHK-05|Ann|accept|"]))
    #expect(alike.rows.isEmpty && alike.leftOut == ["Findings row 3"])
    let both = try suppressions(
      try review(
        [
          "1|2026-01-05|96365|modifier|MODIFIER_MISSING|CHK-05|Ann|disagree|",
          "1|2026-01-05|96365|missing|MODIFIER_MISSING|CHK-05|Ann|accept|",
        ]))
    #expect(both.rows.count == 2 && both.leftOut.isEmpty)
  }

  @Test("Emptied rows are no findings")
  func emptied() throws {
    let (rows, _) = try suppressions(
      try review(["||||||||", "|||||CHK-20|Ann||seen", "1|2026-01-05|96365|missing|MISSED_CHARGE||Ann|accept|"]))
    #expect(rows.count == 1)
  }

  @Test("A day that lost its format is still that day")
  func dayNumbers() throws {
    let (rows, _) = try suppressions(try review(["1|46027|96365|missing|MISSED_CHARGE||Ann|accept|"]))
    #expect(rows.first?.hasSuffix(",96365,2026-01-05") == true)
  }

  @Test("A decision without a reviewer needs an owner")
  func owner() throws {
    let rows = ["1|2026-01-05|96365|missing|MISSED_CHARGE|CHK-20||accept|"]
    #expect(throws: ReviewError.self) { try suppressions(try review(rows)) }
    #expect(try suppressions(try review(rows), owner: "Team").rows.first?.contains(",Team,") == true)
  }

  @Test("A workbook that is none of ours says what is missing")
  func refused() throws {
    func message(_ body: () throws -> Review) -> String {
      do {
        _ = try body()
        return "not refused"
      } catch {
        return "\(error)"
      }
    }
    #expect(message { try review([], sheet: "Data") }.contains("has no sheet \"Findings\"; it has \"Data\""))
    #expect(message { try review([], header: Self.header.dropLast()) }.contains("no column \"comment\""))
    #expect(message { try review([], header: Self.header + ["code"]) }.contains("two columns \"code\""))
    for (row, column) in [
      ("||||||Ann|accept|", "encounter_id"), ("|2026-01-05|96365|missing|||Ann|agree|", "encounter_id"),
      ("1|2026-01-05|96365||||Ann|accept|", "status"),
    ] {
      #expect(message { try review([row]) }.contains("\"Findings\", row 2, column \(column): a decision beside an"))
    }
    for day in ["1/5/2026", "60", "2958466", "46027.5", "2026-02-30"] {
      #expect(message { try review(["1|\(day)|96365|missing|||||"]) }.contains("row 2, column service_date: no day"))
    }
    let cell = "Findings\", row 2, column decision: "
    #expect(message { try review(["1||||||A|perhaps|"]) }.contains(cell + "\"perhaps\" found; agree, accept, disagree"))
    #expect(message { try review(["1||||||A|Jane Doe, born 1950|"]) }.contains(cell + "19 characters found"))
  }
}
