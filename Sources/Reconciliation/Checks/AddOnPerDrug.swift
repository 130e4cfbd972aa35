import Coding
import Infusion

extension BillingChecks {
  /// Example: 96375 twice for two pushes of one further drug.
  static let addOnPerDrug = BillingCheck(
    rule: CheckRule(
      "CHK-30", "Further drugs infused or pushed count once a drug in an encounter.", severity: .error, evidence: "K")
  ) { bill, documentation, findings in
    guard !findings.surplus.isEmpty else { return [] }
    let book = documentation.roles.codeBook
    let addOns: [(Service, Service, ServiceSet)] = [
      (.infusionSequential, .infusionInitial, Service.infusions), (.pushAdditional, .pushInitial, Service.pushes),
    ]
    return addOns.flatMap { addOn, initial, manner in
      [ServiceClass.therapeutic, .chemo].compactMap { serviceClass -> CheckHit? in
        guard let code = book.code(addOn, serviceClass), let place = findings.surplus(of: code).last,
          bill.units(of: code) > documentation.supportedUnits(of: code)
        else { return nil }
        let given = documentation.infusates { manner.contains($0) && $1 == serviceClass }
        guard !given.isEmpty else { return nil }
        let first = documentation.infusates { $0 == initial && $1 == serviceClass }
        let qualifying = max(given.subtracting(first).count, documentation.supportedUnits(of: code))
        guard bill.units(of: code) > qualifying else { return nil }
        return CheckHit(
          key: "ADDON_PER_DRUG", at: .finding(place),
          sentence: "\(code) counts once a drug: the record holds \(qualifying) further drug"
            + "\(qualifying == 1 ? "" : "s") for it.", saidBy: alreadyTold)
      }
    }
  }
}

/// What tells already why a unit has no drug.
private let alreadyTold =
  [ReasonCode.unsupportedUnits, .otherCodeSupported].map(\.rawValue) + ExclusionReason.allCases.map(\.rawValue)

extension Documentation {
  /// What was put into a vein by services that answer, each container once however often it was given.
  func infusates(where answers: (Service, ServiceClass) -> Bool) -> Set<Set<DrugKey>> {
    derivation.services.indices.reduce(into: []) { infusates, place in
      guard answers(derivation.services[place].service, derivation.services[place].serviceClass) else { return }
      infusates.insert(Set(derivation.services[place].rows.compactMap { drugOfRow[$0] }))
    }
  }
}
