import Foundation
import Testing

/// Manifests, what checks them, and lines for programs.
@Suite(.timeLimit(.minutes(15)))
struct AuditTests {
  @Test func aManifestHoldsUntilAnythingChanges() async throws {
    let drop = try Dropped()
    try drop.folder.write("setting: facility\n", to: "c.yaml")
    try drop.put("jan")
    _ = try await drop.run("--config c.yaml")
    let run = try #require(try drop.names("out").first)
    let verify = "verify d/out/\(run)/manifest.json"
    let good = try await Program.run(verify, in: drop.folder)
    #expect(good.exitCode == 0, "\(good.output)")
    let day = try #require(try drop.names("done").first)
    for (name, shown) in [
      ("d/out/\(run)/findings.csv", "findings.csv"), ("c.yaml", "c.yaml"),
      ("d/done/\(day)/\(run)/mar_jan.csv", "mar_jan.csv"),
    ] {
      let whole = try drop.folder.content(of: name)
      try drop.folder.write(whole + Data(" ".utf8), to: name)
      let outcome = try await Program.run(verify, in: drop.folder)
      #expect(outcome.exitCode == 65)
      #expect(outcome.output.contains { $0 == "\n" } && outcome.output.hasPrefix("changed"))
      #expect(outcome.output.contains(shown))
      try drop.folder.write(whole, to: name)
    }
    try FileManager.default.removeItem(at: drop.folder.url(of: "d/out/\(run)/queries.csv"))
    let outcome = try await Program.run(verify, in: drop.folder)
    #expect(outcome.exitCode == 65)
    #expect(outcome.output.hasPrefix("absent  queries  queries.csv\n"))
  }

  @Test(arguments: ["reconcile mar.csv --charges charges.csv -o findings.csv", "derive mar.csv -o findings.csv"])
  func everyRunCanWriteOne(_ command: String) async throws {
    let folder = try Exports.folder()
    let run = try await Program.run(command + " -q --summary s.json --manifest manifest.json", in: folder)
    #expect(run.exitCode == 0, "\(run.errors)")
    let manifest = try folder.text(of: "manifest.json")
    for word in ["\"mar.csv\"", "\"findings.csv\"", "\"s.json\"", "2026/codes.csv", "Formulary/drugs.csv"] {
      #expect(manifest.contains(word))
    }
    #expect(try await Program.run("verify manifest.json", in: folder).exitCode == 0)
    try folder.write("x", to: "findings.csv")
    #expect(try await Program.run("verify manifest.json -q", in: folder).exitCode == 65)
    #expect(try await Program.run("verify mar.csv", in: folder).exitCode == 65)
    #expect(try await Program.run("verify absent.json", in: folder).exitCode == 66)
  }

  @Test(arguments: ["-o findings.csv --summary s.json --rejects r.csv", "-o -"])
  func aDryRunPutsNothingInPlace(_ outputs: String) async throws {
    let folder = try Exports.folder(["r.csv": Exports.earlier])
    let before = try folder.names()
    let outcome = try await Program.run("reconcile mar.csv --charges charges.csv --dry-run \(outputs)", in: folder)
    #expect(outcome.exitCode == 0)
    #expect(outcome.output.contains("3 rows read"))
    #expect(!outcome.output.contains("96365,"))
    #expect(try folder.names() == before)
    #expect(try folder.text(of: "r.csv") == Exports.earlier)
  }

  @Test func linesForProgramsAreJSON() async throws {
    let folder = try Exports.folder()
    let good = try await Program.run(
      "reconcile mar.csv --charges charges.csv -o findings.csv --log-format json", in: folder)
    let bad = try await Program.run("derive absent.csv -o codes.csv --log-format json", in: folder)
    #expect(good.exitCode == 0 && bad.exitCode == 66)
    #expect(good.output.isEmpty)
    let lines = (good.errors + bad.errors).split(separator: "\n")
    #expect(lines.count >= 2)
    for line in lines {
      let object = try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: String])
      #expect(object["time"] != nil && object["level"] != nil && object["message"] != nil)
    }
    #expect(good.errors.contains("\"rows\":\"3\""))
    #expect(bad.errors.contains("\"level\":\"error\"") && bad.errors.contains("absent.csv: no such file"))
  }
}
