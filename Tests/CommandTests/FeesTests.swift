import Testing

/// `--fees`, and Medicare's amounts without it.
@Suite(.timeLimit(.minutes(15)))
struct FeesTests {
  private static let own = """
    code,amount
    96365,300
    96366,45.5
    96374,150

    """

  @Test func anOrganisationsOwnAmountsStandInEveryOutput() async throws {
    let folder = try Exports.folder(["fees.csv": Self.own])
    let outcome = try await Program.run(
      Exports.reconcile + " --fees fees.csv --encounters encounters.csv --summary summary.json", in: folder)
    #expect(outcome.exitCode == 0)
    let findings = Table(csv: try folder.text(of: "findings.csv"))
    #expect(findings.column("suggested_amount", where: "encounter_id", is: "E1") == ["300.00", "45.50"])
    #expect(findings.column("billed_amount", where: "encounter_id", is: "E1") == ["300.00", ""])
    #expect(findings.column("suggested_amount", where: "encounter_id", is: "E3") == [""])
    let encounters = Table(csv: try folder.text(of: "encounters.csv"))
    #expect(encounters.column("amount_difference", where: "encounter_id", is: "E1") == ["45.50"])
    let summary = try folder.text(of: "summary.json")
    #expect(summary.contains(#""under": "45.50""#))
    #expect(summary.contains("own fee schedule"))
  }

  @Test func medicaresAmountsAreCalledAnEstimate() async throws {
    let folder = try Exports.folder()
    _ = try await Program.run(Exports.reconcile + " --summary summary.json", in: folder)
    #expect(try folder.text(of: "summary.json").contains("Medicare 2026 estimate"))
    let findings = Table(csv: try folder.text(of: "findings.csv"))
    #expect(!findings.column("suggested_amount", where: "encounter_id", is: "E1").contains(""))
  }

  @Test func amountsThatAreNoneEndTheRunWith78() async throws {
    let folder = try Exports.folder(["fees.csv": "code,amount\n96365,lots\n"])
    let outcome = try await Program.run(Exports.reconcile + " --fees fees.csv", in: folder)
    #expect(outcome.exitCode == 78)
    #expect(outcome.errors.contains("fees.csv:2: column amount: found \"lots\""))
    #expect(!folder.holds("findings.csv"))
  }
}
