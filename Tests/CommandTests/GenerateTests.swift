import Foundation
import Testing

/// Synthetic exports, as a user makes and scores them.
@Suite(.timeLimit(.minutes(15)))
struct GenerateTests {
  private static let files = ["answer.csv", "charges.csv", "mar.csv", "summary.json"]

  @Test func theFolderHoldsRecordBillAnswerAndCounts() async throws {
    let folder = try Folder()
    let outcome = try await Program.run("generate --encounters 40 --seed 3 -o made", in: folder)
    #expect(outcome.exitCode == 0)
    #expect(outcome.output.hasPrefix("40 encounters, "))
    #expect(outcome.output.contains("infusion-charges reconcile made/mar.csv --charges made/charges.csv"))
    let made = try FileManager.default.contentsOfDirectory(atPath: folder.path + "/made").sorted()
    #expect(made == Self.files)
    for name in Self.files { #expect(try folder.mode(of: "made/" + name) == 0o600) }
    let summary = try #require(
      try JSONSerialization.jsonObject(with: folder.content(of: "made/summary.json")) as? [String: Any])
    #expect(summary["encounters"] as? Int == 40)
    #expect(summary["mar_rows"] as? Int == Table(csv: try folder.text(of: "made/mar.csv")).rows.count)
    #expect(summary["charge_lines"] as? Int == Table(csv: try folder.text(of: "made/charges.csv")).rows.count)
  }

  @Test func nothingOfItIsRejectedAndTheScoreIsFull() async throws {
    let folder = try Folder()
    for style in ["intervals", "events"] {
      _ = try await Program.run("generate --encounters 300 --seed 4 --style \(style) --gzip -q -o made", in: folder)
      let run = "reconcile made/mar.csv.gz --charges made/charges.csv.gz --strict -q -o \(style).csv"
      #expect(try await Program.run(run, in: folder).exitCode == 0)
      let score = Exports.sampleData.deletingLastPathComponent().appending(path: "scripts/score").path
      let scored = try await Program.run(
        "", in: folder, shell: "PATH=/usr/bin:/bin python3 '\(score)' made/answer.csv \(style).csv --strict")
      #expect(scored.exitCode == 0, "\(scored.output)")
      #expect(scored.output.contains("missed_charge"))
    }
  }

  @Test func aFolderOfTheSameRunIsReplacedAndOneOfOthersIsNot() async throws {
    let folder = try Exports.folder()
    #expect(try await Program.run("generate --encounters 5 --gzip -q -o made", in: folder).exitCode == 0)
    #expect(try await Program.run("generate --encounters 5 -q -o made", in: folder).exitCode == 0)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path + "/made").sorted() == Self.files)
    let outcome = try await Program.run("generate --encounters 5 -q -o .", in: folder)
    #expect(outcome.exitCode == 64)
    #expect(outcome.errors.contains("holds mar.csv and no answer.csv"))
    #expect(try folder.text(of: "mar.csv") == Exports.mar)
  }

  @Test(arguments: [
    ("--encounters 5 --from 5.1.2026", "--from takes a day such as 2026-01-05"),
    ("--encounters -1", "encounters"), ("--encounters 5 --days 0", "--days takes 1 to 3650"),
    ("--encounters 5 --errors 101", "--errors takes 0 to 100"),
  ])
  func aWishThatCannotBeMetIsSaid(options: String, says: String) async throws {
    let folder = try Folder()
    let outcome = try await Program.run("generate \(options) -o made", in: folder)
    #expect(outcome.exitCode == 64)
    #expect(outcome.errors.contains(says))
    #expect(!folder.holds("made"))
  }
}
