/// How a drug is put in along its route.
@usableFromInline package enum Technique: String, CaseIterable, Sendable {
  case infusion = "INFUSION"
  case push = "PUSH"
  case injection = "INJECTION"
  case subcutaneousInfusion = "SC_INFUSION"
  /// A portable or implanted pump started here that runs on for more than eight hours.
  case longPump = "PUMP_LONG"
  case pumpRefill = "PUMP_REFILL"
  case onBodyInjector = "ON_BODY_INJECTOR"
  case unknown = "UNKNOWN"
}
