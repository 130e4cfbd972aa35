import ByteStreams
import Foundation
import Logging
import Reports

/// One line on standard error for each event, for people or, as JSON, for programs.
///
/// Messages and metadata are of the program's making and hold no patient data (output OUT-06).
struct StandardErrorLog: LogHandler {
  enum Form: String, CaseIterable {
    case text, json
  }

  let form: Form
  /// The time that a line bears.
  let now: @Sendable () -> String
  var logLevel: Logger.Level
  var metadata: Logger.Metadata = [:]

  subscript(metadataKey key: String) -> Logger.Metadata.Value? {
    get { metadata[key] }
    set { metadata[key] = newValue }
  }

  func log(event: LogEvent) {
    let facts = metadata.merging(event.metadata ?? [:]) { $1 }.mapValues { "\($0)" }
    ProcessStreams.print(error: line(event.level, "\(event.message)", facts) + "\n")
  }

  private func line(_ level: Logger.Level, _ message: String, _ facts: [String: String]) -> String {
    switch form {
    case .text:
      let words = facts.sorted { $0.key < $1.key }.map { "\($0.key)=\(Self.quoted($0.value))" }
      return ([now(), level.rawValue, message.printable] + words).joined(separator: " ")
    case .json:
      let members = facts.merging(["time": now(), "level": level.rawValue, "message": message]) { $1 }
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
      return (try? encoder.encode(members)).map { String(decoding: $0, as: UTF8.self) } ?? "{}"
    }
  }

  private static func quoted(_ value: String) -> String {
    let clean = value.printable.replacing("\"", with: "'")
    return clean.contains(" ") || clean.isEmpty ? "\"\(clean)\"" : clean
  }
}
