import Foundation
import Testing

/// `--input-order grouped`: from files and from a stream.
@Suite(.timeLimit(.minutes(15)))
struct InputOrderTests {
  private static let files = "mar.csv --charges charges.csv"
  private static let fromStream = #"exec "$0" "$@" < stream"#

  private static func records(_ text: String) -> [String] { text.split(separator: "\n").map(String.init) }

  @Test func ofFilesItFindsTheSame() async throws {
    let folder = try Exports.folder()
    let usual = try await Program.run("reconcile \(Self.files) -o -", in: folder)
    let grouped = try await Program.run("reconcile \(Self.files) -o - --input-order grouped", in: folder)
    #expect(grouped.exitCode == 0, "\(grouped.errors)")
    #expect(grouped.output == usual.output)
    #expect(ShardTests.lines(usual.output).count > 3)
  }

  /// The lines of an encounter beside its rows, headers as options.
  @Test func ofAStreamItFindsTheSame() async throws {
    let folder = try Exports.folder()
    let (mar, charges) = (Self.records(Exports.mar), Self.records(Exports.charges))
    let rows = zip(mar.dropFirst(), charges.dropFirst()).flatMap { ["m,\($0)", "c,\($1)"] }
    try folder.write(rows.joined(separator: "\n"), to: "stream")
    let command = ["reconcile", "mar.csv", "--charges", "charges.csv", "--rows", "-", "-o", "-"]
    let headers = ["--mar-header", mar[0], "--charges-header", charges[0]]
    for headers in [[], headers] {
      let usual = try await Program.run(command + headers, in: folder, shell: Self.fromStream)
      let grouped = try await Program.run(
        command + headers + ["--input-order", "grouped"], in: folder, shell: Self.fromStream)
      #expect(grouped.exitCode == 0, "\(grouped.errors)")
      #expect(grouped.output == usual.output)
      #expect(ShardTests.lines(usual.output).count > 3)
    }
    try folder.write("", to: "stream")
    let nothing = try await Program.run(command + ["--input-order", "grouped"], in: folder, shell: Self.fromStream)
    #expect(nothing.exitCode == 0, "\(nothing.errors)")
    #expect(ShardTests.lines(nothing.output).count == 1)
  }

  @Test func aKeyThatComesBackIsRefused() async throws {
    let back = "E1,M9001,,ketorolac 30 mg,IM,,2026-01-05 11:00,,"
    let folder = try Exports.folder(["mar.csv": Exports.mar(adding: back)])
    try folder.write(Exports.earlier, to: "findings.csv")
    let outcome = try await Program.run(Exports.reconcile + " --input-order grouped", in: folder)
    #expect(outcome.exitCode == 65)
    #expect(outcome.errors.contains("mar.csv:5: a row of an encounter whose other rows stand further up"))
    #expect(!outcome.errors.contains("E1"))
    #expect(try folder.text(of: "findings.csv") == Exports.earlier)
    // Without the promise it is a row as any other.
    let usual = try await Program.run(Exports.reconcile, in: folder)
    #expect(usual.exitCode == 0, "\(usual.errors)")

    try folder.write(
      (Self.records(Exports.mar).dropFirst().map { "m,\($0)" } + ["m,\(back)"]).joined(separator: "\n"), to: "stream")
    let stream = try await Program.run(
      "reconcile \(Self.files) --rows - -o f.csv --input-order grouped", in: folder, shell: Self.fromStream)
    #expect(stream.exitCode == 65)
    #expect(stream.errors.contains("mar.csv:4: a row of an encounter"), "\(stream.errors)")
  }

  @Test func whatIsNoOrderIsRefused() async throws {
    let outcome = try await Program.run(Exports.reconcile + " --input-order sorted", in: try Exports.folder())
    #expect(outcome.exitCode == 64)
    #expect(outcome.errors.contains("--input-order"), "\(outcome.errors)")
  }
}
