import Infusion

/// Why a drug or fluid was given, as a column says it (input section 2, `purpose`).
enum PurposeWord: String, CaseIterable, Sendable {
  /// A reason that changes nothing, such as pain.
  case none
  /// To treat or prevent fluid loss.
  case hydration
  case keepOpen = "kvo"
  case flush
  case portFlush = "port_flush"
  case vehicle
  case catheterClearance = "line_clearance"
  case procedure
  case anesthesia
  case `protocol`
  case deficiency
  case stroke
  case coronary
  /// Part of taking pictures.
  case contrast
  case counselling

  var facts: RowFacts {
    switch self {
    case .none, .hydration: []
    case .keepOpen: .keepOpen
    case .flush: .flush
    case .portFlush: [.flush, .portFlush]
    case .vehicle: .vehicle
    case .catheterClearance: .catheterClearance
    case .procedure, .anesthesia, .contrast: .procedureIntegral
    case .protocol: .protocolIntegral
    case .deficiency: .deficiency
    case .stroke: .stroke
    case .coronary: .coronary
    case .counselling: .counselling
    }
  }
}
