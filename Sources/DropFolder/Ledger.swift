import ByteStreams
import Foundation

/// One line of `ledger.jsonl`: what became of a drop.
package struct LedgerEntry: Codable, Sendable {
  package enum Status: String, Codable, Sendable {
    case done, failed, duplicate
  }

  package let run: String
  package let status: Status
  package let time: String
  package let identity: String
  let files: [Plan.File]
  /// Of the run that had the same content.
  package var duplicateOf: String?
  /// Why it failed.
  package var reason: String?
}

/// Everything that became of drops, in the order in which it did.
struct Ledger {
  private let log: LineLog
  private(set) var entries: [LedgerEntry] = []

  /// - Throws: when there is a ledger that cannot be read: without it something might be processed twice.
  init(path: String) throws {
    log = LineLog(path: path)
    for (index, line) in try log.lines().enumerated() {
      do {
        entries.append(try JSONDecoder().decode(LedgerEntry.self, from: Data(line.utf8)))
      } catch {
        throw DropError.damagedLedger(path: path, line: index + 1)
      }
    }
  }

  /// The run that has processed this content by these rules.
  func run(of identity: String) -> String? {
    entries.first { $0.status == .done && $0.identity == identity }?.run
  }

  func knows(_ run: String) -> Bool { entries.contains { $0.run == run } }

  mutating func append(_ entry: LedgerEntry) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    try log.append(String(decoding: try encoder.encode(entry), as: UTF8.self))
    entries.append(entry)
  }
}
