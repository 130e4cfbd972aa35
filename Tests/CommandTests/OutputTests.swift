import Foundation
import Testing

/// Outputs that can be written, and those that cannot (output sections 8 and 9).
@Suite(.timeLimit(.minutes(15)))
struct OutputTests {
  private static let allOutputs =
    "-o findings.csv --encounters encounters.csv --rejects rejects.csv --summary summary.json -q"
  private static var sampleRun: [String] {
    let folder = Exports.sampleData.path
    return ["reconcile", "\(folder)/mar.csv.gz", "--charges", "\(folder)/charges.csv"]
  }

  @Test func outputsAreTheirOwnersAloneWhateverTheMask() async throws {
    let folder = try Exports.folder(["mar.csv": Exports.mar(adding: "E3,M9003,,ketorolac 30 mg,IM,,soon,,")])
    let outcome = try await Program.run(
      "reconcile mar.csv --charges charges.csv --max-rejects 1 " + Self.allOutputs, in: folder,
      shell: #"umask 000; exec "$0" "$@""#)
    #expect(outcome.exitCode == 0)
    for name in ["findings.csv", "encounters.csv", "rejects.csv", "summary.json"] {
      #expect(try folder.mode(of: name) == 0o600, "\(name)")
    }
  }

  @Test(arguments: [
    (output: "nowhere/findings.csv", says: "nowhere/findings.csv: cannot be created"),
    (output: "mar.csv/findings.csv", says: "mar.csv/findings.csv: cannot be created"),
    (output: "exports", says: "exports: cannot be created (a folder has this name)"),
    (output: "/dev/full", says: "/dev/full: cannot be created (it is no plain file"),
  ])
  func anOutputThatCannotBeCreatedEndsTheRunWith73(output: String, says: String) async throws {
    let folder = try Exports.folder(["exports/mar.csv": Exports.mar])
    let before = try folder.names()
    for option in ["-o findings.csv --encounters \(output)", "-o \(output)"] {
      let outcome = try await Program.run("reconcile mar.csv --charges charges.csv \(option)", in: folder)
      #expect(outcome.exitCode == 73)
      #expect(outcome.errors.contains(says))
      #expect(try folder.names() == before)
    }
  }

  @Test(.enabled(if: NSUserName() != "root", "permissions do not bind root"))
  func aFolderThatMayNotBeWrittenEndsTheRunWith73() async throws {
    let folder = try Exports.folder(["closed/readme": ""])
    try FileManager.default.setAttributes([.posixPermissions: 0o500], ofItemAtPath: folder.url(of: "closed").path)
    let outcome = try await Program.run("derive mar.csv -o closed/codes.csv", in: folder)
    #expect(outcome.exitCode == 73)
  }

  /// `ulimit -f` stands for a full disk: both fail a write in the middle.
  @Test func aFullDiskEndsTheRunWith74AndLeavesTheEarlierNight() async throws {
    let outcome = try await runOnFullDisk(#"trap "" XFSZ; ulimit -f 16; exec "$0" "$@""#)
    #expect(outcome.exitCode == 74)
    #expect(outcome.errors.contains("findings.csv: writing failed"))
    #expect(outcome.leftovers.isEmpty)
  }

  @Test func aFileSizeLimitEndsTheRunWith74() async throws {
    let outcome = try await runOnFullDisk(#"ulimit -f 16; exec "$0" "$@""#)
    #expect(outcome.exitCode == 74)
    #expect(outcome.leftovers.isEmpty)
  }

  private func runOnFullDisk(
    _ shell: String
  ) async throws -> (exitCode: Int32, errors: String, leftovers: [String]) {
    let folder = try Folder()
    try folder.write(Exports.earlier, to: "findings.csv")
    let arguments = Self.sampleRun + ["-o", "findings.csv", "--encounters", "encounters.csv", "-q"]
    let outcome = try await Program.run(arguments, in: folder, shell: shell)
    #expect(try folder.text(of: "findings.csv") == Exports.earlier)
    return (outcome.exitCode, outcome.errors, try folder.names().filter { $0 != "findings.csv" })
  }

  @Test func twoOutputsNeverShareOneName() async throws {
    let folder = try Exports.folder()
    let outcome = try await Program.run(
      "reconcile mar.csv --charges charges.csv -o same.csv --encounters same.csv", in: folder)
    #expect(outcome.exitCode == 64)
    #expect(!folder.holds("same.csv"))
  }

  @Test(arguments: ["--suppressed", "--queries", "--encounters"])
  func noOutputReplacesTheSuppressionsOrAnotherOutput(_ option: String) async throws {
    let known = "match,encounter_id,department,drug,reason,owner,expires\n"
    let folder = try Exports.folder(["known.csv": known])
    for name in ["known.csv", "findings.csv"] {
      let outcome = try await Program.run(
        Exports.reconcile + " --suppressions known.csv --suppressed other.csv \(option) \(name)", in: folder)
      #expect(outcome.exitCode == 64)
    }
    #expect(try folder.text(of: "known.csv") == known)
    #expect(!folder.holds("findings.csv"))
  }

  @Test(arguments: ["mar.csv", "charges.csv", "./mar.csv"])
  func anOutputNeverReplacesAnInput(_ input: String) async throws {
    let folder = try Exports.folder()
    let outcome = try await Program.run("reconcile mar.csv --charges charges.csv -o \(input) -q", in: folder)
    let after = try (mar: folder.text(of: "mar.csv"), charges: folder.text(of: "charges.csv"))
    #expect(outcome.exitCode == 64)
    #expect(after.mar == Exports.mar)
    #expect(after.charges == Exports.charges)
  }

  @Test func anOutputNeverReplacesTheConfiguration() async throws {
    let folder = try Exports.folder(["c.yaml": "setting: facility\n"])
    let outcome = try await Program.run("derive mar.csv --config c.yaml -o c.yaml -q", in: folder)
    #expect(outcome.exitCode == 64)
    #expect(try folder.text(of: "c.yaml") == "setting: facility\n")
  }

  @Test func aSignalLeavesNoTemporaryFile() async throws {
    let folder = try Folder()
    // The program waits for input on a pipe that says nothing; its temporary file is there by then.
    let outcome = try await Program.run(
      "derive - -o codes.csv", in: folder,
      shell: """
        mkfifo input; sleep 300 > input & writer=$!
        "$0" "$@" < input & program=$!
        tries=0
        until ls .codes.csv.* > /dev/null 2>&1 || [ $tries -gt 4000 ]; do sleep 0.05; tries=$((tries + 1)); done
        kill -TERM $program; wait $program; code=$?
        kill $writer; exit $code
        """)
    #expect(outcome.exitCode == 143)
    let names = try folder.names()
    #expect(names == ["input"])
  }

  /// One that waits as the program starts, for which nobody listens yet, still ends it.
  @Test func aSignalThatComesFirstIsNotLost() async throws {
    let folder = try Folder()
    let outcome = try await Program.run(
      "derive - -o codes.csv", in: folder,
      shell: """
        export PATH=/usr/bin:/bin
        mkfifo input
        exec timeout 60 env --block-signal=TERM sh -c 'kill -TERM $$; exec "$0" "$@"' "$0" "$@" 0<> input
        """)
    #expect(outcome.exitCode == 143)
    #expect(try folder.names() == ["input"])
  }

  /// As `nohup` starts it; a hang-up waits for whoever would listen while input is still to come.
  @Test func aHangUpThatIsIgnoredEndsNothing() async throws {
    let folder = try Exports.folder()
    let outcome = try await Program.run(
      "derive - -o codes.csv -q", in: folder,
      shell: """
        export PATH=/usr/bin:/bin
        { sleep 2; cat mar.csv; } | env --block-signal=HUP --ignore-signal=HUP sh -c 'kill -HUP $$; exec "$0" "$@"' "$0" "$@"
        """)
    #expect(outcome.exitCode == 0, "\(outcome.errors)")
    #expect(try folder.names().contains("codes.csv"))
  }

  /// A library of a few lines sends the signal between the making of the temporary file and its mode, and waits.
  @Test func aSignalAsATemporaryFileIsMadeLeavesNone() async throws {
    let folder = try Folder()
    try folder.write(
      """
      #define _GNU_SOURCE
      #include <dlfcn.h>
      #include <signal.h>
      #include <unistd.h>
      int fchmod(int file, unsigned mode) {
        kill(getpid(), SIGTERM);
        usleep(500000);
        return ((int (*)(int, unsigned))dlsym(RTLD_NEXT, "fchmod"))(file, mode);
      }
      """, to: "signal.c")
    let outcome = try await Program.run(
      "derive - -o codes.csv", in: folder,
      shell: """
        export PATH=/usr/bin:/bin ASAN_OPTIONS="$ASAN_OPTIONS:verify_asan_link_order=0"
        cc -shared -fPIC -o signal.so signal.c -ldl || exit 69
        mkfifo input; exec 3<> input
        LD_PRELOAD=./signal.so exec "$0" "$@" <&3
        """)
    guard outcome.exitCode != 69 else { return print("skipped: no C compiler here (cc)") }
    #expect(outcome.exitCode == 143)
    #expect(try folder.names() == ["input", "signal.c", "signal.so"])
  }
}
