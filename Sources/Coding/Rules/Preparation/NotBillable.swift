import Infusion

/// Rows that were given and support no code of their own, with the first reason that applies.
enum NotBillable {
  static let dropped = Rule(
    "ALG-03",
    "Rows that no drug-administration code covers are dropped: other routes, flushes, keep-open fluid, vehicles, imaging, sedation, parts of a procedure or protocol.",
    evidence: "D")
  static let notHydration = Rule(
    "HYD-08",
    "Keep-open fluid, flushes, diluents, carriers, fluid with or between blood units, and fluid that is part of a procedure are not hydration.",
    evidence: "S03 S11 S33")
  static let imaging = Rule(
    "CLS-20", "Contrast, tracers and stress agents, and starting a line for them, are part of the scan.",
    evidence: "S20b K")
  static let sedationAndProcedure = Rule(
    "CLS-21", "Drugs for anaesthesia, sedation or intubation, or given as part of a procedure, are part of it.",
    evidence: "S37 S20b K")
  static let vehicle = Rule(
    "CLS-17", "Drug-free fluid hung only to carry or chase a drug is a vehicle.", evidence: "S11")
  static let selfAdministered = Rule(
    "CLS-26", "Medicare does not pay for injecting a drug that it lists as usually self-administered.", evidence: "S42")
  static let included = Rule(
    "CLS-30",
    "Local anaesthetic, line start, access, final flush, tubing, supplies and chemo preparation are included in every service.",
    evidence: "S01 S33 S47c")
  static let rules = [
    dropped, notHydration, imaging, sedationAndProcedure, vehicle, selfAdministered, included,
  ]

  /// Drops what no code covers; each dropped row is written to the sheet with its reason.
  static func drop(from givings: inout [Giving], on sheet: inout Worksheet) {
    let bundled = BundledByChoice(givings, sheet.policy)
    for index in givings.indices where givings[index].isBillable {
      takeSedationAsDrug(&givings[index], sheet.policy)
      let giving = givings[index]
      guard let (reason, rule) = reason(for: giving, sheet) ?? bundled.reason(for: giving) else { continue }
      if reason == .flush || reason == .keepOpen || reason == .vehicle, giving.row.drugClass == .hydration {
        sheet.exclude(giving.row, reason, dropped, rule, notHydration)
      } else {
        sheet.exclude(giving.row, reason, dropped, rule)
      }
      givings[index].isBillable = false
    }
    citeSelfAdministered(in: &givings, sheet.policy)
  }

  /// Lets injections that by choice count although Medicare lists the drug rest on that choice (coding-rules DSP-24).
  private static func citeSelfAdministered(in givings: inout [Giving], _ policy: Policy) {
    guard policy.selfAdministered != .standard else { return }
    for index in givings.indices where givings[index].row.family == .selfAdministered {
      guard givings[index].row.route == .subcutaneous, givings[index].row.facts.contains(.medicare) else { continue }
      givings[index].rules += policy.selfAdministered.cited.map(\.id)
    }
  }

  /// Drugs for sedation and intubation are ordinary drugs where the organisation has chosen so (coding-rules DSP-21).
  private static func takeSedationAsDrug(_ giving: inout Giving, _ policy: Policy) {
    guard policy.sedationDrugs == .report, giving.row.drugClass == .sedation else { return }
    giving.row.drugClass = .therapeutic
    giving.rules += policy.sedationDrugs.cited.map(\.id)
  }

  /// Why no code covers the row; nil when one may.
  private static func reason(for giving: Giving, _ sheet: Worksheet) -> (ExclusionReason, Rule)? {
    let isVaccine = giving.row.drugClass == .vaccine
    switch giving.row.route {
    case .oral where !isVaccine, .nasal where !isVaccine, .other: return (.route, OtherRoutes.noCode)
    default: break
    }
    if giving.row.facts.contains(.flush) || giving.row.facts.contains(.portFlush) { return (.flush, included) }
    if giving.row.facts.contains(.keepOpen) || isKeepOpenRate(giving, sheet) { return (.keepOpen, notHydration) }
    if giving.row.facts.contains(.vehicle) { return (.vehicle, vehicle) }
    if giving.row.drugClass == .imaging { return (.imaging, imaging) }
    if giving.row.drugClass == .sedation { return (.sedation, sedationAndProcedure) }
    if giving.row.facts.contains(.procedureIntegral) { return (.procedure, sedationAndProcedure) }
    if giving.row.facts.contains(.protocolIntegral) { return (.protocolIntegral, sedationAndProcedure) }
    if giving.row.family == .selfAdministered, giving.row.route == .subcutaneous, giving.row.facts.contains(.medicare),
      sheet.policy.selfAdministered == .notBillable
    {
      return (.selfAdministered, selfAdministered)
    }
    return nil
  }

  /// Whether fluid runs so slowly that it only keeps a line open.
  private static func isKeepOpenRate(_ giving: Giving, _ sheet: Worksheet) -> Bool {
    guard giving.row.drugClass == .hydration, let rate = giving.row.rateMillilitersPerHour else { return false }
    return rate <= sheet.policy.keepOpenMillilitersPerHour ?? sheet.thresholds.keepOpenMillilitersPerHour
  }
}
