import Coding

extension ExclusionReason {
  /// Ends the sentence that the drug and its time begin.
  var words: String {
    switch self {
    case .notGiven: "was not given"
    case .route: "went in by a route that has no drug-administration code"
    case .flush: "was a flush, which has no code of its own"
    case .keepOpen: "only kept the vein open, which has no code"
    case .vehicle: "only carried a drug, which has no code of its own"
    case .imaging: "belongs to an imaging service"
    case .sedation: "belongs to a sedation or anaesthesia service"
    case .procedure: "belongs to a procedure"
    case .protocolIntegral: "belongs to the protocol of another service"
    case .outsideEncounter: "lies outside the encounter"
    case .selfAdministered: "was self-administered"
    }
  }
}
