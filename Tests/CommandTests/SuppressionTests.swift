import Testing

/// `--suppressions`, `--suppressed` and `--as-of`.
@Suite(.timeLimit(.minutes(15)))
struct SuppressionTests {
  private static let known = """
    match,encounter_id,department,drug,reason,owner,expires
    MISSED_CHARGE,E1,,,"interface gap, ticket 7",J. Doe,2026-02-01

    """

  private func reconcile(on day: String) async throws -> Folder {
    let folder = try Exports.folder(["known.csv": Self.known])
    let outcome = try await Program.run(
      Exports.reconcile
        + " --suppressions known.csv --suppressed suppressed.csv --encounters encounters.csv --summary summary.json"
        + " --as-of \(day)", in: folder)
    #expect(outcome.exitCode == 0)
    return folder
  }

  @Test func aSuppressedFindingStandsApartWithOwnerReasonAndDay() async throws {
    let folder = try await reconcile(on: "2026-02-01")
    let findings = Table(csv: try folder.text(of: "findings.csv"))
    let suppressed = Table(csv: try folder.text(of: "suppressed.csv"))
    #expect(findings.column("status", where: "encounter_id", is: "E1") == ["match"])
    #expect(suppressed.header == findings.header + ["suppressed_by", "suppressed_because", "suppressed_until"])
    #expect(suppressed.column("code", where: "encounter_id", is: "E1") == ["96366"])
    #expect(suppressed.rows.map { Array($0.suffix(3)) } == [["J. Doe", "interface gap, ticket 7", "2026-02-01"]])
    let encounters = Table(csv: try folder.text(of: "encounters.csv"))
    #expect(encounters.column("status", where: "encounter_id", is: "E1") == ["match"])
    let summary = try folder.text(of: "summary.json")
    #expect(summary.contains(#""MISSED_CHARGE": 1"#))
    #expect(summary.contains(#""as_of": "2026-02-01""#))
  }

  @Test func anExpiredSuppressionReturnsItsFindingAndIsTold() async throws {
    let folder = try await reconcile(on: "2026-02-02")
    let findings = Table(csv: try folder.text(of: "findings.csv"))
    #expect(findings.column("status", where: "encounter_id", is: "E1") == ["match", "missing"])
    #expect(Table(csv: try folder.text(of: "suppressed.csv")).rows.isEmpty)
    let summary = try folder.text(of: "summary.json")
    #expect(summary.contains(#""expires": "2026-02-01""#))
    #expect(summary.contains("line 2 (MISSED_CHARGE, owner J. Doe) expired on 2026-02-01"))
  }

  /// Whoever runs it today sees the finding again, since the row expired.
  @Test func withoutADayTheClockOfTheMachineDecides() async throws {
    let folder = try Exports.folder([
      "known.csv": Self.known.replacing("2026-02-01", with: "2020-01-01"),
      "lasting.csv": Self.known.replacing("2026-02-01", with: "2099-12-31"),
    ])
    for (name, statuses) in [("known.csv", ["match", "missing"]), ("lasting.csv", ["match"])] {
      _ = try await Program.run(Exports.reconcile + " --suppressions \(name)", in: folder)
      let findings = Table(csv: try folder.text(of: "findings.csv"))
      #expect(findings.column("status", where: "encounter_id", is: "E1") == statuses)
    }
  }

  @Test(arguments: [("missing>0", 0), ("missing>0,review>0", 0)])
  func whatIsSuppressedFailsNoRun(limit: String, exitCode: Int32) async throws {
    let folder = try Exports.folder(["known.csv": Self.known])
    let outcome = try await Program.run(
      Exports.reconcile + " --suppressions known.csv --as-of 2026-01-06 --fail-on \(limit)", in: folder)
    #expect(outcome.exitCode == exitCode)
  }
}
