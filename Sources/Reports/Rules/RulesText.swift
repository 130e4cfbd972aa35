import Coding
import Infusion

/// The rules for a terminal: all of them, or one.
package struct RulesText {
  private let width: Int
  private let paint: Paint

  package init(width: Int = 80, isColored: Bool = false) {
    self.width = width
    paint = Paint(isColored: isColored)
  }

  /// Every rule by family, with its sentence.
  package var all: String {
    var page = Page(width: width)
    for family in RuleFamily.all {
      page.part(paint.heading("\(family.letters): \(family.title)"))
      for rule in family.rules { page.paragraph(rule.words, first: "  " + rule.id.description.fitted(to: 8)) }
    }
    return page.text
  }

  /// One rule with its evidence.
  ///
  /// - Parameter name: an id as people type it: `HYD-02`, `hyd-2`, `hyd02`.
  /// - Throws: `UnknownRule` when no rule has that id.
  package func rule(_ name: String) throws(UnknownRule) -> String {
    let id = Self.id(from: name)
    guard let rule = ListedRule.all.first(where: { $0.id == id }) else {
      throw UnknownRule(name: name, nearest: Self.nearest(to: id))
    }
    let family = RuleFamily.all.first { $0.letters == rule.letters }
    var page = Page(width: width)
    page.line(paint.heading("\(rule.id), \(family?.title ?? "")"))
    page.paragraph(rule.words, first: "  ")
    page.paragraph(evidence(of: rule), first: "  ", rest: "    ")
    for tag in rule.evidence {
      if let document = Citations.document(tag) { page.paragraph(document, first: "    " + tag.fitted(to: 5)) }
    }
    return page.text
  }

  private func evidence(of rule: ListedRule) -> String {
    let meanings = Evidence.tags.filter { tag in
      rule.evidence.contains { $0 == tag.tag || ($0.hasPrefix("S") && tag.tag.hasPrefix("S")) }
    }
    let words = meanings.map { "\($0.tag): \($0.meaning)" }
    return "Evidence: \(rule.evidence.joined(separator: " ")) (\(words.joined(separator: "; ")))"
  }

  /// Letters in upper case and the number with at least two digits, whatever stands between.
  private static func id(from name: String) -> RuleID {
    let letters = name.uppercased().prefix { $0.isLetter }
    let number = name.filter { $0.isASCII && $0.isNumber }
    guard !letters.isEmpty, !number.isEmpty else { return RuleID(name.uppercased()) }
    return RuleID("\(letters)-\(String(repeating: "0", count: max(0, 2 - number.count)))\(number)")
  }

  private static func nearest(to id: RuleID) -> [RuleID] {
    Spelling.nearest(3, to: [id.description], among: ListedRule.all.map(\.id.description)).map { RuleID($0) }
  }
}
