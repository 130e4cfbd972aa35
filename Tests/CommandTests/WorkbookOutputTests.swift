import Foundation
import Testing

/// The workbook of a run (output section 6) and what must be inert in it (output section 8).
@Suite(.timeLimit(.minutes(15)))
struct WorkbookOutputTests {
  private static let tables =
    "-o findings.csv --encounters encounters.csv --queries queries.csv --rejects rejects.csv -q"

  private func sampleRun(_ options: String, in folder: Folder) async throws -> Program.Outcome {
    let sample = Exports.sampleData.path
    return try await Program.run(
      "reconcile \(sample)/mar.csv.gz --charges \(sample)/charges.csv \(options)", in: folder)
  }

  @Test func theSameRunMakesTheSameBytesWhateverTheNumberOfWorkers() async throws {
    let folder = try Folder()
    for (name, jobs) in [("a.xlsx", 1), ("b.xlsx", 4)] {
      let outcome = try await sampleRun("\(Self.tables) --workbook \(name) --jobs \(jobs)", in: folder)
      #expect(outcome.exitCode == 0 && outcome.errors.isEmpty, "\(outcome.errors)")
    }
    #expect(try folder.content(of: "a.xlsx") == folder.content(of: "b.xlsx"))
    #expect(try folder.mode(of: "a.xlsx") == 0o600)
    #expect(
      try folder.names() == ["a.xlsx", "b.xlsx", "encounters.csv", "findings.csv", "queries.csv", "rejects.csv"])
  }

  @Test func everyCellIsThatOfTheTables() async throws {
    let folder = try Folder()
    let outcome = try await sampleRun(
      "\(Self.tables) --workbook w.xlsx --carry MRN --carry Payer", in: folder)
    #expect(outcome.exitCode == 0)
    let check = try await OpenPyXL.check(
      "w.xlsx Findings=findings.csv Encounters=encounters.csv Queries=queries.csv Rejects=rejects.csv charts=2",
      in: folder)
    #expect(check, "see above")
  }

  @Test func theSummaryNamesItsFiles() async throws {
    let folder = try Exports.folder()
    let outcome = try await Program.run("\(Exports.reconcile) --workbook w.xlsx --summary summary.json", in: folder)
    #expect(outcome.exitCode == 0)
    #expect(try folder.text(of: "summary.json").contains(#""content": "workbook""#))
    let taken = try await Program.run("\(Exports.reconcile) --workbook mar.csv", in: folder)
    #expect(taken.exitCode == 64 && taken.errors.contains("--workbook names mar.csv, which is an input"))
  }

  /// Texts that a spreadsheet, a shell or a browser might run.
  private static let hostile = [
    "=1+1", "+1", "-1", "@SUM(1)", "\t=1", "\r=1", "＝1+1", "＋1", "\0=1+1", "  =1+1", "<script>alert(1)</script>",
    #"a"b'c"#, "_x003D_1",
    "=HYPERLINK(\"http://x\")", "=cmd|' /C calc'!A0",
  ]

  @Test func hostileTextsAreInertAsIdsDrugsSitesAndCarriedColumns() async throws {
    let folder = try Folder()
    var mar = "csn,medication,route,site,start,stop,=1+1\n"
    for (place, text) in Self.hostile.enumerated() {
      let cell = "\"\(text.replacing("\"", with: "\"\""))\""
      mar += "E\(place),\(cell),IV push,\(cell),2026-01-05 09:00,,\(cell)\n"
    }
    mar += "=2+2,vancomycin 1 g IVPB,IV,PIV L AC,2026-01-05 09:00,2026-01-05 10:31,x\n"
    try folder.write(mar, to: "mar.csv")
    try folder.write("csn,cpt,units,date of service\n=2+2,96365,1,2026-01-05\n", to: "charges.csv")
    for options in ["", " --raw", " --excel"] {
      let outcome = try await Program.run(
        [
          "reconcile", "mar.csv", "--charges", "charges.csv", "--workbook", "w.xlsx", "--carry", "=1+1",
          "--max-rejects", "99",
        ]
          + Self.tables.split(separator: " ").map(String.init) + options.split(separator: " ").map(String.init),
        in: folder)
      #expect(outcome.exitCode == 0, "\(outcome.errors)")
      #expect(try folder.text(of: "findings.csv").contains("\n'=2+2,") == (options != " --raw"))
      if options.isEmpty { try Self.expectInert(Table(csv: folder.text(of: "findings.csv"))) }
      let check = try await OpenPyXL.check(
        "w.xlsx Findings=findings.csv Encounters=encounters.csv Queries=queries.csv charts=2", in: folder)
      #expect(check, "with\(options)")
    }
  }

  /// No cell of text begins as a formula would, behind what a spreadsheet drops.
  private static func expectInert(_ table: Table) {
    #expect(table.rows.count > hostile.count)
    let numbers: Set = ["unit_difference", "amount_difference"]
    for row in [table.header] + table.rows {
      for (name, cell) in zip(table.header, row) where !numbers.contains(name) {
        let shown = cell.drop { " \0\n\u{A0}\u{200B}".contains($0) }
        #expect(!shown.hasPrefix("\r") && shown.first.map { !"=+-@\t＝＋－＠".contains($0) } ?? true, "\(name)")
      }
    }
  }

  /// `ulimit -f` stands for a full disk, met anywhere: in the rows, in their copy, in the archive.
  @Test func aFullDiskNeverLeavesHalfAWorkbook() async throws {
    var ends: Set<Int32> = []
    for blocks in stride(from: 300, through: 1_700, by: 140) {
      let folder = try Folder()
      try folder.write(Exports.earlier, to: "w.xlsx")
      let sample = Exports.sampleData.path
      let outcome = try await Program.run(
        [
          "reconcile", "\(sample)/mar.csv.gz", "--charges", "\(sample)/charges.csv", "-o", "f.csv", "--workbook",
          "w.xlsx", "-q",
        ],
        in: folder, shell: #"trap "" XFSZ; ulimit -f \#(blocks); exec "$0" "$@""#)
      ends.insert(outcome.exitCode)
      if outcome.exitCode == 0 {
        let read = try await Program.run("read-workbook w.xlsx", in: folder)
        #expect(read.exitCode == 0 && read.output.contains("\"Rejects\""))
      } else {
        #expect(outcome.exitCode == 74)
        #expect(outcome.errors.contains("w.xlsx: writing failed"))
        #expect(try folder.text(of: "w.xlsx") == Exports.earlier)
        #expect(try folder.names() == ["w.xlsx"])
      }
    }
    #expect(ends == [0, 74])
  }

  /// The run waits for an input that never comes; the signal comes when the workbook is begun.
  @Test func aSignalLeavesNoTemporaryFile() async throws {
    let folder = try Folder()
    try folder.write(Exports.earlier, to: "w.xlsx")
    try folder.write(Exports.charges, to: "charges.csv")
    let outcome = try await Program.run(
      "reconcile - --charges charges.csv -o f.csv --workbook w.xlsx", in: folder,
      shell: #"""
        mkfifo in; exec 3<>in; "$0" "$@" < in & run=$!
        tries=0; while [ ! -e .w.xlsx.$run-0.part ] && [ $tries -lt 3000 ]; do tries=$((tries + 1)); sleep 0.1; done
        kill -TERM $run; wait $run
        """#)
    #expect(outcome.exitCode == 143)
    #expect(try folder.names() == ["charges.csv", "in", "w.xlsx"])
    #expect(try folder.text(of: "w.xlsx") == Exports.earlier)
  }
}

/// scripts/check-workbook, a second opinion on what we write.
enum OpenPyXL {
  /// Whether the workbook is as claimed; true with a word on the way where openpyxl is not installed.
  static func check(_ claims: String, in folder: Folder) async throws -> Bool {
    let script = Exports.sampleData.deletingLastPathComponent().appending(path: "scripts/check-workbook").path
    let outcome = try await Program.run(
      claims, in: folder, shell: #"PATH="\#(path)" exec "\#(script)" "$@""#)
    if outcome.exitCode == 69 {
      print("skipped: no second reader of workbooks here (pip install openpyxl)")
      return true
    }
    if outcome.exitCode != 0 { print(outcome.errors) }
    return outcome.exitCode == 0
  }

  /// Runs a script that uses openpyxl; false with a word on the way where it is not installed.
  static func run(_ script: String, in folder: Folder) async throws -> Bool {
    let outcome = try await Program.run(
      [], in: folder,
      shell: #"PATH="\#(path)"; python3 -c "import openpyxl" 2>/dev/null || exit 69; exec python3 \#(script)"#)
    if outcome.exitCode == 69 { print("skipped: no openpyxl here (pip install openpyxl)") }
    #expect(outcome.exitCode == 0 || outcome.exitCode == 69, "\(outcome.errors)")
    return outcome.exitCode == 0
  }

  private static let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
}
