import Foundation
import Testing

/// Many files of a kind are one stream (input IN-01).
@Suite(.timeLimit(.minutes(15)))
struct ManyFilesTests {
  /// The rows of `Exports` cut into files of different layouts.
  private func folder() throws -> Folder {
    let folder = try Exports.folder()
    let lines = Exports.mar.split(separator: "\n").map(String.init)
    try folder.write(lines[0...1].joined(separator: "\n") + "\n", to: "drop/1.csv")
    try folder.write(
      "FIN;Admin Route;Drug Name;Infusion Start;IV Site\nE2;IV;ondansetron 4 mg injection;01/05/2026 9:00 AM;PIV R AC\n",
      to: "drop/2.txt")
    try folder.write(lines[0] + "\n" + lines[3] + "\n", to: "drop/3.csv")
    try folder.write("a checksum", to: "drop/1.csv.sha256")
    let bill = Exports.charges.split(separator: "\n").map(String.init)
    for place in 1...3 { try folder.write("\(bill[0])\n\(bill[place])\n", to: "bill-\(place).csv") }
    return folder
  }

  @Test(arguments: ["drop", "drop/[0-9].???", "drop/1.csv drop/2.txt drop/3.csv"])
  func filesFoldersAndPatternsGiveWhatOneFileGives(mar: String) async throws {
    let folder = try folder()
    let whole = try await Program.run(Exports.reconcile, in: folder)
    #expect(whole.exitCode == 0)
    let expected = try Table(csv: folder.text(of: "findings.csv"))
    let outcome = try await Program.run(
      ["reconcile"] + mar.split(separator: " ").map(String.init) + [
        "--charges", "bill-*.csv", "-o", "parts.csv", "-q",
      ], in: folder)
    #expect(outcome.exitCode == 0, "\(outcome.errors)")
    let found = try Table(csv: folder.text(of: "parts.csv"))
    for column in ["encounter_id", "code", "suggested_units", "billed_units", "status", "reason"] {
      #expect(found[column] == expected[column], "\(column)")
    }
  }

  @Test func standardInputIsOneOfTheFiles() async throws {
    let folder = try folder()
    let outcome = try await Program.run(
      "derive drop/1.csv - -o codes.csv -q", in: folder, shell: #"exec "$0" "$@" < drop/3.csv"#)
    #expect(outcome.exitCode == 0)
    #expect(try Table(csv: folder.text(of: "codes.csv"))["encounter_id"].contains("E3"))
  }

  @Test(arguments: [
    ("derive nothing/*.csv -o codes.csv", Int32(66), "nothing/*.csv: no file matches"),
    ("derive empty -o codes.csv", 66, "empty: this folder holds no export"),
    ("derive drop/1.csv drop/*.csv -o codes.csv", 64, "drop/1.csv is given twice"),
    ("derive gone.csv -o codes.csv", 66, "gone.csv: no such file"),
    ("reconcile mar.csv --charges charges.csv charges.csv -o codes.csv", 64, "charges.csv is given twice"),
  ])
  func namesThatCannotBeMeantAreRefused(command: String, exitCode: Int32, says: String) async throws {
    let folder = try folder()
    try folder.write("x", to: "empty/x.sha256")
    let outcome = try await Program.run(command, in: folder)
    #expect(outcome.exitCode == exitCode)
    #expect(outcome.errors.contains(says), "\(outcome.errors)")
    #expect(!folder.holds("codes.csv"))
  }

  @Test func aCopyOfAFileIsSaidToBeOne() async throws {
    let folder = try folder()
    try folder.write(folder.content(of: "drop/1.csv"), to: "copy.csv")
    let outcome = try await Program.run(["derive", "drop/1.csv", "copy.csv", "-o", "codes.csv"], in: folder)
    #expect(outcome.exitCode == 0)
    let said = outcome.output + outcome.errors
    #expect(said.contains("SAME_CONTENT: copy.csv holds the same bytes as drop/1.csv"), "\(said)")
  }

  @Test func emptyExportsMayBeAlike() async throws {
    let folder = try folder()
    for name in ["none-1.csv", "none-2.csv"] { try folder.write("csn,drug,route,start\n", to: name) }
    let outcome = try await Program.run(["derive", "none-*.csv", "drop/1.csv", "-o", "codes.csv"], in: folder)
    #expect(outcome.exitCode == 0, "\(outcome.errors)")
    #expect(!(outcome.output + outcome.errors).contains("SAME_CONTENT"))
  }

  @Test func aFileMayBeRecordAndBillAtOnce() async throws {
    let folder = try Folder()
    try folder.write(
      """
      csn,drug,route,site,start,stop,billed_code,billed_units
      E1,vancomycin 1 g IVPB,IV,PIV L AC,2026-01-05 09:00,2026-01-05 10:31,96365,1

      """, to: "day-1.csv")
    try folder.write(
      "csn,drug,route,start,billed_code\nE2,ketorolac 30 mg,IM,2026-01-05 11:00,96372\n", to: "day-2.csv")
    let outcome = try await Program.run(["reconcile", "day-*.csv", "-o", "findings.csv", "-q"], in: folder)
    #expect(outcome.exitCode == 0, "\(outcome.errors)")
    let table = try Table(csv: folder.text(of: "findings.csv"))
    #expect(Set(table["billed_units"]) == ["1", ""] && table["status"].contains("match"))
    #expect(table["evidence"].contains("day-2.csv:2"))
  }
}
