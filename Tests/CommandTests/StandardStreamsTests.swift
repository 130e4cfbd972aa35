import Foundation
import Testing

/// Standard input, output and error: as files, gone, full or closed.
@Suite(.timeLimit(.minutes(15)))
struct StandardStreamsTests {
  private static var sampleRun: [String] {
    let folder = Exports.sampleData.path
    return ["reconcile", "\(folder)/mar.csv.gz", "--charges", "\(folder)/charges.csv", "-o", "-"]
  }

  @Test func standardOutputHoldsTheFindingsAndNothingElse() async throws {
    let folder = try Exports.folder()
    _ = try await Program.run(Exports.reconcile, in: folder)
    let outcome = try await Program.run("reconcile mar.csv --charges charges.csv -o -", in: folder)
    #expect(outcome.exitCode == 0)
    #expect(outcome.output == (try folder.text(of: "findings.csv")))
    #expect(outcome.errors.hasPrefix("3 rows read = 3 used + 0 excluded + 0 rejected\n"))
  }

  @Test(arguments: ["encounters", "summary", "rejects"])
  func standardOutputIsNotShared(_ option: String) async throws {
    let folder = try Exports.folder()
    let rows = Exports.mar(adding: "E3,M9003,,ketorolac 30 mg,IM,,soon,,")
    try folder.write(rows, to: "mar.csv")
    let before = try folder.names()
    let outcome = try await Program.run(
      "reconcile mar.csv --charges charges.csv --max-rejects 1 -o - --\(option) -", in: folder)
    let after = try folder.names()
    #expect(outcome.exitCode == 64)
    #expect(outcome.output.isEmpty)
    #expect(after == before)
  }

  @Test func standardInputIsRead() async throws {
    let folder = try Exports.folder()
    _ = try await Program.run(Exports.reconcile, in: folder)
    let piped = try await Program.run(
      "reconcile - --charges charges.csv -o -", in: folder, shell: #"exec "$0" "$@" < mar.csv"#)
    #expect(piped.exitCode == 0)
    let named = Table(csv: try folder.text(of: "findings.csv"))
    #expect(Table(csv: piped.output).without(["evidence"]) == named.without(["evidence"]))
  }

  @Test func standardInputIsNotReadTwice() async throws {
    let outcome = try await Program.run(
      "reconcile - --charges - -o -", in: try Exports.folder(), shell: #"exec "$0" "$@" < mar.csv"#)
    #expect(outcome.output.isEmpty)
    #expect(outcome.exitCode == 64)
  }

  @Test func aFullStandardOutputEndsTheRunWith74() async throws {
    let outcome = try await Program.run(
      "reconcile mar.csv --charges charges.csv -o -", in: try Exports.folder(),
      shell: #"exec "$0" "$@" > /dev/full"#)
    #expect(outcome.exitCode == 74)
    #expect(outcome.errors.contains("writing failed"))
  }

  /// More than a pipe holds, so that the reader is gone before all is written.
  @Test func aReaderThatIsGoneEndsTheRunWith74() async throws {
    let folder = try Folder()
    let outcome = try await Program.run(
      Self.sampleRun, in: folder, shell: #"{ "$0" "$@"; echo $? > code; } | true"#)
    #expect(try folder.text(of: "code") == "74\n")
    #expect(outcome.errors.isEmpty)
  }

  @Test func aClosedStandardOutputEndsTheRunWith74() async throws {
    let outcome = try await Program.run(
      "reconcile mar.csv --charges charges.csv -o -", in: try Exports.folder(), shell: #"exec "$0" "$@" >&-"#)
    #expect(outcome.exitCode == 74)
  }

  /// A file opened while descriptor 1 is free becomes descriptor 1, and what is printed lands in it.
  @Test func aClosedStandardOutputSpoilsNoFile() async throws {
    let folder = try Exports.folder()
    _ = try await Program.run(Exports.reconcile, in: folder)
    let outcome = try await Program.run(
      "reconcile mar.csv --charges charges.csv -o closed.csv", in: folder, shell: #"exec "$0" "$@" >&-"#)
    #expect(outcome.exitCode == 0)
    let (closed, usual) = try (folder.text(of: "closed.csv"), folder.text(of: "findings.csv"))
    #expect(closed == usual)
  }

  @Test(arguments: ["2>&-", "2>/dev/full"])
  func aMessageThatCannotBePrintedLeavesTheExitCode(_ redirection: String) async throws {
    let outcome = try await Program.run(
      "derive nothing.csv -o codes.csv", in: try Exports.folder(), shell: "exec \"$0\" \"$@\" \(redirection)")
    #expect(outcome.exitCode == 66)
  }
}
