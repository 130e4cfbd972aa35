import Infusion

/// Why a drug or fluid was given, as a column says it (input section 2, `purpose`).
package enum PurposeWord: String, CaseIterable, Sendable {
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
  /// The pump or reservoir is implanted.
  case implanted
  /// Spinal drug through a reservoir, or not through one.
  case reservoir
  case noReservoir = "no_reservoir"
  /// A second pump with needle sites of its own.
  case secondPump = "second_pump"
  /// Stopped by a reaction.
  case discontinued
  /// The spinal puncture was done by another provider.
  case punctureByAnother = "puncture_by_another"
  case patientControlled = "patient_controlled"
  case bloodDraw = "blood_draw"
  /// Given so that something that follows is borne better.
  case premedication

  package var facts: RowFacts {
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
    case .implanted: .implantedPump
    case .reservoir: .reservoir
    case .noReservoir: .noReservoir
    case .secondPump: .secondPump
    case .discontinued: .discontinued
    case .punctureByAnother: .punctureByAnother
    case .patientControlled: .patientControlled
    case .bloodDraw: .bloodDraw
    case .premedication: .premedication
    }
  }
}
