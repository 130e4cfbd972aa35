import Coding
import Infusion

/// The billing checks in the order in which they are made.
package enum BillingChecks {
  static let inOrder: [BillingCheck] = [
    addOnWithoutParent, tooManyInitials, modifierWithoutSecondSite, laterEncounterWithoutModifier,
    repeatedPushOnProfessionalBill, repeatedPushTooSoon, portFlushNotAlone, fluidsWithoutTheirMinutes,
    fluidsAsInitialBesideDrugs, concurrentOverOne, inactiveCode, legacyVisitCode, linePlacementBesideDrugs,
    bloodDrawBesideDrugs, nurseVisitBesideDrugs, visitWithoutModifier, drugsAndAdministrations, unitsOverLimit,
    pairedCodes, vaccineAndInjection, drugClassDiffers, hormonalSwap, bothLesionCodes, subcutaneousOverOne,
    pumpBilledTwice, addOnPerDrug, addOnOfOtherFamily, timeNotDocumented, concurrentAndSequential, partOfProcedure,
    twoDistinctModifiers, addOnOnAnotherDay,
  ]

  /// Adds each objection to the finding of its line, a differing one first; a finding that otherwise matches becomes
  /// a check, and what has no finding gets one.
  static func add(to findings: inout [Finding], bill: Bill, documentation: Documentation) {
    var checked = CheckedFindings(findings)
    // Of one holder the findings are changed where they are.
    findings = []
    for check in inOrder {
      for hit in check.hits(bill, documentation, checked) {
        if let place = place(of: hit, in: checked.all) {
          checked.add(hit, of: check.rule, at: place)
        } else {
          var finding = blank(hit, documentation)
          finding.add(hit, of: check.rule)
          checked.append(finding)
        }
      }
    }
    findings = checked.all
  }

  private static func place(of hit: CheckHit, in findings: [Finding]) -> Int? {
    switch hit.place {
    case .finding(let place): return place
    case .record: return nil
    case .line(let net):
      let places = findings.indices.filter { findings[$0].concerns(net) }
      return places.first { findings[$0].status != .match } ?? places.first
    }
  }

  private static func blank(_ hit: CheckHit, _ documentation: Documentation) -> Finding {
    let encounter = documentation.encounter
    guard case .line(let net) = hit.place else {
      var finding = Finding(encounterID: encounter.id, serviceDate: nil, setting: encounter.setting, status: .check)
      if case .record(let rows, let date) = hit.place {
        finding.serviceDate = date
        finding.add(recordRows: rows)
      }
      return finding
    }
    var finding = Finding(
      encounterID: encounter.id, serviceDate: net.date, setting: encounter.setting, code: net.code, status: .check)
    finding.description = documentation.roles.description(of: net.code)
    finding.billedUnits = net.units
    finding.billedModifiers = net.modifiers
    finding.chargeRows = net.rows
    return finding
  }
}

extension Finding {
  /// Whether it is about this line of the bill.
  func concerns(_ net: BilledNet) -> Bool {
    code == net.code && chargeRows.contains(where: net.rows.contains)
  }
}
