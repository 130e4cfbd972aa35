import Coding
import Infusion

extension BillingChecks {
  /// Example: 96376 on a physician's claim, in any place of service.
  static let repeatedPushOnProfessionalBill = BillingCheck(
    rule: CheckRule(
      "CHK-05", "Only facilities report a further push of a drug already pushed.", severity: .error, evidence: "K")
  ) { bill, documentation, _ in
    guard documentation.encounter.setting == .professional, bill.services.intersects(pushRepeat),
      let code = documentation.roles.codeBook.code(.pushRepeat, .therapeutic)
    else { return [] }
    return bill.standing.filter { $0.code == code }.map { net in
      CheckHit(
        key: "96376_PROFESSIONAL", at: .line(net),
        sentence: "\(code) is for facilities; a professional bill may not carry it.")
    }
  }
}

private let pushRepeat: ServiceSet = [.pushRepeat]
