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
    try drop.put("jan")
    _ = try await drop.run()
    let outcome = try await drop.run(
      shell: """
        mv d/done/*/* d/processing/; : > d/ledger.jsonl; rm -r d/out/*; rm d/processing/*/charges_jan.csv; exec "$0" "$@"
        """)
    #expect(outcome.exitCode == 75)
    #expect(try drop.names("incoming") == ["charges_jan.ok", "mar_jan.csv", "mar_jan.ok"])
    #expect(try drop.leftovers().isEmpty)
  }

  @Test func aFileThatIsNotWhatWasTakenIsGivenBack() async throws {
    let drop = try Dropped()
    try drop.put("jan")
    _ = try await drop.run()
    let outcome = try await drop.run(
      shell: """
        mv d/done/*/* d/processing/; : > d/ledger.jsonl; rm -r d/out/*
        echo 'E9,M9,,ketorolac 30 mg,IM,,2026-01-05 11:00,,' | tee -a d/processing/*/mar_jan.csv; exec "$0" "$@"
        """)
    #expect(outcome.exitCode == 75)
    #expect(outcome.errors.contains("mar_jan.csv changed while it was read"))
    #expect(try drop.names("out").isEmpty && drop.leftovers().isEmpty)
    #expect(try await drop.run().exitCode == 0)
    #expect(try drop.statuses() == ["done"])
  }

  @Test func aDropThatEndsTheProgramAgainAndAgainFails() async throws {
    let drop = try Dropped()
    try drop.put("jan")
    _ = try await drop.run()
    let outcome = try await drop.run(
      shell: """
        mv d/done/*/* d/processing/; : > d/ledger.jsonl; rm -r d/out/*
        sed -i 's/"attempts":1/"attempts":5/' d/processing/*/.drop.json; exec "$0" "$@"
        """)
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
