import Foundation
import Testing

/// `compare`: what became of findings.
@Suite(.timeLimit(.minutes(15)))
struct CompareTests {
  private static let header =
    "encounter_id,service_date,setting,site,code,description,suggested_units,billed_units,unit_difference,"
    + "suggested_modifiers,billed_modifiers,status,severity,reason_code,reason,rules,evidence,pairs_with,"
    + "suggested_amount,billed_amount,amount_difference,review\n"

  /// A findings file: `E1 96365 missing MISSED_CHARGE 1 0 217.31`, the last four may be left out; `-` is empty.
  private func findings(_ lines: String...) -> String {
    Self.header
      + lines.map { line in
        var cells = line.split(separator: " ").map { $0 == "-" ? "" : String($0) }
        cells += [String](repeating: "", count: max(0, 8 - cells.count))
        return "\(cells[0]),2026-01-05,facility,,\(cells[1]),,\(cells[4]),\(cells[5]),,\(cells[7]),,\(cells[2]),error,"
          + "\(cells[3]),\"Why, in words.\",CHK-20,mar.csv:\(line.count),,,,\(cells[6]),\n"
      }.joined()
  }

  private func folder(old: String, new: String) throws -> Folder {
    let folder = try Folder()
    try folder.write(old, to: "old.csv")
    try folder.write(new, to: "new.csv")
    return folder
  }

  @Test func tellsWhatBecameOfEachFinding() async throws {
    let folder = try folder(
      old: findings(
        "E1 96365 missing MISSED_CHARGE 1 0 217.31", "E2 96366 units_low MISSED_UNITS 2 1 47.84",
        "E3 96375 match - 1 1 0",
        "E4 96360 unsupported TWO_INITIALS 0 1 -217.31", "E5 96361 missing MISSED_CHARGE 1 0 47.84"),
      new: findings(
        "E3 96375 unsupported NO_DOCUMENTATION 0 1 -36.78", "E1 96365 missing MISSED_CHARGE 1 0 217.31",
        "E2 96366 missing MISSED_UNITS 2 0 95.68", "E4 96360 match - 1 1 0"))
    let outcome = try await Program.run("compare old.csv new.csv -o changes.csv", in: folder)
    #expect(outcome.exitCode == 0, "\(outcome.errors)")
    let changes = Table(csv: try folder.text(of: "changes.csv"))
    #expect(changes["encounter_id"] == ["E3", "E1", "E2", "E4", "E5"])
    #expect(changes["change"] == ["new", "still_open", "changed", "resolved", "resolved"])
    #expect(changes["what_changed"] == ["", "", "billed_units status amount_difference", "", ""])
    #expect(changes["status_before"] == ["", "missing", "units_low", "unsupported", "missing"])
    #expect(changes["status"] == ["unsupported", "missing", "missing", "", ""])
    #expect(changes["amount_difference_before"] == ["", "217.31", "47.84", "-217.31", "47.84"])
    #expect(
      outcome.output == """
                            findings      not billed   not supported
        new                        1            0.00           36.78
        resolved                   2           47.84          217.31
        still open                 1          217.31            0.00
        changed                    1           95.68            0.00

        Most frequent reasons, new
          NO_DOCUMENTATION                           1

        Most frequent reasons, resolved
          MISSED_CHARGE                              1
          TWO_INITIALS                               1

        Most frequent reasons, changed
          MISSED_UNITS                               1

        1 of the resolved are of encounters that the newer file does not name: they
        agree now and matches were left out, or their findings are suppressed, or the
        run read other encounters.

        """)
  }

  /// Lines of evidence and words move from night to night; the finding stays.
  @Test func aMovedLineIsNoChange() async throws {
    let old = findings("E1 96365 missing MISSED_CHARGE 1 0 217.31")
    let new = old.replacing("mar.csv:", with: "mar.csv:9").replacing("in words", with: "in other words")
    let outcome = try await Program.run(
      "compare old.csv new.csv --fail-on still_open>0", in: try folder(old: old, new: new))
    #expect(outcome.exitCode == 3)
    #expect(outcome.output.contains("still open                 1"))
  }

  @Test func oneCodeTwiceIsToldApartByItsModifierAndThenByLikeness() async throws {
    let folder = try folder(
      old: findings("E1 96365 missing A 1 0 5 59", "E1 96365 missing B 1 0 5", "E1 - check C", "E1 - check D"),
      new: findings("E1 96365 missing A 2 0 5 59", "E1 96365 missing B 1 0 5", "E1 - check D", "E1 - check E"))
    let outcome = try await Program.run("compare old.csv new.csv -q -o changes.csv", in: folder)
    #expect(outcome.output.isEmpty)
    let changes = Table(csv: try folder.text(of: "changes.csv"))
    #expect(changes["change"] == ["changed", "still_open", "still_open", "new", "resolved"])
    #expect(changes["reason_code"] == ["A", "B", "D", "E", ""])
  }

  /// What changed must not take the place of what did not.
  @Test func equalFindingsMeetFirst() async throws {
    let folder = try folder(
      old: findings("E1 96365 check A", "E1 96365 check B"), new: findings("E1 96365 check C", "E1 96365 check A"))
    _ = try await Program.run("compare old.csv new.csv -q -o changes.csv", in: folder)
    let changes = Table(csv: try folder.text(of: "changes.csv"))
    #expect(changes["change"] == ["changed", "still_open"])
    #expect(changes["reason_code_before"] == ["B", "A"])
  }

  @Test func readsGzipAndStandardInputAndWhatReconcileWrites() async throws {
    let folder = try Exports.folder()
    #expect(try await Program.run(Exports.reconcile + " --excel", in: folder).exitCode == 0)
    try folder.write(try await Gzip.compressed(try folder.content(of: "findings.csv")), to: "old.csv.gz")
    try folder.write(
      Exports.charges.replacing("E1,96365,1", with: "E1,96365,1,2026-01-05\nE1,96366,1"), to: "charges.csv")
    #expect(try await Program.run(Exports.reconcile, in: folder).exitCode == 0)
    let outcome = try await Program.run(
      "compare old.csv.gz - -o -", in: folder, shell: #"exec "$0" "$@" < findings.csv"#)
    #expect(outcome.exitCode == 0, "\(outcome.errors)")
    #expect(Table(csv: outcome.output)["change"] == ["resolved"])
    #expect(outcome.errors.contains("resolved                   1"))
  }

  @Test func keepsWhatCouldRunAsAFormulaInert() async throws {
    let folder = try folder(old: findings("'=1+1 96365 missing A"), new: findings("@x 96365 missing A"))
    let outcome = try await Program.run("compare old.csv new.csv -q -o -", in: folder)
    #expect(Table(csv: outcome.output)["encounter_id"] == ["'@x", "'=1+1"])
  }

  /// A spreadsheet drops the last zero of an amount, and the guard of a text.
  @Test func savingInASpreadsheetIsNoChange() async throws {
    let old = findings("'=1+1 96365 missing A 1 0 115.80")
    let new = findings("=1+1 96365 missing A 1.0 0 115.8")
    let outcome = try await Program.run("compare old.csv new.csv -q -o -", in: try folder(old: old, new: new))
    let changes = Table(csv: outcome.output)
    #expect(changes["change"] == ["still_open"] && changes["encounter_id"] == ["'=1+1"])
    let less = try folder(old: old, new: new.replacing("115.8", with: "115.81"))
    #expect(try await Program.run("compare old.csv new.csv --fail-on changed>0 -q", in: less).exitCode == 3)
  }

  @Test(arguments: [
    (old: "mar.csv", code: 65, says: "mar.csv: this is no findings file: it has no column encounter_id, service_date"),
    (old: "empty.csv", code: 65, says: "empty.csv: the file is empty"),
    (old: "none.csv", code: 66, says: "none.csv: no such file"),
    (old: "short.csv", code: 65, says: "short.csv:2: the row has 2 cells and the header 22"),
    (old: "status.csv", code: 65, says: "status.csv:2: status should hold a status such as missing"),
    (old: "amount.csv", code: 65, says: "amount.csv:2: amount_difference should hold an amount such as -12.50"),
    (old: "quote.csv", code: 65, says: "quote.csv:2: a quoted field opens here and never closes"),
  ])
  func saysWhatIsWrongWithAFile(old: String, code: Int, says: String) async throws {
    let folder = try Exports.folder([
      "new.csv": findings(), "empty.csv": "", "short.csv": Self.header + "E1,x\n", "changes.csv": Exports.earlier,
      "status.csv": findings("E1 96365 - A"), "amount.csv": findings("E1 96365 missing A 1 0 much"),
      "quote.csv": Self.header + "\"E1,x\n",
    ])
    let outcome = try await Program.run("compare \(old) new.csv -o changes.csv", in: folder)
    #expect(outcome.exitCode == Int32(code))
    #expect(outcome.errors.contains(says), "\(outcome.errors)")
    #expect(try folder.text(of: "changes.csv") == Exports.earlier)
    #expect(try !folder.names().contains { $0.hasPrefix(".") })
  }

  @Test func ofAWorkbookItSaysThatItTakesTheCSV() async throws {
    let folder = try Exports.folder()
    #expect(try await Program.run(Exports.reconcile + " --workbook w.xlsx", in: folder).exitCode == 0)
    let outcome = try await Program.run("compare w.xlsx findings.csv", in: folder)
    #expect(outcome.exitCode == 65)
    #expect(outcome.errors.contains("w.xlsx: compare takes the findings as CSV"), "\(outcome.errors)")
  }

  @Test(arguments: [
    "old.csv new.csv --fail-on other>1", "old.csv new.csv --fail-on new", "- -", "old.csv new.csv -o new.csv",
  ])
  func refusesWrongCommandLines(arguments: String) async throws {
    let folder = try folder(old: findings(), new: findings())
    #expect(try await Program.run("compare \(arguments)", in: folder).exitCode == 64)
  }
}
