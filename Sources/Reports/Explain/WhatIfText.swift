import Coding
import Infusion

/// What other policy choices would change for one encounter, for a terminal.
package struct WhatIfText {
  private let before: Derivation
  private let after: Derivation
  private let options: [(option: PolicyOption, now: String, then: String)]
  private let choices: [String]
  private let width: Int
  private let paint: Paint

  /// - Parameter choices: the other choices as written, `dos_rule=SPLIT_BY_DAY`.
  package init(
    from policy: Policy, _ before: Derivation, to other: Policy, _ after: Derivation, choices: [String],
    width: Int = 80, isColored: Bool = false
  ) {
    self.before = before
    self.after = after
    self.choices = choices
    self.width = width
    paint = Paint(isColored: isColored)
    let (now, then) = (policy.changed, other.changed)
    options = PolicyOption.all.compactMap { option in
      let (now, then) = (now[option.name] ?? option.standard, then[option.name] ?? option.standard)
      return now == then ? nil : (option, now, then)
    }
  }

  /// The choices that differ, then each line whose units would be others, then notices and rows that come or go.
  package var text: String {
    var page = Page(width: width)
    page.line(paint.heading("What if"))
    if options.isEmpty {
      page.paragraph("\(choices.joined(separator: ", ").printable) holds already.", first: "  ")
    }
    for (option, now, then) in options {
      page.paragraph("\(option.name): \(then) in place of \(now). \(option.sentence)", first: "  ")
      page.paragraph(option.rule.sentence, first: "  " + option.rule.id.description.fitted(to: 8))
    }
    let changes = lineChanges
    for change in changes { page.paragraph(change, first: "  - ") }
    let others = noticeChanges + rowChanges
    for change in others { page.paragraph(change, first: "  - ") }
    if changes.isEmpty { page.paragraph("No code line would change.", first: "  ") }
    return page.text
  }

  /// What tells lines apart here: initials of one code count together.
  private struct Line: Hashable {
    let date: CivilDate
    let code: String

    init(_ charge: ExpectedCharge) {
      date = charge.serviceDate
      code = ([charge.code.description] + charge.modifiers.map(\.description)).joined(separator: "-")
    }
  }

  private var lineChanges: [String] {
    let (now, then) = (units(of: before), units(of: after))
    let lines = Set(now.keys).union(then.keys).sorted { ($0.date, $0.code) < ($1.date, $1.code) }
    return lines.compactMap { line in
      let (old, new) = (now[line] ?? 0, then[line] ?? 0)
      guard old != new else { return nil }
      let stories = self.stories(of: line, in: new > 0 ? after : before).joined(separator: "; ").printable
      return "\(line.code) on \(line.date): \(counted(new, "unit")) in place of \(old). \(stories)"
    }
  }

  private func units(of derivation: Derivation) -> [Line: Int] {
    derivation.charges.reduce(into: [:]) { $0[Line($1), default: 0] += $1.units }
  }

  private func stories(of line: Line, in derivation: Derivation) -> [String] {
    derivation.charges.filter { Line($0) == line }.flatMap(\.services).map { derivation.services[$0].story }
  }

  private var noticeChanges: [String] {
    func sentences(_ derivation: Derivation) -> [String] {
      derivation.notices.map { "\($0.sentence.printable) (\($0.kind.rawValue))" }
    }
    let (now, then) = (sentences(before), sentences(after))
    return then.filter { !now.contains($0) }.map { "New notice: " + $0 }
      + now.filter { !then.contains($0) }.map { "No notice any more: " + $0 }
  }

  private var rowChanges: [String] {
    func sentences(_ derivation: Derivation) -> [String] {
      derivation.excluded.map { "\(capitalized($0.drugName).printable) \($0.words) (\($0.reason.rawValue))" }
    }
    let (now, then) = (sentences(before), sentences(after))
    return then.filter { !now.contains($0) }.map { "No code any more: " + $0 }
      + now.filter { !then.contains($0) }.map { "No longer left out: " + $0 }
  }
}
