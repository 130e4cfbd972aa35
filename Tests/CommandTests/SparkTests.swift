import Foundation
import Testing

/// `scripts/spark/run` on a Spark of this machine: the lines of one machine, whatever the exports look like.
///
/// Skipped where `scripts/spark/setup` has not been run: Spark is large, and no other test needs it.
@Suite(.timeLimit(.minutes(30)), .serialized, .enabled(if: Spark.isHere, Spark.absence))
struct SparkTests {
  /// Two medication records of one name, of which one holds records over several lines, and charges between tabs with
  /// letters of Windows-1252.
  private static func hardExports() throws -> Folder {
    let folder = try Folder()
    let header = "csn,mrn,medication,route,site,start,stop,comment\n"
    var plain = header
    var long = "Report run 1/5/2026\n\n" + header
    var charges: [String] = ["visit\tcpt\tunits\tdate of service\tnote"]
    for number in 1...60 {
      let (id, patient) = ("00\(number)", number % 3 == 0 ? "P\(number / 6)" : "Q\(number)")
      let hour = 8 + number % 6 * 2
      let times =
        "2026-01-0\(1 + number % 2) \(hour < 10 ? "0" : "")\(hour):00,2026-01-0\(1 + number % 2) \(hour + 1):31"
      plain += "\(id),\(patient),vancomycin 1 g IVPB,IV,PIV L AC,\(times),\n"
      if number % 2 == 0 {
        long +=
          "\(id),\(patient),ondansetron 4 mg,IV,PIV L AC,\(times.prefix(16)),,\"said \"\"yes\"\",\n\nthen left\"\n"
      }
      charges.append("\(id)\t96365\t1\t1/\(1 + number % 2)/2026\tcaf\u{e9}")
      if number % 4 == 0 { charges.append("\(id)\tJ2405\t4\t1/3/2026\t\"5\"\" needle\"") }
    }
    // Two visits of one patient that begin in the same minute, the later id first; a row of another width
    // names somebody else.
    plain += "z9,elsewhere,short\n"
    for id in ["z9", "a1"] {
      plain += "\(id),R,vancomycin 1 g IVPB,IV,PIV L AC,2026-01-05 09:00,2026-01-05 10:31,\n"
      charges.append("\(id)\t96365\t1\t1/5/2026\t")
    }
    // A cell that is longer than Python reads unasked.
    let note = String(repeating: "long note, ", count: 15_000)
    plain += "99,R99,vancomycin 1 g IVPB,IV,PIV L AC,2026-01-05 09:00,2026-01-05 10:31,\"\(note)\"\n"
    plain += "Total rows: 60\n,,nothing,IV,,2026-01-05 09:00,,\n"
    charges += ["billed-only\t96413\t1\t1/5/2026\t", ""]
    try folder.write(plain, to: "a/mar.csv")
    // The first letter of Windows-1252 is in the third line of a record that has letters of UTF-8 before it.
    long += "e9,,Z\u{f6}rk,nowhere,,2026-01-05 09:00,,\"caf\u{e9}\nth\u{e9}\nth\u{e9} x"
    let rest = "\"\ne8,,Y\u{c3}\u{b6}rk,nowhere,,2026-01-05 09:00,,x\n"
    try folder.write(Data(long.utf8) + [0xE9] + Data(rest.utf8), to: "b/mar.csv")
    let text = charges.joined(separator: "\r\n")
    try folder.write(try #require(text.data(using: .windowsCP1252)), to: "charges.txt")
    return folder
  }

  @Test func theSortedUnionOfPartitionsIsTheWholeRun() async throws {
    let folder = try Self.hardExports()
    let files = "--charges charges.txt"
    let options = "--date-order mdy --max-rejects 30%"
    let whole = try await Program.run(
      "reconcile a/mar.csv b/mar.csv \(files) \(options) -o whole.csv --rejects rejects.csv --summary whole.json -q",
      in: folder)
    #expect(whole.exitCode == 0, "\(whole.errors)")
    let spark = try await Program.run(
      "--mar a/mar.csv b/mar.csv \(files) --out out --partitions 3 --also rejects --format both -- \(options)",
      in: folder, shell: Spark.shell)
    #expect(spark.exitCode == 0, "\(spark.errors)")
    for (table, file) in [("findings", "whole.csv"), ("rejects", "rejects.csv")] {
      let expected = try ShardTests.lines(folder.text(of: file))
      let found = try Spark.lines(of: "out/\(table).csv", in: folder)
      #expect(expected.count > 2)
      #expect(found.sorted() == expected.dropFirst().sorted())
      #expect(try folder.text(of: "out/\(table).header.csv") == expected[0] + "\n")
      #expect(folder.holds("out/\(table).parquet/_SUCCESS"))
    }
    #expect(try ShardTests.summary("out/summary.json", in: folder) == ShardTests.summary("whole.json", in: folder))
  }

  @Test func aWorkerThatFailsFailsTheJobWithItsMessage() async throws {
    let outcome = try await Program.run(
      "--mar mar.csv --charges charges.csv --out out --partitions 2 -- --policy dos_rule=nonsense",
      in: try Exports.folder(), shell: Spark.shell)
    #expect(outcome.exitCode == 70)
    #expect(outcome.errors.contains("the program ended with 64"), "\(outcome.errors)")
    #expect(outcome.errors.contains("--policy: "), "\(outcome.errors)")
  }
}

/// The Spark of this machine.
enum Spark {
  static let absence: Comment = "no pyspark or no Java: run scripts/spark/setup"

  private static let project = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().path

  private static let environment = ProcessInfo.processInfo.environment
  private static let venv = environment["SPARK_VENV"] ?? project + "/.build/spark-venv"
  private static let path = environment["PATH"] ?? "/usr/bin:/bin"

  static let isHere =
    FileManager.default.isExecutableFile(atPath: venv + "/bin/spark-submit")
    && path.split(separator: ":").contains { FileManager.default.isExecutableFile(atPath: "\($0)/java") }

  /// Gives the script the program in the place of its first argument.
  static let shell = """
    export INFUSION_CHARGES_PROGRAM="$0" PATH='\(path)' SPARK_VENV='\(venv)' SPARK_MASTER='local[2]' SPARK_MEMORY=1g
    export HOME="$PWD"
    exec '\(project)/scripts/spark/run' "$@"
    """

  /// The lines of all parts of a table.
  static func lines(of table: String, in folder: Folder) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.url(of: table).path)
      .filter { $0.hasPrefix("part-") }
      .flatMap { ShardTests.lines(try folder.text(of: "\(table)/\($0)")) }
  }
}
