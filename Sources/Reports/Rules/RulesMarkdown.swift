import Coding
import Infusion

/// `docs/rules.md`: every rule, by family, written from the code.
package struct RulesMarkdown {
  private let scenarios: [RuleID: String]

  /// - Parameter scenarios: for each rule the path of an example, as a reader of the document would follow it; rules
  ///   that are not in it get an empty cell.
  package init(scenarios: [RuleID: String] = [:]) {
    self.scenarios = scenarios
  }

  package var text: String {
    ([introduction] + RuleFamily.all.map(section) + [sources]).joined(separator: "\n")
  }

  private var introduction: String {
    """
    # Rules

    Every rule that derives a code or judges a billed line. `scripts/generate-docs` writes this file from the code; \
    do not edit it.
    Findings name the rules they rest on in the column `rules`. An id is never used again and never renumbered.

    ## Evidence

    | Tag | Meaning |
    | --- | --- |
    \(Evidence.tags.map { "| \($0.tag) | \(capitalized($0.meaning)) |" }.joined(separator: "\n"))

    """
  }

  private func section(_ family: RuleFamily) -> String {
    """
    ## \(family.letters): \(family.title)

    | Rule | What it says | Evidence | Example |
    | --- | --- | --- | --- |
    \(family.rules.map(row).joined(separator: "\n"))

    """
  }

  private var sources: String {
    """
    ## Sources

    | Number | Document |
    | --- | --- |
    \(Citations.all.map { "| \($0.tag) | \(cell($0.document)) |" }.joined(separator: "\n"))

    """
  }

  private func row(_ rule: ListedRule) -> String {
    "| \(rule.id) | \(cell(rule.words)) | \(rule.evidence.joined(separator: " ")) | \(example(of: rule.id)) |"
  }

  private func example(of id: RuleID) -> String {
    guard let path = scenarios[id] else { return "" }
    let file = path.split(separator: "/").last ?? ""
    let name = file.hasSuffix(".txt") ? file.dropLast(4) : file[...]
    return "[\(cell(String(name)))](../Tests/Scenarios/\(path))"
  }

  private func cell(_ text: String) -> String {
    text.split(separator: "|", omittingEmptySubsequences: false).joined(separator: "\\|")
  }
}
