import Coding
import Foundation
import Infusion
import Reconciliation

/// Which scenario shows which rule, for the generated list of rules.
enum ScenarioIndex {
  /// The first scenario, by path, that names each rule in a `because` column.
  static func examples(in folder: String) throws -> [RuleID: String] {
    let root = URL(fileURLWithPath: folder)
    guard let paths = FileManager.default.enumerator(atPath: folder)?.compactMap({ $0 as? String }) else { return [:] }
    var examples: [RuleID: String] = [:]
    for path in paths.sorted() where path.hasSuffix(".txt") {
      let text = try String(contentsOf: root.appendingPathComponent(path), encoding: .utf8)
      for rule in rules(in: text) where examples[rule] == nil { examples[rule] = path }
    }
    return examples
  }

  private static let known = Set(RuleBook.all.map(\.id) + CheckRule.all.map(\.id))

  private static func rules(in text: String) -> [RuleID] {
    let cells = text.split(separator: "\n").filter { $0.hasPrefix("|") }.flatMap { $0.split(separator: "|") }
    return cells.flatMap { $0.split(separator: " ") }.map { RuleID(String($0)) }.filter(known.contains)
  }
}
