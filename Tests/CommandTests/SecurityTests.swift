import Foundation
import Testing

/// Claims of docs/security.md that no other test holds.
@Suite("Security", .timeLimit(.minutes(15)))
struct SecurityTests {
  @Test("A header that steers terminals is printed without what steers")
  func messagesSteerNoTerminal() async throws {
    let folder = try Folder()
    let header = "CSN,Medication,Admin Route,\u{1B}[2JHung,\u{9B}31mDown\n"
    try folder.write(header + "E1,ondansetron,IV,09:00,\n", to: "mar.csv")
    let outcome = try await Program.run("derive mar.csv -o codes.csv", in: folder)
    #expect(outcome.exitCode == 65)
    #expect(outcome.errors.contains("[2JHung"))
    #expect(!outcome.errors.unicodeScalars.contains { $0 == "\u{1B}" || $0 == "\u{9B}" })
  }

  @Test("The memory of a crashed run is not written to disk")
  func noMemoryOnDisk() async throws {
    let folder = try Folder()
    let outcome = try await Program.run(
      "derive - -o codes.csv", in: folder,
      shell: #"""
        mkfifo pipe; exec 3<>pipe; "$0" "$@" <&3 &
        n=0
        until grep -q 'core file size *1  *1 ' /proc/$!/limits; do n=$((n + 1)); [ $n -lt 300 ] || break; sleep 0.1; done
        grep 'core file size' /proc/$!/limits; kill $!
        """#)
    #expect(outcome.output.split(separator: " ").filter { $0 == "1" }.count == 2, "\(outcome.output)\(outcome.errors)")
  }
}
