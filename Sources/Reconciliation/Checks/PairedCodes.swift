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
    let supported = documentation.supportedCodes
    let days = Dictionary(grouping: bill.standing, by: \.date).sorted { isEarlier($0.key, $1.key) }
    return days.flatMap { date, nets in
      nets.flatMap { second in
        nets.compactMap { first -> CheckHit? in
          guard first.code != second.code,
            let indicator = pairs(first.code, second.code, documentation.encounter.setting, date)
          else { return nil }
          return BilledPair(first: first, second: second, supported: supported).hit(indicator)
        }
      }
    }
  }
}

/// Two billed lines that NCCI pairs: the first is paid, the second is part of it.
private struct BilledPair {
  let first: BilledNet
  let second: BilledNet
  /// Codes that the record supports.
  let supported: Set<ProcedureCode>

  /// Medicare takes the modifier on either code (coding-rules MOD-05).
  func hit(_ indicator: BillingEdits.PairIndicator) -> CheckHit? {
    let isSetApart = (first.modifiers + second.modifiers).contains(where: \.bypassesPairs)
    let pair = "NCCI pairs \(second.code) with \(first.code)"
    switch indicator {
    case .notActive: return nil
    case .never: return said("\(pair); no modifier lets both stand.")
    case .withModifier where isSetApart:
      return said("\(pair); the modifier must be true of what was done.", severity: .info)
    // No advice to set apart what should not be billed.
    case .withModifier where !(supported.contains(first.code) && supported.contains(second.code)):
      return said("\(pair).")
    case .withModifier: return said("\(pair); both stand only with a modifier that sets one apart.")
    }
  }

  /// Of two lines of which the record supports one, the other is at fault.
  private func said(_ sentence: String, severity: Severity? = nil) -> CheckHit {
    let isFirstAtFault = supported.contains(second.code) && !supported.contains(first.code)
    return CheckHit(
      key: "NCCI_PAIR", at: .line(isFirstAtFault ? first : second), sentence: sentence,
      saidBy: [ReasonCode.modifierMissing.rawValue, "INITIAL_NO_MODIFIER"], severity: severity)
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
