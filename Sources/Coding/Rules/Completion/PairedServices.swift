import Infusion

/// Modifiers for codes that Medicare pays together only with one.
enum PairedServices {
  static let indicators = Rule(
    "PTP-02",
    "Where Medicare pays and the record supports both codes of a pair that allows a modifier, the second code carries it.",
    evidence: "S40")
  static let rules = [indicators]

  /// Sets the second code of each pair apart, line by line, as Medicare's editor judges: add-ons get a modifier of their
  /// own, whatever their primary carries, and what carries one for another reason needs no second.
  ///
  /// Example: an injection (96372) beside a chemo infusion (96413).
  /// - Parameter earlier: codes of earlier encounters of the patient, whose lines are billed by now: beside them the later
  ///   line carries the modifier, whichever column it is in.
  static func qualify(_ sheet: inout Worksheet, by pairs: PairEdits?, earlier: EarlierDays) {
    guard let pairs, sheet.encounter.isMedicare else { return }
    let choice = sheet.policy.distinctModifier
    // All are judged by what they carried before, so that the order of services leaves no trace.
    let before = sheet.services
    for (place, second) in before.enumerated() where !pairs.setApart(second.modifiers, on: second.serviceDate) {
      let firsts = before.filter { first in
        !pairs.setApart(first.modifiers, on: first.serviceDate) && first.serviceDate == second.serviceDate
          && edit(first.code, second, by: pairs, on: sheet)?.column2 == second.code
      }.map(\.code)
      let others = earlier.codes(on: second.serviceDate).filter { other in
        !pairs.setApart(other.modifiers, on: second.serviceDate)
          && edit(other.code, second, by: pairs, on: sheet) != nil
      }.map(\.code)
      guard !firsts.isEmpty || !others.isEmpty else { continue }
      let modifier = firsts.isEmpty ? choice.ofSecondEncounter : choice.ofPair
      sheet.qualify(service: place, with: modifier, [indicators] + choice.cited)
      let names = Set(firsts + others).sorted().map(\.description).joined(separator: ", ")
      sheet.step(
        [indicators, Modifiers.eitherCode], rows: second.rows,
        "Medicare pays \(second.code) beside \(names) only with a modifier: \(modifier)")
    }
  }

  /// The pair of a code with a service, where a modifier lets both stand.
  private static func edit(
    _ code: ProcedureCode, _ service: DerivedService, by pairs: PairEdits, on sheet: Worksheet
  ) -> PairEdits.Edit? {
    guard !areOneService(code, service.code, sheet.year.codeBook) else { return nil }
    let edit = pairs.edit(between: code, and: service.code, sheet.encounter.setting, on: service.serviceDate)
    return edit?.indicator == .withModifier ? edit : nil
  }

  /// An add-on and its primary are billed together by what they are; no modifier can say that they are apart.
  private static func areOneService(_ one: ProcedureCode, _ other: ProcedureCode, _ book: CodeBook) -> Bool {
    book.parents[one]?.contains(other) == true || book.parents[other]?.contains(one) == true
  }
}
