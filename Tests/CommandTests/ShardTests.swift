import Foundation
import Testing

/// A run in shards: each judges its own encounters, and together they are the whole run.
@Suite(.timeLimit(.minutes(15)))
struct ShardTests {
  /// What the parts of a run have apart, and what only a part has.
  private static let runFacts = ["timing", "outputs", "part"]

  /// The sample day, with rows of nobody, a trailer and a patient who comes twice on a day.
  private static func sampleDay() throws -> Folder {
    let folder = try Folder()
    let mar = try Data(contentsOf: Exports.sampleData.appending(path: "mar.csv.gz"))
    try folder.write(mar, to: "mar.csv.gz")
    try folder.write(try Data(contentsOf: Exports.sampleData.appending(path: "charges.csv")), to: "charges.csv")
    return folder
  }

  private static let files = "mar.csv.gz --charges charges.csv"

  @Test(arguments: [1, 2, 7])
  func theSortedUnionOfShardsIsTheWholeRun(of count: Int) async throws {
    let folder = try Self.sampleDay()
    let whole = try await Program.run(
      "reconcile \(Self.files) -o whole.csv --encounters whole-encounters.csv --summary whole.json -q", in: folder)
    #expect(whole.exitCode == 0, "\(whole.errors)")
    for number in 1...count {
      let outcome = try await Program.run(
        "reconcile \(Self.files) -o \(number).csv --encounters \(number)-encounters.csv --shard \(number)/\(count)"
          + " --summary \(number).json -q", in: folder)
      #expect(outcome.exitCode == 0, "\(outcome.errors)")
    }
    for table in ["", "-encounters"] {
      let parts = try (1...count).flatMap { try Self.lines(folder.text(of: "\($0)\(table).csv")).dropFirst() }
      let expected = try Self.lines(folder.text(of: "whole\(table).csv"))
      #expect(expected.count > 100)
      #expect(parts.sorted() == expected.dropFirst().sorted())
    }
    let names = (1...count).map { "\($0).json" }.joined(separator: " ")
    let merge = try await Program.run("merge \(names) -o merged.json -q", in: folder)
    #expect(merge.exitCode == 0, "\(merge.errors)")
    #expect(try Self.summary("merged.json", in: folder) == Self.summary("whole.json", in: folder))
  }

  /// The second visit of a day needs the first, whichever shards the two are in.
  @Test func aShardKnowsTheEarlierVisitsOfItsPatients() async throws {
    let folder = try Folder()
    let rows = (1...6).map { "V\($0),P1,vancomycin 1 g,IV,A,2026-01-05 \(8 + 2 * $0):00,2026-01-05 \(9 + 2 * $0):00" }
    try folder.write(
      "csn,mrn,medication,route,site,start,stop\n"
        + rows.joined(separator: "\n")
        .replacingOccurrences(of: " 8:", with: " 08:") + "\n", to: "mar.csv")
    _ = try await Program.run("derive mar.csv -o whole.csv -q", in: folder)
    var parts: [String] = []
    for number in 1...3 {
      _ = try await Program.run("derive mar.csv -o part.csv --shard \(number)/3 -q", in: folder)
      let lines = try Self.lines(folder.text(of: "part.csv")).dropFirst()
      #expect(lines.count < 6)
      parts += lines
    }
    let whole = try Self.lines(folder.text(of: "whole.csv")).dropFirst()
    #expect(whole.contains { $0.contains(",59,") })
    #expect(parts.sorted() == whole.sorted())
  }

  @Test func rowsOfNobodyAreInTheFirstShard() async throws {
    let folder = try Exports.folder(["mar.csv": Exports.mar(adding: ",,,,,,,,,", "Total rows: 3")])
    var rejected: [Int] = []
    for number in 1...2 {
      let outcome = try await Program.run(Exports.reconcile + " --shard \(number)/2 --summary s.json", in: folder)
      #expect(outcome.exitCode == 0, "\(outcome.errors)")
      let rows = try #require(try Self.summary("s.json", in: folder)["rows"] as? [String: Any])
      rejected.append(try #require((rows["rejected"] as? [String: Any])?["total"] as? Int))
    }
    #expect(rejected == [2, 0])
  }

  /// A part may have many rejects where the run has few; what the run may have is asked of the whole.
  @Test func theLimitOfRejectsHoldsForTheWholeRun() async throws {
    let folder = try Exports.folder(["mar.csv": Exports.mar(adding: "E4,,,vancomycin,nowhere,,,,")])
    for number in 1...2 {
      let outcome = try await Program.run(
        "reconcile mar.csv --charges charges.csv -o \(number).csv --shard \(number)/2 --summary \(number).json -q",
        in: folder)
      #expect(outcome.exitCode == 0, "\(outcome.errors)")
    }
    let merge = try await Program.run("merge 1.json 2.json -o merged.json", in: folder)
    #expect(merge.exitCode == 65)
    #expect(merge.errors.contains("1 of 4 rows were rejected, more than --max-rejects 10% allows"), "\(merge.errors)")
    #expect(!folder.holds("merged.json"))
  }

  /// Summaries that `merge` refuses, and what it says.
  static let refused: [(String, String, Int32)] = [
    ("merge 1.json -o m.json", "part 2/2 is missing", 65), ("merge 2.json -o m.json", "part 1/2 is missing", 65),
    ("merge 1.json 2.json again.json -o m.json", "part 1/2 is in 1.json too", 65),
    ("merge 1.json policy.json -o m.json", "policy.json: options is not what 1.json has", 65),
    ("merge 1.json encoding.json -o m.json", "encoding.json: options is not what 1.json has", 65),
    ("merge 1.json excluded.json -o m.json", "excluded.json: options is not what 1.json has", 65),
    ("merge 1.json excel.json -o m.json", "excel.json: part.output_form is not what 1.json has", 65),
    ("merge 1.json differences.json -o m.json", "differences.json: part.output_form is not what 1.json has", 65),
    ("merge 1.json other.json -o m.json", "other.json: inputs.sha256 is not what 1.json has", 65),
    ("merge 1.json third.json -o m.json", "third.json: part.count is not what 1.json has", 65),
    ("merge 1.json tables.json -o m.json", "tables.json: part.tables_sha256 is not what 1.json has", 65),
    ("merge 1.json whole.json -o m.json", "whole.json: this is the summary of a whole run", 65),
    ("merge 1.json mar.csv -o m.json", "mar.csv: this is no JSON", 65),
    ("merge 1.json part.json -o m.json", "part.json: version is missing", 65),
    ("merge 1.json lost.json -o m.json", "the inputs have 3 rows, the parts have read 2", 70),
    ("merge 1.json absent.json -o m.json", "absent.json: no such file", 66),
    ("merge 1.json 2.json -o 1.json", "--output names 1.json, which is an input", 64),
  ]

  @Test func whatIsNotTheWholeOfARunIsRefused() async throws {
    let folder = try await Self.folderOfSummaries()
    for (command, says, exitCode) in Self.refused {
      let outcome = try await Program.run(command, in: folder)
      #expect(outcome.exitCode == exitCode, "\(command): \(outcome.errors)")
      #expect(outcome.errors.contains(says), "\(command): \(outcome.errors)")
      #expect(!folder.holds("m.json"))
    }
  }

  /// Two shards of a run, and summaries that do not go with the first.
  private static func folderOfSummaries() async throws -> Folder {
    let folder = try Exports.folder(["part.json": "{}", "fees.csv": "code,amount\n96365,1\n"])
    let run = "reconcile mar.csv --charges charges.csv -o f.csv -q --summary"
    for command in [
      "\(run) 1.json --shard 1/2", "\(run) 2.json --shard 2/2", "\(run) again.json --shard 1/2",
      "\(run) policy.json --shard 2/2 --policy dos_rule=SPLIT_BY_DAY", "\(run) third.json --shard 2/3",
      "\(run) encoding.json --shard 2/2 --encoding utf-8 --max-field 500 --delimiter comma",
      "\(run) excluded.json --shard 2/2 --explain-excluded", "\(run) excel.json --shard 2/2 --excel",
      "\(run) differences.json --shard 2/2 --only-differences",
      "\(run) tables.json --shard 2/2 --fees fees.csv", "\(run) whole.json",
    ] {
      let outcome = try await Program.run(command, in: folder)
      #expect(outcome.exitCode == 0, "\(command): \(outcome.errors)")
    }
    try folder.write(Exports.mar(adding: "E9,,,ketorolac,IM,,2026-01-05 11:00,,"), to: "mar.csv")
    _ = try await Program.run("\(run) other.json --shard 2/2", in: folder)
    // A part that has lost a row knows nothing of it, and its own sums are right.
    let rows = try #require(
      try folder.text(of: "2.json").range(
        of: #""rows": \{\n    "excluded"[^}]*\{[^}]*\}[^}]*\}[^}]*\}[^}]*\}"#, options: .regularExpression))
    let second = try folder.text(of: "2.json")
    try folder.write(second.replacingCharacters(in: rows, with: oneLess(String(second[rows]))), to: "lost.json")
    return folder
  }

  private static func oneLess(_ text: String) -> String {
    text.split(separator: "\n").map { line in
      guard let digit = line.last(where: \.isNumber), let number = Int(String(digit)), number > 0 else {
        return line + ""
      }
      return line.replacingOccurrences(of: ": \(number)", with: ": \(number - 1)")
    }.joined(separator: "\n")
  }

  @Test(arguments: ["0/7", "8/7", "7", "x"])
  func whatIsNoShardIsRefused(_ shard: String) async throws {
    let outcome = try await Program.run(Exports.reconcile + " --shard \(shard)", in: try Exports.folder())
    #expect(outcome.exitCode == 64)
    #expect(outcome.errors.contains("--shard takes a part such as 2/7"), "\(outcome.errors)")
  }

  static func lines(_ text: String) -> [String] { text.split(separator: "\n").map(String.init) }

  /// A summary without what two runs may differ in.
  static func summary(_ name: String, in folder: Folder) throws -> NSDictionary {
    let json = try JSONSerialization.jsonObject(with: try folder.content(of: name))
    let summary = try #require(json as? [String: Any])
    return NSDictionary(dictionary: summary.filter { !runFacts.contains($0.key) })
  }
}
