import Foundation
import Testing

/// Every message with the file that causes it.
///
/// `docs/errors.md` is made of the same cases.
/// `RECORD=1 swift test --filter ErrorGalleryTests` writes what is printed into the cases; then read the difference.
@Suite("The gallery of errors", .timeLimit(.minutes(15)))
struct ErrorGalleryTests {
  @Test("The program says what the gallery shows", arguments: try ErrorCase.all)
  func says(_ shown: ErrorCase) async throws {
    let lines = try await shown.run()
    guard !ErrorCase.isRecording else { return try shown.record(lines) }
    #expect(lines == (try shown.expected()), "Tests/Errors/\(shown.name)")
  }

  @Test("Every case is one of an error", arguments: try ErrorCase.all)
  func isOfAnError(_ shown: ErrorCase) throws {
    let lines = try shown.expected()
    #expect(lines.contains { $0.hasPrefix("exit ") || $0.hasPrefix("$ cat ") }, "nothing fails, and no reject is shown")
    let text = try String(contentsOf: ErrorCase.root.appending(path: shown.name), encoding: .utf8)
    #expect(text.hasPrefix("# "), "a title is missing")
  }

  @Test("A message that no case shows is found, and so is a document that is not current")
  func isComplete() async throws {
    let folder = try Folder()
    let script = ErrorCase.root.deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "scripts/error-gallery").path
    let check = "exec python3 '\(script)' --check"
    let whole = try await Program.run([], in: folder, shell: check)
    #expect(whole.exitCode == 0, "\(whole.output)\(whole.errors)")
    let copy = "cp -r '\(ErrorCase.root.path)' Errors && rm Errors/headers/no-header.txt && \(check) --cases Errors"
    let without = try await Program.run([], in: folder, shell: copy)
    #expect(without.exitCode == 1)
    #expect(without.errors.contains("IntakeError.noHeader"))
  }
}
