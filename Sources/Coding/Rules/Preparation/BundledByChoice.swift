import Infusion

/// Rows that belong to another service because the organisation has chosen so: fluids that a chemo drug's label demands
/// (coding-rules DSP-09), premedication before blood (DSP-20).
struct BundledByChoice {
  private let policy: Policy
  /// Days on which a chemo drug was given whose label demands fluids.
  private var labelDates: Set<CivilDate> = []
  private var chemoDates: Set<CivilDate> = []
  private var blood: [Giving] = []

  init(_ givings: [Giving], _ policy: Policy) {
    self.policy = policy
    guard policy.chemoProtocolHydration != .standard || policy.transfusionPremeds != .standard else { return }
    for giving in givings where giving.isBillable {
      switch giving.row.drugClass {
      case .chemo, .hormonal:
        chemoDates.formUnion([giving.date].compactMap(\.self))
        guard giving.row.facts.contains(.labelDemandsFluids) else { continue }
        labelDates.formUnion([giving.date].compactMap(\.self))
      case .blood: blood.append(giving)
      default: break
      }
    }
  }

  /// Why by choice the row belongs to another service; nil where it does not.
  ///
  /// Example: saline on the day of cisplatin, whose label demands it, earns no 96360 or 96361 then.
  func reason(for giving: Giving) -> (ExclusionReason, Rule)? {
    if policy.chemoProtocolHydration == .bundleLabelRequired, giving.row.drugClass == .hydration,
      let date = giving.date, labelDates.contains(date)
    {
      return (.protocolIntegral, Policy.ChemoProtocolHydration.rule)
    }
    if policy.transfusionPremeds == .bundle, isBeforeBlood(giving) {
      return (.protocolIntegral, Policy.TransfusionPremeds.rule)
    }
    return nil
  }

  /// On a day with chemo nobody can tell what a premedication was for; it then stays an ordinary drug.
  private func isBeforeBlood(_ giving: Giving) -> Bool {
    guard giving.row.facts.contains(.premedication), let date = giving.date, !chemoDates.contains(date) else {
      return false
    }
    return blood.contains { $0.date == date && !isEarlier($0.row.start, giving.row.start) }
  }
}
