import Coding
import Infusion

/// Codes of which an encounter holds one.
extension BillingChecks {
  /// Example: 96405 and 96406.
  static let bothLesionCodes = BillingCheck(
    rule: CheckRule(
      "CHK-27", "Drugs put into skin lesions are one code, by the number of lesions.", severity: .error, evidence: "K")
  ) { bill, documentation, _ in
    guard bill.services.intersects(lesions) else { return [] }
    let book = documentation.roles.codeBook
    guard let few = book.code(.lesionsFew, .chemo), let many = book.code(.lesionsMany, .chemo),
      bill.units(of: few) > 0, bill.units(of: many) > 0
    else { return [] }
    let wrong = documentation.supportedUnits(of: few) > 0 ? many : few
    return bill.standing.filter { $0.code == wrong }.map { net in
      CheckHit(
        key: "LESION_BOTH", at: .line(net), sentence: "\(few) and \(many) exclude each other in one encounter.")
    }
  }

  /// Example: 96369 twice for immune globulin through two needles.
  static let subcutaneousOverOne = BillingCheck(
    rule: CheckRule(
      "CHK-28", "The first hour of an infusion under the skin, and its second pump, are billed once an encounter.",
      severity: .error, evidence: "K")
  ) { bill, _, _ in
    guard bill.services.intersects(onceUnderSkin) else { return [] }
    let codes = distinctSorted(bill.standing.filter { $0.role.services.intersects(onceUnderSkin) }.map(\.code))
    return codes.filter { bill.units(of: $0) > 1 }.compactMap { code in bill.standing.last { $0.code == code } }
      .map { net in
        CheckHit(
          key: "SUBCUTANEOUS_OVER_ONE", at: .line(net),
          sentence: "\(net.code) may be billed once an encounter, however many needles and days.")
      }
  }
}

private let lesions: ServiceSet = [.lesionsFew, .lesionsMany]
private let onceUnderSkin: ServiceSet = [.subcutaneousInfusionFirstHour, .subcutaneousPump]
