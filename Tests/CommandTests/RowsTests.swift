import Foundation
import Testing

/// Rows of both exports on one stream, as Spark hands them to a worker.
@Suite(.timeLimit(.minutes(15)))
struct RowsTests {
  private static let files = "mar.csv --charges charges.csv"
  private static let fromStream = #"exec "$0" "$@" < stream"#

  private static func records(_ text: String) -> [String] { text.split(separator: "\n").map(String.init) }

  /// The rows of a plain export behind their tags: of the first file, lines and rows counted.
  private static func tagged(_ text: String, _ kind: String) -> [String] {
    records(text).enumerated().dropFirst().map { "\(kind)1:\($0.offset + 1):\($0.offset),\($0.element)" }
  }

  @Test func taggedRowsInAnyOrderAreTheRunOverTheFiles() async throws {
    let folder = try Exports.folder()
    let whole = try await Program.run("reconcile \(Self.files) -o -", in: folder)
    let rows = Self.tagged(Exports.charges, "c") + Self.tagged(Exports.mar, "m")
    for rows in [rows, rows.reversed(), rows.sorted()] {
      try folder.write(rows.joined(separator: "\n") + "\n", to: "stream")
      let outcome = try await Program.run(
        "reconcile \(Self.files) --rows - -o - --summary s.json", in: folder, shell: Self.fromStream)
      #expect(outcome.exitCode == 0, "\(outcome.errors)")
      #expect(ShardTests.lines(outcome.output).sorted() == ShardTests.lines(whole.output).sorted())
    }
    let inputs = try #require(try ShardTests.summary("s.json", in: folder)["inputs"] as? [[String: Any]])
    #expect(inputs.map { $0["rows"] as? Int } == [3, 3])
  }

  /// Heads show the forms of times: a part alone might read 3/4 as the fourth of March.
  @Test func headsSettleHowTheRowsAreRead() async throws {
    let mar = "csn,medication,route,site,start,stop\n" + "E1,vancomycin,IV,A,25/1/2026 9:00,25/1/2026 10:00\n"
    let folder = try Folder()
    try folder.write(mar, to: "mar.csv")
    try folder.write("m1:3:2,E2,vancomycin,IV,A,3/4/2026 9:00,3/4/2026 10:00\n", to: "stream")
    let outcome = try await Program.run("derive mar.csv --rows - -o -", in: folder, shell: Self.fromStream)
    #expect(Table(csv: outcome.output)["service_date"] == ["2026-04-03"])
    #expect(Table(csv: outcome.output)["evidence"] == ["mar.csv:3"])
  }

  @Test func headersMayBeOptions() async throws {
    let folder = try Exports.folder()
    let whole = try await Program.run("reconcile \(Self.files) -o -", in: folder)
    let (mar, charges) = (Self.records(Exports.mar), Self.records(Exports.charges))
    let headers = ["--mar-header", mar[0], "--charges-header", charges[0], "-o", "-"]
    let rows = mar.dropFirst().map { "m,\($0)" } + charges.dropFirst().map { "c,\($0)" }
    try folder.write(rows.joined(separator: "\n"), to: "stream")
    let tagged = try await Program.run(
      ["reconcile", "mar.csv", "--charges", "charges.csv", "--rows", "-"] + headers, in: folder, shell: Self.fromStream)
    #expect(tagged.exitCode == 0, "\(tagged.errors)")
    // Rows are numbered on the stream, which has no headers.
    let columns: Set<String> = ["evidence"]
    #expect(Table(csv: tagged.output).without(columns) == Table(csv: whole.output).without(columns))
    #expect(Table(csv: tagged.output)["evidence"].first == "mar.csv:1; charges.csv:1")

    try folder.write(mar.dropFirst().joined(separator: "\n"), to: "m")
    try folder.write(charges.dropFirst().joined(separator: "\n"), to: "c")
    let apart = try await Program.run(
      ["reconcile", "/dev/fd/5", "--charges", "/dev/fd/6"] + headers, in: folder, shell: #"exec "$0" "$@" 5< m 6< c"#)
    #expect(apart.exitCode == 0, "\(apart.errors)")
    #expect(Table(csv: apart.output).without(columns) == Table(csv: whole.output).without(columns))
  }

  @Test func nothingIsASuccess() async throws {
    let folder = try Exports.folder(["stream": ""])
    let headers = ["--mar-header", Self.records(Exports.mar)[0], "--charges-header", Self.records(Exports.charges)[0]]
    for arguments in [
      ["reconcile", "mar.csv", "--charges", "charges.csv", "--rows", "-", "-o", "-"],
      ["reconcile", "mar.csv", "--charges", "charges.csv", "--rows", "-", "-o", "-"] + headers,
      ["reconcile", "-", "--charges", "/dev/null", "-o", "-"] + headers,
    ] {
      let outcome = try await Program.run(arguments, in: folder, shell: Self.fromStream)
      #expect(outcome.exitCode == 0, "\(outcome.errors)")
      #expect(ShardTests.lines(outcome.output).count == 1)
      #expect(outcome.output.hasPrefix("encounter_id,"))
    }
  }

  /// The record as it stands in its export, and its place there.
  @Test func aRejectedRowIsNamedByItsPlace() async throws {
    let folder = try Exports.folder()
    try folder.write(
      "m1:905:904,E7,M9,\"a \"\"quoted\"\" name\",vancomycin,nowhere,A,2026-01-05 09:00,,\n", to: "stream")
    let outcome = try await Program.run(
      "reconcile \(Self.files) --rows - -o - --rejects r.csv --max-rejects 100%", in: folder, shell: Self.fromStream)
    #expect(outcome.exitCode == 0, "\(outcome.errors)")
    let rejects = Table(csv: try folder.text(of: "r.csv"))
    #expect(rejects["line"] == ["905"] && rejects["row"] == ["904"])
    #expect(rejects["record"] == ["E7,M9,\"a \"\"quoted\"\" name\",vancomycin,nowhere,A,2026-01-05 09:00,,"])
  }

  static let refused = [
    ("E1,x\n", "standard input:1: a row begins with m or c"),
    ("m1:2:1,E1,,,vancomycin,IV,A,2026-01-05 09:00,,\nx\n", "standard input:2: a row begins with m or c"),
    ("m2:2:1,E1\n", "a row is of MAR export 2, which is not named"),
    ("m1:2147483648:1,E1\n", "standard input:1: a row's tag, or its number, is larger than 2147483647"),
    ("c3:2:1,E1\n", "a row is of charge export 3, which is not named"),
  ]

  @Test(arguments: refused)
  func whatIsNoTaggedRowIsRefused(_ stream: String, _ says: String) async throws {
    let folder = try Exports.folder(["stream": stream])
    let outcome = try await Program.run("reconcile \(Self.files) --rows - -o f.csv", in: folder, shell: Self.fromStream)
    #expect(outcome.exitCode == 65)
    #expect(outcome.errors.contains(says), "\(outcome.errors)")
    #expect(!folder.holds("f.csv"))
  }

  /// Two parts, each with all encounters of its patients, are the whole run.
  @Test func partsAreMerged() async throws {
    let folder = try Exports.folder()
    let rows = Self.tagged(Exports.mar, "m") + Self.tagged(Exports.charges, "c")
    _ = try await Program.run("reconcile \(Self.files) -o whole.csv --summary whole.json -q", in: folder)
    for (number, names) in [(1, ["E2"]), (2, ["E1", "E3"])] {
      let part = rows.filter { row in names.contains { row.contains(",\($0),") } }
      try folder.write(part.joined(separator: "\n"), to: "stream")
      let outcome = try await Program.run(
        "reconcile \(Self.files) --rows - --part \(number)/2 -o \(number).csv --summary \(number).json -q", in: folder,
        shell: Self.fromStream)
      #expect(outcome.exitCode == 0, "\(outcome.errors)")
    }
    let whole = try ShardTests.summary("whole.json", in: folder)
    let inputs = try #require(whole["inputs"])
    try folder.write(try JSONSerialization.data(withJSONObject: inputs), to: "inputs.json")
    let merge = try await Program.run("merge 1.json 2.json --inputs inputs.json -o merged.json -q", in: folder)
    #expect(merge.exitCode == 0, "\(merge.errors)")
    #expect(try ShardTests.summary("merged.json", in: folder) == whole)
  }

  /// Slices of an export as files of their own: their sum has no digest; the same file twice is refused.
  @Test func partsWithFilesOfTheirOwnAreMerged() async throws {
    let (mar, charges) = (Self.records(Exports.mar), Self.records(Exports.charges))
    let folder = try Folder()
    for (number, rows) in [(1, [1]), (2, [2, 3])] {
      for (name, lines) in [("mar.csv", mar), ("charges.csv", charges)] {
        try folder.write(([lines[0]] + rows.map { lines[$0] }).joined(separator: "\n"), to: name)
      }
      for (part, file) in [(number, "\(number).json"), (2, "again.json")] {
        let outcome = try await Program.run(
          "reconcile \(Self.files) --part \(part)/2 -o f.csv --summary \(file) -q", in: folder)
        #expect(outcome.exitCode == 0, "\(outcome.errors)")
      }
      guard number == 1 else { continue }
      let again = try await Program.run("merge 1.json again.json -o m.json", in: folder)
      #expect(again.exitCode == 65)
      #expect(
        again.errors.contains("again.json: mar.csv is the same file, by its bytes, that 1.json has read"),
        "\(again.errors)")
      #expect(!folder.holds("m.json"))
    }
    let merge = try await Program.run("merge 2.json 1.json -o m.json -q", in: folder)
    #expect(merge.exitCode == 0, "\(merge.errors)")
    func inputs(_ file: String) throws -> [[String: Any]] {
      try #require(try ShardTests.summary(file, in: folder)["inputs"] as? [[String: Any]])
    }
    let (whole, one, two) = try (inputs("m.json"), inputs("1.json"), inputs("2.json"))
    #expect(whole.map { $0["sha256"] as? String } == ["", ""])
    #expect(whole.map { $0["rows"] as? Int } == [3, 3])
    for place in whole.indices {
      let bytes = try [one, two].map { try #require($0[place]["bytes"] as? Int) }
      #expect(whole[place]["bytes"] as? Int == bytes[0] + bytes[1])
    }
  }

  @Test(arguments: [
    ("--shard 1/2 --rows -", "--shard chooses encounters itself"),
    ("--part 3/2 --rows -", "--part takes a part such as"),
    ("--rows mar.csv", "--rows: mar.csv is also named as an export"),
  ])
  func whatCannotBeMeant(_ options: String, _ says: String) async throws {
    let outcome = try await Program.run("reconcile \(Self.files) -o f.csv \(options)", in: try Exports.folder())
    #expect(outcome.exitCode == 64)
    #expect(outcome.errors.contains(says), "\(outcome.errors)")
  }
}
