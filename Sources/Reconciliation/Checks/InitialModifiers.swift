import Coding
import Infusion

extension BillingChecks {
  /// Example: 96365-59 in an encounter that used one line.
  static let modifierWithoutSecondSite = BillingCheck(
    rule: CheckRule(
      "CHK-03", "An initial service carries modifier 59 only for a second access site or a later encounter of the day.",
      severity: .warning, evidence: "S34")
  ) { bill, documentation, _ in
    // Of several initials on one site it is their number that is wrong (CHK-02).
    guard let initial = bill.initials.first, initial.isDistinct, bill.initials.units == 1,
      documentation.derivation.sites.count == 1, documentation.distinctInitials.isEmpty,
      // A pair with another supported code is reason enough (CHK-23).
      documentation.partners(of: initial.code, on: initial.date).isEmpty
    else { return [] }
    return [
      CheckHit(
        key: "MODIFIER_UNSUPPORTED", at: .line(initial),
        sentence: "The record shows one access site and no earlier encounter that day, so no initial service is "
          + "set apart by a modifier.",
        saidBy: [ReasonCode.modifierNotDerived.rawValue])
    ]
  }

  /// Example: 96374 without 59 on a patient's second visit of the day.
  static let laterEncounterWithoutModifier = BillingCheck(
    rule: CheckRule(
      "CHK-04", "The initial service of a later encounter of the day carries modifier 59 or a narrower form.",
      severity: .warning, evidence: "S28")
  ) { bill, documentation, _ in
    guard !documentation.distinctInitials.isEmpty else { return [] }
    let days = documentation.distinctInitials.filter { $0.rules.contains(MatchingRules.laterEncounter) }
      .map(\.serviceDate)
    return bill.initials.filter { net in
      !net.isDistinct && (net.date.map(days.contains) ?? false)
    }.map { net in
      CheckHit(
        key: "SECOND_ENCOUNTER_NO_MODIFIER", at: .line(net),
        sentence: "An earlier encounter of the patient that day has an initial service already.")
    }
  }
}
