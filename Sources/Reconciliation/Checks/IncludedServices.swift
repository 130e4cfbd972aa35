import Coding
import Infusion

/// Services that a drug administration of the day includes.
extension BillingChecks {
  /// Example: 36000 for the needle through which an antibiotic ran.
  static let linePlacementBesideDrugs = BillingCheck(
    rule: CheckRule(
      "CHK-14", "Placing the needle or catheter belongs to the infusion or push that goes through it.",
      severity: .error, evidence: "S33")
  ) { bill, _, _ in
    guard bill.holdsNeighbours else { return [] }
    return bill.standing.filter { net in
      // A modifier says that the needle served another site or time.
      net.role.kind == .linePlacement && !net.isDistinct
        && bill.has(on: net.date) { $0.services.intersects(Service.infusionsAndPushes) }
    }.map { net in
      CheckHit(
        key: "LINE_PLACEMENT_INCLUDED", at: .line(net),
        sentence: "\(net.code) is part of the drug services of the day unless it served another site or time.")
    }
  }

  /// Example: 36591 for blood from the port through which chemo ran that day.
  static let bloodDrawBesideDrugs = BillingCheck(
    rule: CheckRule(
      "CHK-15", "Blood taken from a port or catheter is not billed on a day with drug administration.",
      severity: .error, evidence: "K")
  ) { bill, _, _ in
    bill.linesBesideAdministration(of: .bloodDraw).map { net in
      CheckHit(
        key: "BLOOD_DRAW_INCLUDED", at: .line(net),
        sentence: "\(net.code) is billed only on a day without drug administration.")
    }
  }

  /// Example: 99211 on a physician's claim with an injection.
  static let nurseVisitBesideDrugs = BillingCheck(
    rule: CheckRule(
      "CHK-16", "A physician's bill holds no nurse visit on a day with drug administration.", severity: .error,
      evidence: "S33")
  ) { bill, documentation, _ in
    guard documentation.encounter.setting == .professional else { return [] }
    return bill.linesBesideAdministration(of: .nurseVisit).map { net in
      CheckHit(
        key: "99211_WITH_ADMIN", at: .line(net),
        sentence: "\(net.code) may not stand beside the drug administration of the day.")
    }
  }

  /// Example: 99284 without modifier 25 beside 96374.
  ///
  /// Whether the visit was one of its own is not judged.
  static let visitWithoutModifier = BillingCheck(
    rule: CheckRule(
      "CHK-17", "A visit billed beside drug administration usually carries modifier 25.", severity: .info,
      evidence: "D")
  ) { bill, _, _ in
    bill.linesBesideAdministration(of: .visit).filter { net in
      !net.modifiers.contains(.separateVisit)
    }.map { net in
      CheckHit(
        key: "E_M_MOD25", at: .line(net),
        sentence: "\(net.code) stands beside drug administration without modifier 25; the visit itself is not judged.")
    }
  }
}

extension Bill {
  /// Lines of a kind that stand on a day with drug administration.
  fileprivate func linesBesideAdministration(of kind: CodeBook.Kind) -> [BilledNet] {
    guard holdsNeighbours else { return [] }
    return standing.filter { $0.role.kind == kind && has(on: $0.date, where: \.isAdministration) }
  }
}

extension Service {
  fileprivate static let infusionsAndPushes = infusions.union(pushes)
}

extension Modifier {
  /// A visit apart from the other service of the day.
  static let separateVisit = Modifier("25")
}
