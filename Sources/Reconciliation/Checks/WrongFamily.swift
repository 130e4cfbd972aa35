import Coding
import Infusion

/// Injections billed by the code of another kind of drug.
extension BillingChecks {
  /// Example: 96372 for a vaccine, or 90471 for an antibiotic.
  static let vaccineAndInjection = BillingCheck(
    rule: CheckRule(
      "CHK-24", "Vaccines and RSV antibodies have codes of their own, which stand for nothing else.",
      severity: .error, evidence: "K S39")
  ) { _, documentation, findings in
    guard !findings.surplus.isEmpty else { return [] }
    let roles = documentation.roles
    let plain = roles.codeBook.code(.injection, .therapeutic)
    let wrongInjections = findings.surplus { $0 == plain }.filter {
      findings.supports(insteadOf: $0) { roles.isCode($0, of: Service.ownProducts) }
    }
    let wrongVaccines = findings.surplus { roles.isCode($0, of: Service.generalVaccines) }.filter {
      findings.supports(insteadOf: $0) { roles.isCode($0, of: Service.otherInjections) }
    }
    return wrongInjections.map { place in
      CheckHit(
        key: "WRONG_FAMILY", at: .finding(place),
        sentence: "An injection code does not stand for a vaccine or such an antibody.")
    }
      + wrongVaccines.map { place in
        CheckHit(
          key: "WRONG_FAMILY", at: .finding(place), sentence: "A vaccine code does not stand for another drug.")
      }
  }

  /// Example: 96401 for an antibiotic, or 96372 for a cancer drug.
  static let drugClassDiffers = BillingCheck(
    rule: CheckRule(
      "CHK-25", "The injection code follows the class of the drug: cancer drug or complex biologic, or another drug.",
      severity: .warning, evidence: "S04 S08")
  ) { _, documentation, findings in
    let places = findings.surplus.filter { place in
      guard let billed = findings.all[place].code else { return false }
      return findings.supports(insteadOf: place) { documentation.differByClass(billed, $0) }
    }
    let isListed = documentation.severityOfClass == .error
    return places.map { place in
      CheckHit(
        key: "CLASS_DIFF", at: .finding(place),
        sentence: "The two codes differ by the class of the drug; "
          + (isListed ? "the payer's own list decides it." : "a payer's own list may class it otherwise."),
        severity: documentation.severityOfClass)
    }
  }

  /// Example: 96402 for a cancer drug that is no hormone, or 96401 for one that is.
  static let hormonalSwap = BillingCheck(
    rule: CheckRule(
      "CHK-26", "Hormonal cancer drugs and other cancer drugs have injection codes of their own.", severity: .error,
      evidence: "K")
  ) { _, documentation, findings in
    guard !findings.surplus.isEmpty else { return [] }
    let book = documentation.roles.codeBook
    guard let chemo = book.code(.injection, .chemo), let hormonal = book.code(.injection, .hormonal) else { return [] }
    let places =
      findings.surplus(of: hormonal).filter { findings.supports(insteadOf: $0) { $0 == chemo } }
      + findings.surplus(of: chemo).filter { findings.supports(insteadOf: $0) { $0 == hormonal } }
    return places.map { place in
      CheckHit(
        key: "HORMONAL_SWAP", at: .finding(place),
        sentence: "\(hormonal) is for hormonal cancer drugs and \(chemo) for the others.")
    }
  }
}

extension Documentation {
  /// Whether two codes inject a drug of one class and of another, so that the list decides that classes it: a cancer drug
  /// or complex biologic, 96401 or 96402, and another drug, 96372 (coding-rules CLS-04, CHK-25).
  func differByClass(_ one: ProcedureCode, _ other: ProcedureCode) -> Bool {
    let book = roles.codeBook
    let plain = book.code(.injection, .therapeutic)
    let others = [book.code(.injection, .chemo), book.code(.injection, .hormonal)]
    return (one == plain && others.contains(other)) || (other == plain && others.contains(one))
  }

  /// Only the list of the payer itself leaves no question of class.
  var severityOfClass: Severity { year.policy.complexClass == .payerList ? .error : .warning }
}

extension Service {
  /// Those whose codes tell no more than that a vaccine was given.
  fileprivate static let generalVaccines: ServiceSet = [
    .vaccineFirst, .vaccineFurther, .oralVaccineFirst, .oralVaccineFurther,
  ]
  fileprivate static let antibodies: ServiceSet = [.rsvAntibody, .rsvAntibodyCounselled]
  /// Those that have codes of their own: vaccines and antibodies against RSV.
  fileprivate static let ownProducts = generalVaccines.union(antibodies).union([
    .covidVaccine, .medicareInfluenzaVaccine, .medicarePneumococcalVaccine, .medicareHepatitisBVaccine,
  ])
  fileprivate static let otherInjections = antibodies.union([.injection])
}
