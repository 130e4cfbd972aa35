import Foundation
import Testing

/// A pass that goes on where another was ended: nothing is lost, nothing is done twice.
@Suite(.serialized, .timeLimit(.minutes(15)))
struct ResumeTests {
  /// Where a pass was ended, as a change to what a finished one leaves.
  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    /// Shell commands in the drop folder; `$run` is the run, `$day` its day.
    let change: String
  }

  /// `done` back to `processing`.
  private static let back = "mv done/$day/$run processing/; "

  static let cases = [
    Case(testDescription: "before the folder left processing", change: back),
    Case(testDescription: "before the line of the ledger", change: back + ": > ledger.jsonl"),
    Case(
      testDescription: "within the line of the ledger",
      change: back + "head -c 40 ledger.jsonl > half; mv half ledger.jsonl"),
    Case(
      testDescription: "before the results were named", change: back + ": > ledger.jsonl; mv out/$run out/.$run.partial"
    ),
    Case(
      testDescription: "while results were written",
      change: back + ": > ledger.jsonl; mv out/$run out/.$run.partial; rm out/.$run.partial/m*"),
    Case(
      testDescription: "before anything was written", change: back + ": > ledger.jsonl; rm -r out/$run"),
    Case(
      testDescription: "while files were taken",
      change: back
        + ": > ledger.jsonl; rm -r out/$run; mv processing/$run/charges* processing/$run/mar_jan.ok incoming/"),
    Case(
      testDescription: "before any file was taken",
      change: back + ": > ledger.jsonl; rm -r out/$run; mv processing/$run/* incoming/"),
    Case(
      testDescription: "before the plan was written",
      change: back
        + ": > ledger.jsonl; rm -r out/$run; mv processing/$run/* incoming/; mv processing/$run/.drop.json processing/$run/..drop.json.99-0.part"
    ),
    Case(
      testDescription: "while files were given back",
      change: back + ": > ledger.jsonl; rm -r out/$run; ln processing/$run/charges_jan.csv incoming/"),
  ]

  @Test(arguments: cases)
  func aPassGoesOnWhereAnotherWasEnded(_ given: Case) async throws {
    let drop = try Dropped()
    try drop.put("jan")
    _ = try await drop.run()
    let (results, paths) = (try drop.results(), try drop.paths())
    let outcome = try await drop.run(
      shell: "(cd d; run=$(ls out); day=$(ls done); \(given.change)); exec \"$0\" \"$@\"")
    #expect(outcome.exitCode == 0, "\(outcome.errors)")
    #expect(try drop.results() == results)
    #expect(try drop.paths() == paths)
    #expect(try drop.statuses() == ["done"])
  }

  /// A pass after one that was ended while it processed `jan`: nothing is out, and the ledger has no line.
  ///
  /// - Parameter change: what else it finds changed, in shell commands.
  private static func resume(_ drop: Dropped, after change: String) async throws -> Program.Outcome {
    try drop.put("jan")
    _ = try await drop.run()
    return try await drop.run(
      shell: "mv d/done/*/* d/processing/; : > d/ledger.jsonl; rm -r d/out/*; \(change); exec \"$0\" \"$@\"")
  }

  @Test func aFailureIsFinishedToo() async throws {
    let drop = try Dropped()
    try drop.put("a", mar: "nothing,of,use\n1,2,3\n")
    _ = try await drop.run()
    let paths = try drop.paths()
    let outcome = try await drop.run(
      shell: #"mv d/failed/*/* d/processing/; : > d/ledger.jsonl; exec "$0" "$@""#)
    #expect(outcome.exitCode == 65)
    #expect(try drop.paths() == paths)
    #expect(try drop.statuses() == ["failed"])
  }

  @Test func aPartThatIsGoneSendsTheRestBack() async throws {
    let drop = try Dropped()
    let outcome = try await Self.resume(drop, after: #"rm d/processing/*/charges_jan.csv"#)
    #expect(outcome.exitCode == 75)
    #expect(try drop.names("incoming") == ["charges_jan.ok", "mar_jan.csv", "mar_jan.ok"])
    #expect(try drop.leftovers().isEmpty)
  }

  @Test func aFileThatIsNotWhatWasTakenIsGivenBack() async throws {
    let drop = try Dropped()
    let outcome = try await Self.resume(
      drop, after: #"echo 'E9,M9,,ketorolac 30 mg,IM,,2026-01-05 11:00,,' | tee -a d/processing/*/mar_jan.csv"#)
    #expect(outcome.exitCode == 75)
    #expect(outcome.errors.contains("mar_jan.csv changed while it was read"))
    #expect(try drop.names("out").isEmpty && drop.leftovers().isEmpty)
    #expect(try await drop.run().exitCode == 0)
    #expect(try drop.statuses() == ["done"])
  }

  @Test func aDropThatEndsTheProgramAgainAndAgainFails() async throws {
    let drop = try Dropped()
    let outcome = try await Self.resume(
      drop, after: #"sed -i 's/"attempts":1/"attempts":5/' d/processing/*/.drop.json"#)
    #expect(outcome.exitCode == 70)
    #expect(try drop.statuses() == ["failed"])
    #expect(outcome.errors.contains("was ended 5 times while it processed this drop"))
    #expect(try drop.leftovers().isEmpty)
  }

  @Test func aLedgerThatIsDamagedStopsThePass() async throws {
    let drop = try Dropped()
    try drop.put("jan")
    try drop.folder.write("{}\n", to: "d/ledger.jsonl")
    let outcome = try await drop.run()
    #expect(outcome.exitCode == 74)
    #expect(outcome.errors.contains("d/ledger.jsonl:1: this is no line of a ledger"))
    #expect(try drop.names("incoming").count == 4)
    #expect(try drop.folder.text(of: "d/infusion-charges.prom").contains("infusion_charges_last_exit_code 74\n"))
  }

  @Test func aDropIsGivenBackWholeOrNotAtAll() async throws {
    let drop = try Dropped()
    let outcome = try await Self.resume(
      drop,
      after: """
        echo 'E9,M9,,ketorolac 30 mg,IM,,2026-01-05 11:00,,' | tee -a d/processing/*/mar_jan.csv
        echo other > d/incoming/charges_jan.csv
        """)
    #expect(outcome.exitCode == 65)
    #expect(outcome.errors.contains("meanwhile another charges_jan.csv has come"), "\(outcome.errors)")
    #expect(try drop.names("incoming") == ["charges_jan.csv"])
    #expect(try drop.folder.text(of: "d/incoming/charges_jan.csv") == "other\n")
    #expect(try drop.paths("failed").count { $0.contains("_jan.") } == 4)
  }

  @Test func whatResultsCameToIsToldByThePassThatFinishes() async throws {
    let drop = try Dropped()
    try drop.put("jan", mar: Exports.mar(adding: "E3,M9003,,ketorolac 30 mg,IM,,soon,,"))
    #expect(try await drop.run("--strict --max-rejects 5").exitCode == 4)
    let figures = try Self.figures(of: drop)
    #expect(figures.contains { $0.contains("rows_rejected 1") })
    let outcome = try await drop.run("--strict", shell: #"mv d/done/*/* d/processing/; exec "$0" "$@""#)
    #expect(outcome.exitCode == 4)
    #expect(try Self.figures(of: drop) == figures)
  }

  private static func figures(of drop: Dropped) throws -> [Substring] {
    try drop.folder.text(of: "d/infusion-charges.prom").split(separator: "\n").filter { !$0.contains("_seconds") }
  }

  @Test func aDropThatFailsCountsMoreThanRowsThatWereRejected() async throws {
    let drop = try Dropped()
    try drop.put("a", mar: Exports.mar(adding: "E3,M9003,,ketorolac 30 mg,IM,,soon,,"))
    try drop.put("z", mar: "nothing,of,use\n1,2,3\n")
    _ = try await drop.run("--strict --max-rejects 5")
    #expect(try drop.statuses().sorted() == ["done", "failed"])
    let outcome = try await drop.run(
      "--strict", shell: #"mv d/done/*/* d/failed/*/* d/processing/; : > d/ledger.jsonl; exec "$0" "$@""#)
    #expect(outcome.exitCode == 65)
  }

  @Test func whatIsProcessedAgainStaysSoWhenThePassIsEnded() async throws {
    let drop = try Dropped()
    try drop.put("jan")
    _ = try await drop.run()
    try drop.put("jan")
    _ = try await drop.run("--reprocess")
    let outcome = try await drop.run(
      shell: #"""
        run=$(tail -n 1 d/ledger.jsonl | sed 's/.*"run":"\([^"]*\)".*/\1/'); mv d/done/*/$run d/processing/
        rm -r d/out/$run; sed -i '$d' d/ledger.jsonl; exec "$0" "$@"
        """#)
    #expect(outcome.exitCode == 0, "\(outcome.errors)")
    #expect(try drop.statuses() == ["done", "done"])
    #expect(try drop.names("out").count == 2)
  }

  @Test func aFolderOfAPersonInProcessingStays() async throws {
    let drop = try Dropped()
    let outcome = try await drop.run(
      shell: #"""
        mkdir -p d/processing/mine d/processing/cut
        touch d/processing/mine/.notes d/processing/cut/..drop.json.9-0.part; exec "$0" "$@"
        """#)
    #expect(outcome.exitCode == 75)
    #expect(outcome.errors.contains("d/processing/mine: this is not of a run"))
    #expect(try drop.paths("processing") == ["mine", "mine/.notes"])
  }

  /// CI size; scripts/fault-tests does it more often.
  @Test(arguments: 0..<20)
  func aKilledPassIsMadeGoodByTheNext(_ number: Int) async throws {
    let drop = try Dropped()
    try drop.put("jan")
    let seed = UInt64(ProcessInfo.processInfo.environment["SEED"] ?? "") ?? UInt64.random(in: 0..<1_000_000)
    let milliseconds = (seed &* 7919 &+ UInt64(number) &* 104_729) % 900
    _ = try await drop.run(
      shell: #"""
        "$0" "$@" & program=$!; sleep 0.\#(String(milliseconds + 1000).dropFirst()); kill -KILL $program; wait
        """#)
    let outcome = try await drop.run()
    #expect(outcome.exitCode == 0, "SEED=\(seed): \(outcome.errors)")
    #expect(try drop.statuses() == ["done"], "SEED=\(seed)")
    let findings = try drop.results().first { $0.key.hasSuffix("findings.csv") }?.value
    #expect(findings == (try await Self.undisturbed.value), "SEED=\(seed)")
    #expect(try drop.names("incoming").isEmpty && drop.leftovers().isEmpty, "SEED=\(seed)")
  }

  private static let undisturbed = Task {
    let drop = try Dropped()
    try drop.put("jan")
    _ = try await drop.run()
    return try drop.results().first { $0.key.hasSuffix("findings.csv") }?.value
  }
}
