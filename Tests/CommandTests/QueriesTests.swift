import Testing

/// `--queries`.
@Suite(.timeLimit(.minutes(15)))
struct QueriesTests {
  private static let mar = Exports.mar(adding: "E4,M9004,,cefepime 1 g,IVPB,PIV L AC,2026-01-05 12:00,,")

  @Test(arguments: [Exports.reconcile, "derive mar.csv -o codes.csv -q"])
  func bothCommandsAskForWhatIsMissing(_ command: String) async throws {
    let folder = try Exports.folder(["mar.csv": Self.mar])
    let outcome = try await Program.run(command + " --queries queries.csv --summary summary.json", in: folder)
    #expect(outcome.exitCode == 0)
    #expect(
      try folder.text(of: "queries.csv") == """
        encounter_id,service_date,drug,site,evidence,missing,question,reason_code,rules,worth,worth_is
        E4,2026-01-05,cefepime,PIV L AC,mar.csv:5,stop_time,"Please add when cefepime begun at 12:00 was stopped, if \
        that is known.",NO_STOP_PUSH,TIME-08,0.00,gain

        """)
    #expect(try folder.text(of: "summary.json").contains(#""content": "queries""#))
    #expect(try folder.mode(of: "queries.csv") == 0o600)
  }

  @Test func nothingMissingLeavesTheHeaderAlone() async throws {
    let folder = try Exports.folder()
    _ = try await Program.run(Exports.reconcile + " --queries queries.csv", in: folder)
    #expect(Table(csv: try folder.text(of: "queries.csv")).rows.isEmpty)
    #expect(try folder.text(of: "queries.csv").hasPrefix("encounter_id,"))
  }

  @Test func aFailedRunLeavesTheEarlierQueries() async throws {
    let folder = try Exports.folder(["queries.csv": Exports.earlier])
    let outcome = try await Program.run(
      Exports.reconcile + " --queries queries.csv --encounters nowhere/encounters.csv", in: folder)
    #expect(outcome.exitCode == 73)
    #expect(try folder.text(of: "queries.csv") == Exports.earlier)
  }
}
