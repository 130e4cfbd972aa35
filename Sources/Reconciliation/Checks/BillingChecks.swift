import Coding
import Infusion

/// The billing checks in the order in which they are made.
package enum BillingChecks {
  static let inOrder: [BillingCheck] = [
    addOnWithoutParent, tooManyInitials, modifierWithoutSecondSite, laterEncounterWithoutModifier,
    repeatedPushOnProfessionalBill, portFlushNotAlone, concurrentOverOne, inactiveCode, twoDistinctModifiers,
  ]

  /// Adds each objection to the finding of its line, a differing one first; a finding that otherwise matches becomes
  /// a check, and a line that has no finding gets one.
  static func add(to findings: inout [Finding], bill: Bill, documentation: Documentation) {
    for check in inOrder {
      for hit in check.hits(bill, documentation) {
        let places = findings.indices.filter { findings[$0].concerns(hit.net) }
        if let place = places.first(where: { findings[$0].status != .match }) ?? places.first {
          findings[place].add(hit, of: check.rule)
        } else {
          var finding = blank(hit.net, documentation)
          finding.add(hit, of: check.rule)
          findings.append(finding)
        }
      }
    }
  }

  private static func blank(_ net: BilledNet, _ documentation: Documentation) -> Finding {
    var finding = Finding(
      encounterID: documentation.encounter.id, serviceDate: net.date, setting: documentation.encounter.setting,
      code: net.code, status: .check)
    finding.description = documentation.roles.description(of: net.code)
    finding.billedUnits = net.units
    finding.billedModifiers = net.modifiers
    finding.chargeRows = net.rows
    return finding
  }
}

extension Finding {
  fileprivate func concerns(_ net: BilledNet) -> Bool {
    code == net.code && !Set(chargeRows).isDisjoint(with: net.rows)
  }

  fileprivate mutating func add(_ hit: CheckHit, of rule: CheckRule) {
    if status == .match { status = .check }
    severity = max(severity, rule.severity)
    if Set(hit.saidBy.map(\.rawValue)).isDisjoint(with: reasonCodes) { add(sentence: hit.sentence) }
    add(key: hit.key)
    add(rules: [rule.id])
  }
}
