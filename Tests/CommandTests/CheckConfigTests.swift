import Foundation
import Testing

/// A configuration checked alone (design section 4).
@Suite(.timeLimit(.minutes(15)))
struct CheckConfigTests {
  private func check(_ yaml: String, _ more: String = "") async throws -> Program.Outcome {
    let folder = try Folder()
    try folder.write(yaml, to: "site.yaml")
    try folder.write("code,amount\n96365,12,3\n", to: "fees.csv")
    return try await Program.run("check-config site.yaml \(more)", in: folder)
  }

  @Test func whatItSetsIsSaidInAFewLines() async throws {
    let outcome = try await check(
      """
      setting: facility
      time_zone: America/New_York
      carry: [mrn]
      mar:
        columns: {start: Hung}
        values: {action: {Bag up: begin}}
      drugs: [{name: house mix, ingredient: morphine}]
      policy: {dos_rule: SPLIT_BY_DAY}
      drop: {mar: "given{drop}.*", stable_minutes: 10}
      """)
    #expect(outcome.exitCode == 0)
    let lines = [
      "site.yaml: can be used", "  setting         facility", "  time_zone       America/New_York",
      "  carry           mrn", "  MAR columns     start from \"Hung\"", "  words           1 of action",
      "  drugs           1 of your own", "  policy          dos_rule = SPLIT_BY_DAY",
      "  drop            mar = given{drop}.*",
    ]
    #expect(outcome.output == lines.map { $0 + "\n" }.joined())
  }

  @Test(arguments: [String.Encoding.utf8, .utf16LittleEndian, .utf16BigEndian])
  func aByteOrderMarkIsNoneOfIt(encoding: String.Encoding) async throws {
    let folder = try Folder()
    let yaml = "\u{FEFF}setting: facility\r\npos: 22\r\nmar:\r\n  columns:\r\n    drug: Médicament\r\n"
    try folder.write(try #require(yaml.data(using: encoding)), to: "site.yaml")
    let outcome = try await Program.run("check-config site.yaml", in: folder)
    #expect(outcome.exitCode == 0, "\(outcome.errors)")
    #expect(outcome.output.contains("drug from \"Médicament\""))
  }

  @Test func anEmptyFileSetsNothing() async throws {
    #expect(try await check("# nothing yet\n").output == "site.yaml: can be used; it sets nothing\n")
  }

  @Test(arguments: [
    ("seting: facility\n", "", "site.yaml:1: unknown key seting; did you mean setting?"),
    ("setting: facility\nmar:\n  columns:\n    strat: Hung\n", "", "site.yaml:4: unknown key mar.columns.strat"),
    ("policy:\n  dos_rule: NEVER\n", "", "policy.dos_rule cannot be \"NEVER\""),
    ("time_zone: EST\n", "", "time_zone cannot be \"EST\""),
    ("drugs: [{name: x, ingredient: y, class: MAGIC}]\n", "", "MAGIC"),
    ("setting: [\n", "", "this is no YAML"),
    ("setting: facility\n", "--fees fees.csv", "fees.csv"),
  ])
  func whatIsWrongIsNamedWithItsLine(yaml: String, more: String, says: String) async throws {
    let outcome = try await check(yaml, more)
    #expect(outcome.exitCode == 78)
    #expect(outcome.errors.contains(says), "\(outcome.errors)")
  }

  @Test func aFileThatIsNotThere() async throws {
    #expect(try await Program.run("check-config gone.yaml", in: Folder()).exitCode == 66)
  }
}
