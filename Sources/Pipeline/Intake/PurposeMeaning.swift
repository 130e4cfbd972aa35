import Infusion

/// Why a drug or fluid was given (input section 2, `purpose`).
package enum PurposeMeaning: String, CaseIterable, Sendable {
  /// To treat or prevent fluid loss, or another reason that changes nothing.
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
  /// No reason at all: the column says something else.
  case unstated = "none"

  package var facts: RowFacts {
    switch self {
    case .hydration, .unstated: []
    case .keepOpen: .keepOpen
    case .flush: .flush
    case .portFlush: [.flush, .portFlush]
    case .vehicle: .vehicle
    case .catheterClearance: .catheterClearance
    case .procedure, .anesthesia: .procedureIntegral
    case .protocol: .protocolIntegral
    case .deficiency: .deficiency
    case .stroke: .stroke
    case .coronary: .coronary
    }
  }
}
