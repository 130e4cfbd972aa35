/// Why a row supports no code (coding-rules ALG-01, ALG-03 and where Part 0 says so).
@usableFromInline package enum ExclusionReason: String, CaseIterable, Sendable {
  case notGiven = "NB_NOT_GIVEN"
  case route = "NB_ROUTE"
  case flush = "NB_FLUSH"
  case keepOpen = "NB_KVO"
  case vehicle = "NB_VEHICLE"
  case imaging = "NB_IMAGING"
  case sedation = "NB_SEDATION"
  case procedure = "NB_PROCEDURE"
  case protocolIntegral = "NB_PROTOCOL"
  case outsideEncounter = "NB_OUTSIDE_ENCOUNTER"
  case selfAdministered = "NB_SELF_ADMINISTERED"

  /// Ends the sentence that the drug and its time begin: "Ondansetron at 09:00 was not given"; see `ExcludedRow.words`.
  fileprivate var words: String {
    switch self {
    case .notGiven: "was not given (held, refused or missed)"
    case .route: "went in by a route that has no drug-administration code"
    case .flush: "flushed or locked the line, which has no code of its own"
    case .keepOpen: "only kept the vein open, which has no code"
    case .vehicle: "only carried a drug, which has no code of its own"
    case .imaging: "is contrast, a tracer or a stress agent, part of the scan"
    case .sedation: "belongs to a sedation or anaesthesia service"
    case .procedure: "belongs to a procedure"
    case .protocolIntegral: "belongs to the protocol of another service"
    case .outsideEncounter: "lies outside the encounter"
    case .selfAdministered: "is a drug that Medicare lists as usually self-administered"
    }
  }
}

extension ExcludedRow {
  /// Ends the sentence that the drug and its time begin: "Ondansetron at 09:00 was not given".
  package var words: String {
    if reason == .route, rules.contains(Techniques.oddRoutes.id) {
      return "is fluid of which the record shows no infusion into a vein; only that has a code"
    }
    return reason.words
  }
}
