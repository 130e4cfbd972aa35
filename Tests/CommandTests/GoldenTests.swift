import Foundation
import Testing

/// Folders of command, inputs and expected output, compared by bytes.
///
/// `RECORD=1 swift test --filter GoldenTests` writes the expectations anew; then read the difference.
@Suite(.timeLimit(.minutes(15)))
struct GoldenTests {
  @Test(arguments: try GoldenCase.all)
  func theProgramWritesWhatIsExpected(_ golden: GoldenCase) async throws {
    let written = try await golden.run()
    guard !GoldenCase.isRecording else { return try golden.record(written) }
    let expected = try golden.expected()
    #expect(written.keys.sorted() == expected.keys.sorted())
    for (name, content) in expected {
      #expect(written[name].map(Self.lines) == Self.lines(content), "\(golden)/expected/\(name)")
      #expect(written[name] == content, "\(golden)/expected/\(name)")
    }
  }

  @Test func thereAreCases() throws {
    #expect(try GoldenCase.all.count >= 3)
  }

  /// Lines, so that a failure shows the ones that differ.
  private static func lines(_ content: Data) -> [Substring] {
    String(decoding: content, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
  }
}
