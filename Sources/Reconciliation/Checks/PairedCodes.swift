import Coding
import Infusion

extension BillingChecks {
  /// Example: 96374 beside 96365 on one day without a modifier.
  static let pairedCodes = BillingCheck(
    rule: CheckRule(
      "CHK-23", "Two codes that NCCI pairs stand on one day only where the pair allows a modifier and one is there.",
      severity: .error, evidence: "S40")
  ) { bill, documentation, _ in
    guard let pairs = documentation.edits.pair else { return [] }
    let days = Dictionary(grouping: bill.standing, by: \.date).sorted { isEarlier($0.key, $1.key) }
    return days.flatMap { date, nets in
      nets.flatMap { second in
        nets.compactMap { first -> CheckHit? in
          guard first.code != second.code,
            let indicator = pairs(first.code, second.code, documentation.encounter.setting, date)
          else { return nil }
          return hit(first, second, indicator)
        }
      }
    }
  }

  /// Medicare takes the modifier on either code (coding-rules MOD-05).
  private static func hit(
    _ first: BilledNet, _ second: BilledNet, _ indicator: BillingEdits.PairIndicator
  ) -> CheckHit? {
    let isSetApart = (first.modifiers + second.modifiers).contains(where: \.bypassesPairs)
    let pair = "NCCI pairs \(second.code) with \(first.code)"
    switch indicator {
    case .notActive: return nil
    case .never:
      return CheckHit(key: "NCCI_PAIR", at: .line(second), sentence: "\(pair); no modifier lets both stand.")
    case .withModifier where isSetApart:
      return CheckHit(
        key: "NCCI_PAIR", at: .line(second), sentence: "\(pair); the modifier must be true of what was done.",
        severity: .info)
    case .withModifier:
      return CheckHit(
        key: "NCCI_PAIR", at: .line(second), sentence: "\(pair); both stand only with a modifier that sets one apart.",
        saidBy: [ReasonCode.modifierMissing.rawValue, "INITIAL_NO_MODIFIER"])
    }
  }
}

extension Modifier {
  /// Whether NCCI takes it as a reason for both codes of a pair (NCCI policy manual, chapter 1, section E).
  fileprivate var bypassesPairs: Bool { marksDistinctService || Self.bypassing.contains(description) }

  private static let bypassing: Set<String> = [
    "24", "25", "27", "57", "58", "78", "79", "91", "LT", "RT", "LC", "LD", "LM", "RC", "RI", "E1", "E2", "E3", "E4",
    "FA", "F1", "F2", "F3", "F4", "F5", "F6", "F7", "F8", "F9", "TA", "T1", "T2", "T3", "T4", "T5", "T6", "T7", "T8",
    "T9",
  ]
}
