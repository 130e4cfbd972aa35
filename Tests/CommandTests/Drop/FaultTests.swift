import Foundation
import Testing

/// Faults in the middle of a pass: old results or new ones, whole; one clear line; nothing left after the next pass.
///
/// Of CI size; scripts/fault-tests does the same more often and larger.
@Suite(.serialized, .timeLimit(.minutes(15)))
struct FaultTests {
  /// A drop large enough to be hit in the middle.
  private static let largeMAR: String = {
    let header = "csn,mrn,patient name,medication,route,site,start,stop,duration min\n"
    let rows = (0..<2_000).map { index in
      "E\(index),M9001,\"Test, Zz-\(index)\",vancomycin 1 g IVPB,IV,PIV L AC,2026-01-05 09:00,2026-01-05 10:31,\n"
    }
    return header + rows.joined()
  }()

  /// Waits until results are being written; then the process is `$program`.
  ///
  /// A hang-up is heard, however the tests were started.
  private static let untilAtWork = #"""
    env --default-signal=HUP "$0" "$@" & program=$!; tries=0
    until ls -d d/out/.*.partial > /dev/null 2>&1 || [ $tries -gt 6000 ]; do sleep 0.01; tries=$((tries + 1)); done
    """#

  /// A pass over a drop, after a first drop whose results are out.
  private static func dropAfterAnother(_ mar: String) async throws -> (drop: Dropped, earlier: [String: Data]) {
    let drop = try Dropped()
    try drop.put("old")
    _ = try await drop.run()
    let earlier = try drop.results()
    try drop.put("new", mar: mar)
    return (drop, earlier)
  }

  private static func expectNoPatient(in outcome: Program.Outcome) {
    for word in Exports.patientWords { #expect(!(outcome.output + outcome.errors).contains(word)) }
  }

  /// Old results are as they were, and the next pass puts out the new ones and leaves nothing behind.
  private static func expectRecovery(of drop: Dropped, _ earlier: [String: Data]) async throws {
    for (path, content) in earlier { #expect(try drop.folder.content(of: "d/out/\(path)") == content) }
    let next = try await drop.run()
    #expect(next.exitCode == 0, "\(next.errors)")
    #expect(try drop.statuses() == ["done", "done"])
    #expect(try drop.leftovers().isEmpty)
    #expect(try drop.names("incoming").isEmpty)
  }

  @Test(arguments: [("TERM", 143), ("INT", 130), ("HUP", 129)])
  func aSignalTidiesUpAndTheNextPassGoesOn(_ signal: String, exitCode: Int32) async throws {
    let (drop, earlier) = try await Self.dropAfterAnother(Self.largeMAR)
    let outcome = try await drop.run(
      shell: Self.untilAtWork + "\nkill -\(signal) $program; wait $program; exit $?")
    #expect(outcome.exitCode == exitCode)
    #expect(try drop.paths("out").allSatisfy { !$0.hasPrefix(".") })
    try await Self.expectRecovery(of: drop, earlier)
  }

  /// Blocks of 512 bytes that a file may have: each limit hits another file.
  @Test(arguments: [0, 1, 2, 8, 32, 64, 128])
  func aFullDiskEndsThePassWith74(_ blocks: Int) async throws {
    let drop = try Dropped()
    let folder = Exports.sampleData
    try drop.put(try Data(contentsOf: folder.appending(path: "mar.csv.gz")), "mar_a.csv.gz")
    try drop.put(try Data(contentsOf: folder.appending(path: "charges.csv")), "charges_a.csv")
    for part in ["mar", "charges"] { try drop.put("", "\(part)_a.ok") }
    // Through a pipe, since the files of the test have the same limit.
    let outcome = try await drop.run(shell: "(ulimit -f \(blocks); \"$0\" \"$@\"; echo code $?) 2>&1 | cat")
    #expect(outcome.output.hasSuffix("code 74\n"), "\(outcome.output)")
    #expect(outcome.output.contains("writing failed"))
    #expect(try drop.names("out").isEmpty)
    let next = try await drop.run()
    #expect(next.exitCode == 0, "\(next.errors)")
    #expect(try drop.statuses() == ["done"])
    #expect(try drop.leftovers().isEmpty)
  }

  @Test(arguments: ["out", "done", "processing", "failed", "incoming", "ledger.jsonl"])
  func aPlaceThatCannotBeUsedEndsThePass(_ name: String) async throws {
    let drop = try Dropped()
    if name != "incoming" { try drop.put("jan") }
    let isFile = name != "ledger.jsonl"
    let outcome = try await drop.run(
      shell: "rm -rf d/\(name); \(isFile ? ": >" : "mkdir") d/\(name); exec \"$0\" \"$@\"")
    #expect([66, 73, 74].contains(outcome.exitCode), "\(outcome.exitCode): \(outcome.errors)")
    #expect(outcome.errors.contains("d/\(name): "))
    Self.expectNoPatient(in: outcome)
  }

  @Test func aFileThatGrowsWhileItIsReadIsLeft() async throws {
    let (drop, earlier) = try await Self.dropAfterAnother(Self.largeMAR)
    let outcome = try await drop.run(
      shell: Self.untilAtWork
        + "\necho 'E1,M,,ketorolac 30 mg,IM,,2026-01-05 11:00,,' | tee -a d/processing/*/mar_new.csv; wait $program")
    // Read to its end before it grew, or not; never a mixture.
    #expect([0, 75].contains(outcome.exitCode), "\(outcome.errors)")
    if outcome.exitCode == 75 {
      #expect(outcome.errors.contains("mar_new.csv changed while it was read"))
      #expect(try drop.names("incoming").contains("mar_new.csv"))
    }
    try await Self.expectRecovery(of: drop, earlier)
  }

  @Test func ofTwoPassesAtOnceOneWorks() async throws {
    let (drop, earlier) = try await Self.dropAfterAnother(Self.largeMAR)
    let outcome = try await drop.run(
      shell: Self.untilAtWork + "\n" + #""$0" "$@"; echo second $?; wait $program; echo first $?"#)
    #expect(outcome.output == "second 75\nfirst 0\n")
    try await Self.expectRecovery(of: drop, earlier)
  }

  @Test(arguments: [#""$0" "$@" 2>&1 | true"#, #""$0" "$@" 2>&- >&- <&-"#, #""$0" "$@" --verbose > /dev/full 2>&1"#])
  func nobodyHasToListen(_ shell: String) async throws {
    let drop = try Dropped()
    try drop.put("jan")
    _ = try await drop.run(shell: shell)
    #expect(try drop.statuses() == ["done"])
    #expect(try drop.leftovers().isEmpty)
  }

  @Test(arguments: ["-n 8", "-n 31", "-v 100000"])
  func limitsTooNarrowToWorkInAreNamed(_ limit: String) async throws {
    let drop = try Dropped()
    try drop.put("jan")
    // A debug build needs more addresses than a narrow limit leaves, before its first line.
    let outcome = try await drop.run(shell: "ulimit \(limit); exec \"$0\" \"$@\"")
    #expect([74, 127].contains(outcome.exitCode))
    if outcome.exitCode == 74 {
      #expect(outcome.errors.contains(limit.hasPrefix("-n") ? "files may be open" : "of addresses may be used"))
    }
    #expect(try drop.names("incoming").count == 4)
  }

  /// A MAR that means no good, made by a shell command on its standard output.
  struct Hostile: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let name: String
    let made: String
    let exitCode: Int32
  }

  static let hostile = [
    Hostile(
      testDescription: "an open quote of 4 MB", name: "mar_x.csv",
      made: #"head -n 2 mar; printf 'E9,"'; head -c 4000000 /dev/zero | tr '\0' 'a'"#, exitCode: 65),
    Hostile(
      testDescription: "100,000 columns", name: "mar_x.csv",
      made: #"head -c 100000 /dev/zero | tr '\0' ','; echo; head -c 100000 /dev/zero | tr '\0' ','"#, exitCode: 65),
    Hostile(testDescription: "NUL bytes", name: "mar_x.csv", made: "head -c 1000000 /dev/zero", exitCode: 65),
    Hostile(
      testDescription: "NUL bytes in a row", name: "mar_x.csv", made: #"cat mar; printf 'E9,\0\0,,\0,IV,,\0,,\n'"#,
      exitCode: 65),
    Hostile(
      testDescription: "gzip of 1000:1", name: "mar_x.csv.gz",
      made: "(head -n 1 mar; head -c 20000000 /dev/zero) | gzip -9", exitCode: 65),
    Hostile(testDescription: "nothing", name: "mar_x.csv", made: "true", exitCode: 65),
  ]

  @Test(arguments: hostile)
  func aHostileFileFailsAndOthersGoOn(_ given: Hostile) async throws {
    let drop = try Dropped()
    try drop.put("good")
    try drop.put(Exports.charges, "charges_x.csv")
    try drop.folder.write(Exports.mar, to: "mar")
    let signs = "touch d/incoming/mar_x.ok d/incoming/charges_x.ok"
    let outcome = try await drop.run(
      shell: "(\(given.made)) > d/incoming/\(given.name); \(signs); exec \"$0\" \"$@\"")
    #expect(outcome.exitCode == given.exitCode, "\(outcome.errors)")
    #expect(try drop.statuses().sorted() == ["done", "failed"])
    #expect(outcome.errors.utf8.count < 4_000)
    Self.expectNoPatient(in: outcome)
    #expect(try drop.leftovers().isEmpty)
  }

  @Test func everythingIsItsOwnersAloneWhateverTheMask() async throws {
    let drop = try Dropped()
    try drop.put("jan", mar: Exports.mar(adding: "E3,M9003,,ketorolac 30 mg,IM,,soon,,"))
    try drop.put("bad", mar: "nothing,of,use\n1,2,3\n")
    _ = try await drop.run("--max-rejects 1", shell: #"umask 000; exec "$0" "$@""#)
    for path in try drop.paths() where path != "infusion-charges.prom" && path != "incoming" {
      let facts = try FileManager.default.attributesOfItem(atPath: drop.folder.url(of: "d/\(path)").path)
      let isFolder = facts[.type] as? FileAttributeType == .typeDirectory
      #expect(facts[.posixPermissions] as? Int == (isFolder ? 0o700 : 0o600), "\(path)")
    }
  }

  @Test func nothingThatAPassSaysNamesAPatient() async throws {
    let drop = try Dropped()
    try drop.put("jan", mar: Exports.mar(adding: "E3,M9003,,ketorolac 30 mg,IM,,Zz-soon,,"))
    try drop.put("bad", mar: Exports.mar.replacing("2026-01-05", with: "Zz-day"))
    for form in ["text", "json"] {
      let outcome = try await drop.run("--max-rejects 1 --verbose --log-format \(form)")
      Self.expectNoPatient(in: outcome)
    }
    for name in ["ledger.jsonl", "infusion-charges.prom", "last-success"] where drop.folder.holds("d/\(name)") {
      let text = try drop.folder.text(of: "d/\(name)")
      for word in Exports.patientWords { #expect(!text.contains(word), "\(word) in \(name)") }
    }
    for path in try drop.paths() {
      for word in Exports.patientWords { #expect(!path.contains(word)) }
      if path.hasSuffix("summary.json") || path.hasSuffix("manifest.json") || path.hasSuffix("reason.txt") {
        let text = try drop.folder.text(of: "d/\(path)")
        for word in Exports.patientWords { #expect(!text.contains(word), "\(word) in \(path)") }
      }
    }
  }
}
