import Foundation
import Testing

/// One nightly pass over a drop folder (design section 6).
@Suite(.timeLimit(.minutes(15)))
struct DropTests {
  @Test func aCompleteDropIsTakenThrough() async throws {
    let drop = try Dropped()
    try drop.put("jan")
    let outcome = try await drop.run()
    #expect(outcome.exitCode == 0)
    #expect(outcome.output.isEmpty)
    let run = try #require(try drop.names("out").first)
    #expect(run.hasPrefix("jan-"))
    #expect(
      try drop.names("out/\(run)") == [
        "encounters.csv", "findings.csv", "manifest.json", "queries.csv", "summary.json",
      ])
    #expect(try drop.names("incoming").isEmpty)
    let day = try #require(try drop.names("done").first)
    #expect(try drop.names("done/\(day)/\(run)").contains("mar_jan.csv"))
    #expect(try drop.statuses() == ["done"])
    #expect(try drop.leftovers().isEmpty)
  }

  @Test func whoeverOpensThemGetsAWorkbookAndAPage() async throws {
    let drop = try Dropped()
    try drop.put("jan")
    #expect(try await drop.run("--workbook --report").exitCode == 0)
    let run = try #require(try drop.names("out").first)
    #expect(Set(try drop.names("out/\(run)")).isSuperset(of: ["results.xlsx", "report.html", "findings.csv"]))
    #expect(try drop.leftovers().isEmpty)
  }

  @Test func resultsAreThoseOfReconcile() async throws {
    let drop = try Dropped()
    try drop.put("jan")
    try drop.folder.write(Exports.mar, to: "mar_jan.csv")
    try drop.folder.write(Exports.charges, to: "charges_jan.csv")
    _ = try await drop.run()
    _ = try await Program.run("reconcile mar_jan.csv --charges charges_jan.csv -o findings.csv -q", in: drop.folder)
    let findings = try drop.results().first { $0.key.hasSuffix("findings.csv") }?.value
    #expect(try findings == drop.folder.content(of: "findings.csv"))
  }

  @Test func theSameContentIsProcessedOnceUntilItIsForced() async throws {
    let drop = try Dropped()
    try drop.put("jan")
    _ = try await drop.run()
    let before = try drop.results()
    try drop.put("again")
    #expect(try await drop.run().exitCode == 0)
    #expect(try drop.results() == before)
    #expect(try drop.statuses() == ["done", "duplicate"])
    #expect(try drop.names("incoming").isEmpty)
    try drop.put("again")
    #expect(try await drop.run("--reprocess").exitCode == 0)
    #expect(try drop.names("out").count == 2)
    #expect(try drop.statuses() == ["done", "duplicate", "done"])
  }

  @Test(arguments: [
    "--policy dos_rule=SPLIT_BY_DAY", "--config c.yaml", "--tables tables", "--fees fees.csv", "--excel",
  ])
  func otherRulesMakeTheSameContentNew(_ option: String) async throws {
    let drop = try Dropped()
    try drop.folder.write("setting: facility\n", to: "c.yaml")
    try drop.folder.write("code,amount\n96365,100\n", to: "fees.csv")
    let tables = Exports.sampleData.deletingLastPathComponent().appending(path: "Sources/CodeTables/Tables")
    let table = try String(contentsOf: tables.appending(path: "2026/facility_pos.csv"), encoding: .utf8)
    try drop.folder.write(table + "\n", to: "tables/2026/facility_pos.csv")
    try drop.put("jan")
    _ = try await drop.run()
    try drop.put("jan")
    let outcome = try await drop.run(option)
    #expect(outcome.exitCode == 0, "\(outcome.errors)")
    #expect(try drop.statuses() == ["done", "done"])
  }

  @Test func whatCannotBeUsedFailsWithItsReasonAndOthersGoOn() async throws {
    let drop = try Dropped()
    try drop.put("a", mar: "nothing,of,use\n1,2,3\n")
    try drop.put("b")
    let outcome = try await drop.run()
    #expect(outcome.exitCode == 65)
    #expect(try drop.statuses().sorted() == ["done", "failed"])
    let paths = try drop.paths("failed")
    let reason = try #require(paths.first { $0.hasSuffix("reason.txt") })
    #expect(try drop.folder.text(of: "d/failed/\(reason)").contains("mar_a.csv"))
    #expect(paths.contains { $0.hasSuffix("mar_a.csv") } && paths.contains { $0.hasSuffix("charges_a.csv") })
    #expect(try drop.names("out").count == 1)
    // Put back, it is tried again, under another name.
    try drop.put("a", mar: "nothing,of,use\n1,2,3\n")
    #expect(try await drop.run().exitCode == 65)
    #expect(try drop.statuses().count { $0 == "failed" } == 2)
    #expect(try drop.leftovers().isEmpty)
  }

  @Test func aReasonThatComesBackWithItsDropIsNoStranger() async throws {
    let drop = try Dropped()
    try drop.put("jan")
    try drop.put("no rows\n", "reason.txt")
    #expect(try await drop.run("--dry-run").output == "process mar_jan.csv + charges_jan.csv\n")
    #expect(try await drop.run().exitCode == 0)
  }

  @Test func aRunHasANameOfItsOwnWithoutALedgerToo() async throws {
    let drop = try Dropped()
    try drop.put("jan")
    _ = try await drop.run()
    let first = try #require(try drop.names("out").first)
    try drop.put("jan")
    let outcome = try await drop.run(shell: #"rm -r d/ledger.jsonl d/out/*; exec "$0" "$@""#)
    #expect(outcome.exitCode == 0)
    #expect(try drop.names("out") == ["\(first).2"])
  }

  @Test func aMistakeInTheConfigurationMovesNothing() async throws {
    let drop = try Dropped()
    try drop.put("jan")
    try drop.folder.write("polcy:\n", to: "c.yaml")
    try drop.folder.write("drop:\n  mar: mar.csv\n", to: "d.yaml")
    let before = try drop.paths("incoming")
    for file in ["c.yaml", "d.yaml"] {
      #expect(try await drop.run("--config \(file)").exitCode == 78)
      #expect(try drop.paths() == ["incoming"] + before.map { "incoming/\($0)" })
    }
  }

  @Test func patternsOfTheConfigurationPairFiles() async throws {
    let drop = try Dropped()
    try drop.folder.write(
      "drop:\n  mar: \"*_{drop}_MAR*.txt\"\n  charges: \"bill-{drop}.*\"\n  stable_minutes: 0\n", to: "c.yaml")
    let lines = Exports.mar.split(separator: "\n").map { "\($0)\n" }
    try drop.put(lines[0...2].joined(), "X_0105_mar1.txt")
    try drop.put(lines[0] + lines[3], "Y_0105_MAR2.txt")
    try drop.put(Exports.charges, "Bill-0105.CSV")
    #expect(try await drop.run("--config c.yaml").exitCode == 0)
    let summary = try #require(try drop.paths("out").first { $0.hasSuffix("summary.json") })
    #expect(try drop.folder.text(of: "d/out/\(summary)").contains("\"read\": 3"))
  }

  @Test func aSecondRunEndsWith75AndChangesNothing() async throws {
    let drop = try Dropped()
    try drop.put("jan")
    let outcome = try await drop.run(shell: #"flock d/.lock "$0" "$@""#)
    #expect(outcome.exitCode == 75)
    #expect(outcome.errors.contains("another run holds this folder"))
    #expect(try drop.names("incoming").count == 4)
    #expect(try await drop.run().exitCode == 0)
  }

  @Test func aDryRunSaysWhatWouldBeDoneAndChangesNothing() async throws {
    let drop = try Dropped()
    try drop.put("jan")
    try drop.put(Exports.mar, "mar_feb.csv")
    let before = try drop.paths()
    let outcome = try await drop.run("--dry-run")
    #expect(outcome.exitCode == 75)
    #expect(outcome.output.contains("process mar_jan.csv + charges_jan.csv"))
    #expect(outcome.output.contains("wait    mar_feb.csv: no charges"))
    #expect(try drop.paths() == before)
  }

  @Test func nothingToDoIsASuccess() async throws {
    let drop = try Dropped()
    let outcome = try await drop.run("--now 2026-11-24T02:00:00Z")
    #expect(outcome.exitCode == 0)
    #expect(outcome.errors.isEmpty)
    #expect(try drop.folder.text(of: "d/last-success") == "2026-11-24T02:00:00Z 1795485600\n")
  }

  @Test func monitoringSeesAFailureAndTheLastSuccess() async throws {
    let drop = try Dropped()
    _ = try await drop.run("--now 2026-11-24T02:00:00Z")
    try drop.put("a", mar: "nothing,of,use\n1,2,3\n")
    _ = try await drop.run("--now 2026-11-25T02:00:00Z --metrics figures.prom")
    #expect(try drop.folder.text(of: "d/last-success").hasPrefix("2026-11-24T02:00:00Z"))
    let figures = try drop.folder.text(of: "figures.prom")
    for line in [
      "infusion_charges_last_success_timestamp_seconds 1795485600", "infusion_charges_last_exit_code 65",
      "infusion_charges_last_run_timestamp_seconds 1795572000", "infusion_charges_drops{state=\"failed\"} 1",
    ] {
      #expect(figures.contains(line + "\n"))
    }
    #expect(try drop.folder.mode(of: "figures.prom") == 0o644)
  }

  @Test func theDayOfFoldersIsThatOfTheZone() async throws {
    let drop = try Dropped()
    try drop.put("jan")
    let outcome = try await drop.run(
      "--now 2026-11-24T02:00:00Z", shell: #"TZ=America/New_York exec "$0" "$@""#)
    #expect(outcome.exitCode == 0)
    #expect(try drop.names("done") == ["2026-11-23"])
  }

  @Test(arguments: [("--strict", 4), ("--fail-on missing>0", 3), ("--fail-on missing>90%", 0)])
  func resultsThatAreJudgedArePutOut(_ option: String, exitCode: Int32) async throws {
    let drop = try Dropped()
    try drop.put("jan", mar: Exports.mar(adding: "E3,M9003,,ketorolac 30 mg,IM,,soon,,"))
    let outcome = try await drop.run("--max-rejects 1 \(option)")
    #expect(outcome.exitCode == exitCode)
    #expect(try drop.statuses() == ["done"])
    #expect(drop.folder.holds("d/last-success"))
  }
}
