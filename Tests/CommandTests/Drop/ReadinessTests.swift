import Foundation
import Testing

/// Drops that are complete, and those that are left until they are.
@Suite(.timeLimit(.minutes(15)))
struct ReadinessTests {
  /// What lies beside the exports, and what a pass makes of them.
  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    /// Name and content of what lies beside them.
    var signs: [String: String] = [:]
    var options = ""
    var configuration = ""
    let exitCode: Int32
    var says = ""

    init(
      _ name: String, signs: [String: String] = [:], options: String = "", configuration: String = "",
      exitCode: Int32, says: String = ""
    ) {
      testDescription = name
      (self.signs, self.options, self.configuration) = (signs, options, configuration)
      (self.exitCode, self.says) = (exitCode, says)
    }
  }

  private static let wrongSum = String(repeating: "0", count: 64)
  private static let later = "--now 2099-01-01T00:00:00Z"

  static let cases = [
    Case("fresh, without a sign", exitCode: 75, says: "has no sign that it is complete"),
    Case("unchanged for long", options: later, exitCode: 0),
    Case("unchanged for long enough", configuration: "drop:\n  stable_minutes: 0\n", exitCode: 0),
    Case("changed in the future", options: "--now 2020-01-01T00:00:00Z", exitCode: 75, says: "check the clock"),
    Case(
      "a sign is required", options: later, configuration: "drop:\n  sign: required\n", exitCode: 75,
      says: "waits for mar_jan.csv.ok"),
    Case("signs by name", signs: ["mar_jan.csv.ok": "", "charges_jan.csv.DONE": ""], exitCode: 0),
    Case("signs by stem", signs: ["mar_jan.ready": "", "charges_jan.ok": ""], exitCode: 0),
    Case("one sign of two", signs: ["mar_jan.ok": ""], exitCode: 75, says: "charges_jan.csv was changed"),
    Case("rows", signs: ["mar_jan.csv.rows": "3\n", "charges_jan.csv.rows": "3"], exitCode: 0),
    Case(
      "too few rows", signs: ["mar_jan.csv.rows": "4\n", "charges_jan.ok": ""], exitCode: 75,
      says: "mar_jan.csv: 3 rows were read, but its .rows file says 4"),
    Case(
      "rows that are no number", signs: ["mar_jan.csv.rows": "", "charges_jan.ok": ""], exitCode: 75,
      says: "that is no number"),
    Case(
      "another checksum", signs: ["mar_jan.csv.sha256": "\(wrongSum)  mar_jan.csv\n", "charges_jan.ok": ""],
      exitCode: 75, says: "mar_jan.csv is not what mar_jan.csv.sha256 says"),
    Case(
      "half a checksum", signs: ["mar_jan.csv.sha256": "00ff", "charges_jan.ok": ""], exitCode: 75,
      says: "mar_jan.csv.sha256 holds no SHA-256"),
    Case("a stranger beside them", signs: ["notes.csv": "a\n"], options: later, exitCode: 75, says: "no pattern takes"),
    Case(
      "charges that nobody waits for", options: later,
      configuration: "drop:\n  mar: \"{drop}_jan.csv\"\n  charges: none\n", exitCode: 65),
  ]

  @Test(arguments: cases)
  func aDropIsTakenOnlyWhenItIsComplete(_ given: Case) async throws {
    let drop = try Dropped()
    try drop.put(Exports.mar, "mar_jan.csv")
    try drop.put(Exports.charges, "charges_jan.csv")
    for (name, text) in given.signs { try drop.put(text, name) }
    try drop.folder.write(given.configuration, to: "c.yaml")
    let before = try drop.names("incoming")
    let outcome = try await drop.run("--config c.yaml " + given.options)
    #expect(outcome.exitCode == given.exitCode, "\(outcome.errors)")
    #expect(given.says.isEmpty || outcome.errors.contains(given.says), "\(outcome.errors)")
    if given.exitCode == 75, given.signs["notes.csv"] == nil {
      #expect(try drop.names("incoming") == before)
      #expect(try drop.names("out").isEmpty && drop.ledger().isEmpty)
      #expect(try drop.folder.text(of: "d/incoming/mar_jan.csv") == Exports.mar)
    }
    #expect(try drop.leftovers().isEmpty)
  }

  /// A file that is sent again beside its sign of last time.
  @Test(arguments: ["", "drop:\n  sign: required\n"])
  func aSignThatIsOlderThanItsFileIsNone(_ configuration: String) async throws {
    let drop = try Dropped()
    try drop.put("jan")
    try drop.folder.write(configuration, to: "c.yaml")
    let again = #"sleep 0.1; touch d/incoming/mar_jan.csv; exec "$0" "$@""#
    let outcome = try await drop.run("--config c.yaml", shell: again)
    #expect(outcome.exitCode == 75)
    #expect(outcome.errors.contains("mar_jan.ok is older than the file"), "\(outcome.errors)")
    #expect(try drop.names("incoming").count == 4)
    let signed = #"touch d/incoming/mar_jan.ok; exec "$0" "$@""#
    #expect(try await drop.run("--config c.yaml", shell: signed).exitCode == 0)
  }

  @Test func aChecksumThatFitsIsASign() async throws {
    let drop = try Dropped()
    try drop.put("jan")
    let outcome = try await drop.run(
      shell:
        "cd d/incoming; rm *.ok; for file in *; do sha256sum $file > $file.sha256; done; cd ../..; exec \"$0\" \"$@\"")
    #expect(outcome.exitCode == 0)
  }

  /// What a sender may leave instead of a whole gzip file.
  static let cuts = [
    ("in the middle of a member", #"gzip -c mar.csv | head -c 100 > mar_jan.csv.gz"#),
    ("at the border of two members", #"head -n 3 mar.csv | gzip -c > mar_jan.csv.gz; echo 3 > mar_jan.csv.gz.rows"#),
    (
      "at a border, with a checksum",
      """
      (head -n 3 mar.csv | gzip -c; tail -n 1 mar.csv | gzip -c) > whole
      sha256sum < whole > mar_jan.csv.gz.sha256; head -n 3 mar.csv | gzip -c > mar_jan.csv.gz; rm whole
      """
    ),
  ]

  @Test(arguments: cuts)
  func aTruncatedDropIsLeftAndTakenWhenItIsWhole(_ name: String, cut: String) async throws {
    let drop = try Dropped()
    try drop.put(Exports.charges, "charges_jan.csv")
    try drop.put("", "charges_jan.ok")
    try drop.put(Exports.mar, "mar.csv")
    let outcome = try await drop.run(shell: "(cd d/incoming; \(cut); rm mar.csv; : > mar_jan.ok); exec \"$0\" \"$@\"")
    #expect(outcome.exitCode == 75, "\(outcome.errors)")
    #expect(try drop.names("incoming").contains("mar_jan.csv.gz"))
    #expect(try drop.names("out").isEmpty)
    #expect(try drop.leftovers().isEmpty)
    try drop.put(try await Gzip.compressed(Data(Exports.mar.utf8)), "mar_jan.csv.gz")
    try drop.put("3", "mar_jan.csv.gz.rows")
    try? FileManager.default.removeItem(at: drop.folder.url(of: "d/incoming/mar_jan.csv.gz.sha256"))
    #expect(try await drop.run().exitCode == 0)
    #expect(try drop.statuses() == ["done"])
  }

  @Test func linksAndOddNamesAreLeftAlone() async throws {
    let drop = try Dropped()
    try drop.folder.write(Exports.mar, to: "secret.csv")
    try drop.put("jan")
    try drop.put("", "mar_feb.ok")
    try drop.put(Exports.charges, "charges_feb.csv")
    let outcome = try await drop.run(
      shell: #"""
        ln -s ../../secret.csv d/incoming/mar_feb.csv; : > d/incoming/"$(printf 'mar_\377.csv')"
        mkfifo d/incoming/mar_pipe.csv; mkdir d/incoming/charges_pipe.csv; exec "$0" "$@"
        """#)
    #expect(outcome.exitCode == 75)
    #expect(outcome.errors.contains("mar_feb.csv is no plain file"))
    #expect(outcome.errors.contains("mar_pipe.csv is no plain file"))
    #expect(outcome.errors.contains("1 names are not UTF-8"))
    #expect(try drop.folder.text(of: "secret.csv") == Exports.mar)
    #expect(try drop.statuses() == ["done"])
  }

  @Test func oddKeysMakePlainNamesOfFolders() async throws {
    let drop = try Dropped()
    for (index, key) in [" ..$(x) 'ü'\n", "-rf", ""].enumerated() {
      try drop.put(Exports.mar(adding: "E9,M,,ketorolac 30 mg,IM,,2026-01-05 0\(index):00,,"), "mar\(key).csv")
      try drop.put(Exports.charges, "charges\(key).csv")
    }
    let outcome = try await drop.run("--now 2099-01-01T00:00:00Z")
    #expect(outcome.exitCode == 0, "\(outcome.errors)")
    #expect(try drop.names("out").count == 3)
    let plain = Set("abcdefghijklmnopqrstuvwxyz0123456789-_.")
    #expect(try drop.names("out").allSatisfy { $0.allSatisfy(plain.contains) && !"-.".contains($0.first ?? ".") })
  }
}
