import Coding
import Infusion

extension Comparison {
  /// Takes units billed with and without a modifier for what is suggested, where a pair with another supported code is why
  /// there is one: it may stand on either line (coding-rules PTP-02, MOD-05).
  mutating func acceptPairModifiers(_ documentation: Documentation) {
    for short in lines.indices where lines[short].excess < 0 {
      for long in lines.indices
      where lines[long].excess > 0 && lines[long].code == lines[short].code && lines[long].date == lines[short].date {
        guard accepts(lines[short], lines[long], documentation) else { continue }
        let units = min(lines[long].excess, -lines[short].excess)
        lines[short].billed += BilledNet.take(units, outOf: &lines[long].billed)
      }
    }
  }

  /// A suggestion without a modifier takes one.
  ///
  /// One whose modifier the pair asks for does without where its line has another that counts, or the lines of the other
  /// codes have one.
  private func accepts(_ short: ComparedLine, _ long: ComparedLine, _ documentation: Documentation) -> Bool {
    let partners = documentation.partners(of: short.code, on: short.date)
    guard !partners.isEmpty else { return false }
    guard short.isDistinct else { return true }
    let charges = documentation.derivation.charges
    guard short.charges.allSatisfy({ charges[$0].rules.contains(MatchingRules.pairModifier) }) else { return false }
    if long.billed.allSatisfy({ documentation.isSetApart($0.modifiers, on: short.date) }) { return true }
    let others =
      lines.filter { partners.contains($0.code) && $0.date == short.date }.flatMap(\.allBilled).map(\.modifiers)
      + documentation.earlierLines.on(short.date).filter { partners.contains($0.code) }.map(\.modifiers)
    return !others.isEmpty && others.allSatisfy { documentation.isSetApart($0, on: short.date) }
  }
}

extension Documentation {
  /// The supported codes of a day beside which a code, itself supported that day, stands only with a modifier on one of
  /// the two.
  func partners(of code: ProcedureCode, on date: CivilDate?) -> Set<ProcedureCode> {
    guard let pairs = edits.pairs else { return [] }
    guard supports(code, on: date) else { return [] }
    let charges = derivation.charges.filter { $0.serviceDate == date }.map(\.code)
    let others = Set(charges + earlierLines.on(date).filter(\.isSupported).map(\.code))
    return others.filter { other in
      pairs.edit(between: code, and: other, encounter.setting, on: date)?.indicator == .withModifier
    }
  }

  /// Whether modifiers set a line apart from the codes that it is paired with.
  func isSetApart(_ modifiers: [Modifier], on date: CivilDate?) -> Bool {
    edits.pairs?.setApart(modifiers, on: date) ?? false
  }

  /// Whether the record supports a code on a day.
  func supports(_ code: ProcedureCode, on date: CivilDate?) -> Bool {
    derivation.charges.contains { $0.code == code && $0.serviceDate == date }
  }
}
