import Foundation
import Testing

/// The round of a reviewer: reconcile, decide in the workbook, review, reconcile with what was decided.
@Suite(.timeLimit(.minutes(15)))
struct ReviewCommandTests {
  private func reviewed(_ folder: Folder) async throws -> Bool {
    let outcome = try await Program.run("\(Exports.reconcile) --workbook w.xlsx", in: folder)
    #expect(outcome.exitCode == 0)
    let decides = """
      import openpyxl
      book = openpyxl.load_workbook('w.xlsx')
      sheet = book['Findings']
      header = [cell.value for cell in sheet[1]]
      for row in sheet.iter_rows(min_row=2):
          cells = dict(zip(header, row))
          if cells['status'].value == 'missing':
              cells['reviewer'].value, cells['decision'].value = 'Ann', 'accept'
              cells['comment'].value = 'ticket 7'
      book.save('w.xlsx')
      """
    try folder.write(decides, to: "decide.py")
    return try await OpenPyXL.run("decide.py", in: folder)
  }

  @Test func whatWasAcceptedDoesNotComeBack() async throws {
    let folder = try Exports.folder()
    guard try await reviewed(folder) else { return }
    let review = try await Program.run(
      "review w.xlsx -o known.csv --expires 2026-12-31 --agreement rules.csv", in: folder)
    #expect(review.exitCode == 0, "\(review.errors)")
    #expect(review.output.hasPrefix("Reviewed 1 of 4 findings\n"))
    #expect(
      try folder.text(of: "known.csv") == """
        match,encounter_id,department,drug,reason,owner,expires,code,service_date
        MISSED_CHARGE,E1,,,accept: ticket 7,Ann,2026-12-31,96366,2026-01-05

        """)
    #expect(try folder.text(of: "rules.csv").contains("\nCHK-20,1,0,1,0,0,100\n"))
    let again = try await Program.run(
      "\(Exports.reconcile) --suppressions known.csv --as-of 2026-02-01", in: folder)
    #expect(again.exitCode == 0)
    #expect(Table(csv: try folder.text(of: "findings.csv"))["status"] == ["match", "match", "match"])
    let printed = try await Program.run("review w.xlsx -o - --expires 2026-12-31", in: folder)
    #expect(printed.output == (try folder.text(of: "known.csv")) && printed.errors.contains("Reviewed 1 of"))
  }

  @Test func aFileThatIsNoReviewedWorkbookIsNamed() async throws {
    let folder = try Exports.folder()
    let cases: [(String, Int32, String)] = [
      ("review none.xlsx", 66, "none.xlsx: no such file"),
      ("review mar.csv", 65, "mar.csv: this is no workbook; give one that reconcile --workbook wrote"),
      ("review mar.csv -o known.csv", 64, "--output needs --expires"),
      ("review mar.csv -o known.csv --expires soon", 64, "--expires takes a day"),
      ("review mar.csv -o mar.csv --expires 2026-12-31", 64, "--output names mar.csv, which is the workbook"),
      ("review mar.csv -o a.csv --agreement a.csv --expires 2026-12-31", 64, "--agreement names a.csv"),
    ]
    for (command, code, says) in cases {
      let outcome = try await Program.run(command, in: folder)
      #expect(outcome.exitCode == code && outcome.errors.contains(says), "\(command): \(outcome.errors)")
    }
    #expect(try folder.names() == ["charges.csv", "mar.csv"])
  }
}
