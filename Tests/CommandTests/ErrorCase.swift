import Foundation
import Testing

/// One file of `Tests/Errors`: a mistake that a user can make, and what the program says to it.
///
/// Shape: a title, what to do, files behind `== NAME`, and behind `== run` commands with all that they print, as a
/// terminal shows them; `exit N` stands where a command does not succeed.
struct ErrorCase: Sendable, CustomTestStringConvertible {
  /// The path below `Tests/Errors`, `tables/empty-cell.txt`.
  let name: String

  var testDescription: String { name }

  static let isRecording = ProcessInfo.processInfo.environment["RECORD"] == "1"

  static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Errors")

  /// The cases, by name.
  static var all: [ErrorCase] {
    get throws {
      try FileManager.default.subpathsOfDirectory(atPath: root.path).filter { $0.contains("/") && $0.hasSuffix(".txt") }
        .sorted().map(ErrorCase.init)
    }
  }

  /// The lines from `== run` on, as they stand in the file.
  func expected() throws -> [String] { try parts().last?.lines ?? [] }

  /// The same, as the commands print now.
  func run() async throws -> [String] {
    let folder = try Folder()
    for part in try parts().dropFirst().dropLast() {
      try folder.write(part.lines.map { "\($0)\n" }.joined(), to: part.name)
    }
    var lines: [String] = []
    for line in try expected() where line.hasPrefix("$ ") {
      let outcome = try await Program.run(
        [], in: folder, shell: "exec 2>&1; export PATH=\"$(dirname \"$0\"):$PATH\"; \(line.dropFirst(2))")
      lines.append(line)
      lines += outcome.output.split(separator: "\n", omittingEmptySubsequences: false).map(Self.withoutTime)
      if lines.last?.isEmpty == true { lines.removeLast() }
      if outcome.exitCode != 0 { lines.append("exit \(outcome.exitCode)") }
    }
    return lines
  }

  /// A line of a log, with one time for all that begin with one.
  private static func withoutTime(_ line: Substring) -> String {
    let time = line.prefix { "0123456789-T:Z".contains($0) }
    return time.count == 20 && time.hasSuffix("Z") ? "2026-01-06T02:00:00Z" + line.dropFirst(20) : String(line)
  }

  /// Puts what the commands print in the place of what stood there.
  func record(_ lines: [String]) throws {
    var text = ""
    for part in try parts() {
      if !part.name.isEmpty { text += "== \(part.name)\n" }
      text += (part.name == "run" ? lines : part.lines).map { "\($0)\n" }.joined()
    }
    try text.write(to: Self.root.appending(path: name), atomically: true, encoding: .utf8)
  }

  /// The head, without a name; the files; the run.
  private func parts() throws -> [(name: String, lines: [String])] {
    let text = try String(contentsOf: Self.root.appending(path: name), encoding: .utf8)
    var parts: [(name: String, lines: [String])] = [("", [])]
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("== ") {
        parts.append((String(line.dropFirst(3)), []))
      } else {
        parts[parts.count - 1].lines.append(String(line))
      }
    }
    // Behind the last line end stands nothing.
    if parts[parts.count - 1].lines.last?.isEmpty == true { parts[parts.count - 1].lines.removeLast() }
    return parts
  }
}
