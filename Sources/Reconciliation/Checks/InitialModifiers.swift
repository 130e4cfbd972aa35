import Coding
import Infusion

extension BillingChecks {
  /// Example: 96365-59 in an encounter that used one line.
  static let modifierWithoutSecondSite = BillingCheck(
    rule: CheckRule(
      "CHK-03", "An initial service carries modifier 59 only for a second access site or a later encounter of the day.",
      severity: .warning, evidence: "S34")
  ) { bill, documentation, _ in
    let initials = documentation.initials(bill)
    // Of several initials on one site it is their number that is wrong (CHK-02).
    guard documentation.derivation.sites.count == 1, documentation.distinctInitials.isEmpty, initials.units == 1 else {
      return []
    }
    // A pair with another supported code is reason enough (CHK-23).
    return initials.filter { $0.isDistinct && documentation.partners(of: $0.code, on: $0.date).isEmpty }.map { net in
      CheckHit(
        key: "MODIFIER_UNSUPPORTED", at: .line(net),
        sentence: "The record shows one access site and no earlier encounter that day, so no initial service is "
          + "set apart by a modifier.",
        saidBy: [ReasonCode.modifierNotDerived.rawValue])
    }
  }

  /// Example: 96374 without 59 on a patient's second visit of the day.
  static let laterEncounterWithoutModifier = BillingCheck(
    rule: CheckRule(
      "CHK-04", "The initial service of a later encounter of the day carries modifier 59 or a narrower form.",
      severity: .warning, evidence: "S28")
  ) { bill, documentation, _ in
    let days = Set(
      documentation.distinctInitials.filter { $0.rules.contains(MatchingRules.laterEncounter) }.map(\.serviceDate))
    return documentation.initials(bill).filter { net in
      !net.isDistinct && (net.date.map(days.contains) ?? false)
    }.map { net in
      CheckHit(
        key: "SECOND_ENCOUNTER_NO_MODIFIER", at: .line(net),
        sentence: "An earlier encounter of the patient that day has an initial service already.")
    }
  }
}

extension Documentation {
  /// Initial services that the record sets apart.
  fileprivate var distinctInitials: [ExpectedCharge] {
    derivation.charges.filter { initialCodes.contains($0.code) && $0.modifiers.contains(where: \.marksDistinctService) }
  }
}
