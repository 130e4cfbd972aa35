import Coding
import Foundation
import Infusion
import Testing

/// Both sides of every choice: a scenario whose answer each value changes, and one that the choice leaves alone.
@Suite struct OptionSidesTests {
  @Test(arguments: PolicyOption.all)
  func everyOptionHasBothSides(_ option: PolicyOption) throws {
    let cases = try OptionCase.all(of: option)
    let values = option.values.isEmpty ? Set(cases.flatMap(\.stated)).sorted() : option.values
    for value in values {
      let isShown = cases.contains { $0.isChanged(by: value, of: option) }
      #expect(isShown, "no scenario of Options/\(option.name) says \(value) and is answered otherwise without it")
    }
    let isLeftAlone = cases.contains { $0.isLeftAlone(by: option) }
    #expect(isLeftAlone, "every scenario of Options/\(option.name) meets its condition")
  }
}

/// A scenario of an option, answered by each of its values.
private struct OptionCase {
  /// What the file chooses; none where it leaves the option at its default.
  let stated: [String]
  /// What comes of it, by value.
  private let answers: [String: [String]]

  static func all(of option: PolicyOption) throws -> [OptionCase] {
    let files = try ScenarioFile.allPaths.filter { $0.hasPrefix("Options/\(option.name)/") }.map { path in
      let file = ScenarioFile.folder.appending(path: path)
      return (path: file.path, text: try String(contentsOf: file, encoding: .utf8))
    }
    let stated = files.flatMap { Self.choices(of: option, in: $0.text) }
    let values = Set(option.values + [option.standard] + stated)
    return try files.map { try OptionCase($0.text, path: $0.path, option, values) }
  }

  private init(_ text: String, path: String, _ option: PolicyOption, _ values: Set<String>) throws {
    stated = Self.choices(of: option, in: text)
    let name = "option: \(option.name)="
    let others = text.split(separator: "\n", omittingEmptySubsequences: false).filter { !$0.hasPrefix(name) }
    var answers: [String: [String]] = [:]
    for value in values {
      let chosen = ([name[...] + value] + others).joined(separator: "\n")
      answers[value] = try ScenarioComparison.all(of: ScenarioParser.parse(chosen, path: path)).flatMap(\.answer)
    }
    self.answers = answers
  }

  func isChanged(by value: String, of option: PolicyOption) -> Bool {
    guard stated == [value] else { return false }
    // The default is shown where another choice would answer otherwise.
    guard value == option.standard else { return answers[value] != answers[option.standard] }
    return !isTheSameForAll
  }

  func isLeftAlone(by option: PolicyOption) -> Bool {
    stated.count == 1 && stated != [option.standard] && isTheSameForAll
  }

  private var isTheSameForAll: Bool { Set(answers.values).count == 1 }

  private static func choices(of option: PolicyOption, in text: String) -> [String] {
    let name = "option: \(option.name)="
    return text.split(separator: "\n").filter { $0.hasPrefix(name) }.map { String($0.dropFirst(name.count)) }
  }
}

extension ScenarioComparison {
  /// Charges, notices, rows set aside and findings, in order.
  fileprivate var answer: [String] {
    derivation.charges.map(\.key.description) + derivation.notices.flatMap(\.keys).map(\.description)
      + derivation.excluded.map { ExclusionKey(row: Int($0.row.row), reason: $0.reason).description }
      + findings.map { $0.key(withSeverity: true).description }
  }
}
