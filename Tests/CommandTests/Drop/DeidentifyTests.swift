import Foundation
import Testing

/// `--deidentify`: no id of a patient in any output.
@Suite(.timeLimit(.minutes(15)))
struct DeidentifyTests {
  static let key = "0123456789abcdef0123456789abcdef"
  /// The start of HMAC-SHA256 of "VISIT-1" under the key, as Python's hmac has it.
  private static let first = "982cb497935f604d0ce3c3bbbeb215f8"
  private static let allOutputs =
    "-o findings.csv --encounters encounters.csv --rejects rejects.csv --summary summary.json --queries queries.csv "
    + "--suppressions known.csv --suppressed suppressed.csv --manifest manifest.json --max-rejects 5 -q"

  private static func folder() throws -> Folder {
    let folder = try Exports.folder([
      "key": key + "\n", "short": "secret\n",
      "known.csv": "match,encounter_id,department,drug,reason,owner,expires\n*,E1,,,why,who,2999-12-31\n",
    ])
    // Ids that are found wherever they are written.
    try folder.write(
      Exports.mar(
        adding: "E2,M9002,\"Test, Zz-Beta\",vancomycin 1 g IVPB,IV,PIV R AC,2026-01-05 12:00,,",
        "E3,M9003,\"Test, Zz-Gamma\",ketorolac 30 mg,IM,,M9003 soon,,", "E3,M9003,,ketorolac 30 mg,M9003,,2026-01-05,,",
        "E3,M9003,,,IM,,2026-01-05 09:00,,", "E3,short"
      ).replacing("\nE", with: "\nVISIT-"), to: "mar.csv")
    try folder.write(
      (Exports.charges + "E3,96372,M9003,2026-01-05\nE3,M9003,1,2026-01-05\nE3,96372,1,Zz-day\n")
        .replacing("\nE", with: "\nVISIT-"), to: "charges.csv")
    try folder.write(try folder.text(of: "known.csv").replacing("E1", with: "VISIT-1"), to: "known.csv")
    return folder
  }

  @Test func noOutputHoldsAnIDOfAPatient() async throws {
    let folder = try Self.folder()
    let before = Set(try folder.names())
    let outcome = try await Program.run(
      "reconcile mar.csv --charges charges.csv --deidentify key " + Self.allOutputs, in: folder)
    #expect(outcome.exitCode == 0, "\(outcome.errors)")
    let written = try folder.names().filter { !before.contains($0) }
    #expect(written.count == 7)
    for name in written {
      let text = try folder.text(of: name)
      for word in ["VISIT-", "M9001", "M9002", "M9003", "Zz-"] { #expect(!text.contains(word), "\(word) in \(name)") }
    }
    #expect(try folder.text(of: "suppressed.csv").contains("\n\(Self.first),"))
    #expect(try folder.text(of: "rejects.csv").split(separator: "\n").count > 4)
  }

  @Test func deriveHidesThemToo() async throws {
    let folder = try Self.folder()
    _ = try await Program.run("derive mar.csv --deidentify key -o codes.csv --max-rejects 9 -q", in: folder)
    let codes = try folder.text(of: "codes.csv")
    #expect(codes.contains("\n\(Self.first),"))
    #expect(!codes.contains("VISIT-"))
  }

  @Test(arguments: [
    ("--deidentify short", 64, "a key has 32 bytes or more"), ("--deidentify absent", 66, "absent: no such file"),
    ("--deidentify key --carry mrn", 64, "a carried column is written as it is"),
  ])
  func aKeyThatHidesNothingIsRefused(_ options: String, exitCode: Int32, says: String) async throws {
    let folder = try Self.folder()
    let outcome = try await Program.run("derive mar.csv -o codes.csv --max-rejects 9 \(options)", in: folder)
    #expect(outcome.exitCode == exitCode)
    #expect(outcome.errors.contains(says))
    #expect(!folder.holds("codes.csv"))
  }
}
