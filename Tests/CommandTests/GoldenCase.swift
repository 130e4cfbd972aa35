import Foundation
import Testing

/// One folder of `Golden`: `command.txt`, `input/`, `expected/`.
///
/// Shape: `command.txt` is one line, the arguments separated by spaces; the program runs in a copy of `input`.
/// `expected` holds every file that the run adds, and `output.txt`, `errors.txt`, `exit-code.txt`.
struct GoldenCase: Sendable, CustomTestStringConvertible, CustomStringConvertible {
  let name: String

  var description: String { name }
  var testDescription: String { name }

  static let isRecording = ProcessInfo.processInfo.environment["RECORD"] == "1"

  private static let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Golden")
  private var folder: URL { Self.root.appending(path: name) }

  /// The cases, by name.
  static var all: [GoldenCase] {
    get throws { try names(in: root).map(GoldenCase.init) }
  }

  /// Runs the command and gives all that it wrote, by file name.
  func run() async throws -> [String: Data] {
    let place = try Folder()
    let inputs = try Self.files(in: folder.appending(path: "input"))
    for (name, content) in inputs { try place.write(content, to: name) }
    let command = try String(contentsOf: folder.appending(path: "command.txt"), encoding: .utf8)
    let outcome = try await Program.run(command.split(whereSeparator: \.isWhitespace).map(String.init), in: place)
    var written = try Self.files(in: URL(filePath: place.path)).filter { inputs[$0.key] != $0.value }
    written["output.txt"] = Data(outcome.output.utf8)
    written["errors.txt"] = Data(outcome.errors.utf8)
    written["exit-code.txt"] = Data("\(outcome.exitCode)\n".utf8)
    return written
  }

  func expected() throws -> [String: Data] { try Self.files(in: folder.appending(path: "expected")) }

  /// Puts what was written in the place of what was expected.
  func record(_ written: [String: Data]) throws {
    let expected = folder.appending(path: "expected")
    try? FileManager.default.removeItem(at: expected)
    try FileManager.default.createDirectory(at: expected, withIntermediateDirectories: true)
    for (name, content) in written { try content.write(to: expected.appending(path: name)) }
  }

  private static func files(in folder: URL) throws -> [String: Data] {
    let names = try names(in: folder)
    return try Dictionary(uniqueKeysWithValues: names.map { ($0, try Data(contentsOf: folder.appending(path: $0))) })
  }

  private static func names(in folder: URL) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
  }
}
