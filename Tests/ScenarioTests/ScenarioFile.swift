import Coding
import Foundation
import Infusion

/// A coding case as plain text: what was given, and what it must come to.
///
/// `Tests/Scenarios/README.md` describes the format.
struct ScenarioFile: Sendable {
  let path: String
  /// In file order, never empty.
  var encounters: [ScenarioEncounter] = []
  var policy = Policy()
  /// Why the scenario cannot pass yet; nil when it must.
  var pending: String?
  var edits = ScenarioEdits()
  /// Checks whose condition it just misses.
  var silent: Set<RuleID> = []

  /// Rules that its expectations of charges rest on.
  var namedRules: Set<RuleID> {
    Set(encounters.flatMap(\.charges).flatMap(\.because) + encounters.flatMap { $0.findings ?? [] }.flatMap(\.because))
  }
}

/// One `given` table with what is expected of it.
struct ScenarioEncounter: Sendable {
  var encounter: Encounter
  /// Line of the `given` heading, 1-based, to which failures of the whole encounter point.
  let line: Int
  /// Line of the `expect` heading.
  var expectLine: Int?
  var charges: [ExpectedLine<ChargeKey>] = []
  /// Nil when the file says nothing about notices.
  var notices: [ExpectedLine<NoticeKey>]?
  /// Nil when the file says nothing about excluded rows.
  var excluded: [ExpectedLine<ExclusionKey>]?
  /// What was billed; may be empty.
  var billed: [ChargeLine] = []
  /// Nil when the file says nothing about findings.
  var findings: [ExpectedLine<FindingKey>]?
}

/// A line of an expectation: what, why, and where it stands.
struct ExpectedLine<Key: Hashable & Sendable>: Sendable {
  let key: Key
  /// Rules that the engine must cite for it.
  let because: [RuleID]
  let line: Int
}

/// What tells two charges apart.
struct ChargeKey: Hashable, Sendable, CustomStringConvertible {
  let code: ProcedureCode
  let units: Int
  let modifiers: [Modifier]
  let date: CivilDate

  var description: String {
    let qualified = ([code.description] + modifiers.map(\.description)).joined(separator: "-")
    return "\(qualified) x\(units) on \(date)"
  }
}

/// A notice about one row, or about the whole encounter (`row` nil).
///
/// A notice about several rows is one key a row, so that the order and grouping of rows do not matter.
struct NoticeKey: Hashable, Sendable, CustomStringConvertible {
  let kind: NoticeKind
  let row: Int?

  var description: String { kind.rawValue + (row.map { " row \($0)" } ?? "") }
}

/// A row that supports no code, with the reason.
struct ExclusionKey: Hashable, Sendable, CustomStringConvertible {
  let row: Int
  let reason: ExclusionReason

  var description: String { "\(reason.rawValue) row \(row)" }
}

/// What tells two findings apart.
struct FindingKey: Hashable, Sendable, CustomStringConvertible {
  /// Empty when the finding concerns no single code.
  let code: String
  let status: String
  /// Sorted.
  let keys: [String]
  /// Nil where the table of the scenario has none.
  var severity: String?

  var description: String {
    ([code.isEmpty ? "no code" : code, status] + keys + [severity].compactMap(\.self)).joined(separator: " ")
  }
}

extension ScenarioFile {
  /// The folder `Tests/Scenarios` beside this one: failures point into it, so it is read where it is written.
  static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Scenarios").resolvingSymlinksInPath()

  /// Paths of all scenarios below the folder, sorted.
  static let allPaths: [String] = {
    let below = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
    let files = below?.compactMap { $0 as? URL } ?? []
    return files.filter { $0.pathExtension == "txt" }.map { relativePath(of: $0) }.sorted()
  }()

  static func load(_ relativePath: String) throws -> ScenarioFile {
    let file = folder.appending(path: relativePath)
    return try ScenarioParser.parse(String(contentsOf: file, encoding: .utf8), path: file.path)
  }

  private static func relativePath(of file: URL) -> String {
    file.pathComponents.dropFirst(folder.pathComponents.count).joined(separator: "/")
  }
}
