/// What the record says about an administration beyond drug, route and time (coding-rules 0.1, flags).
@usableFromInline package struct RowFacts: OptionSet, Hashable, Sendable {
  @usableFromInline package let rawValue: UInt32
  @inlinable package init(rawValue: UInt32) { self.rawValue = rawValue }
  /// None.
  @inlinable package init() { rawValue = 0 }

  @inlinable package static var flush: RowFacts { RowFacts(rawValue: 1 << 0) }
  /// A flush of an implanted port or central catheter.
  @inlinable package static var portFlush: RowFacts { RowFacts(rawValue: 1 << 1) }
  /// Fluid only to keep the vein open.
  @inlinable package static var keepOpen: RowFacts { RowFacts(rawValue: 1 << 2) }
  /// Drug-free fluid that carries or chases a drug.
  @inlinable package static var vehicle: RowFacts { RowFacts(rawValue: 1 << 3) }
  @inlinable package static var procedureIntegral: RowFacts { RowFacts(rawValue: 1 << 4) }
  @inlinable package static var protocolIntegral: RowFacts { RowFacts(rawValue: 1 << 5) }
  /// Given to correct a measured lack, such as low potassium.
  @inlinable package static var deficiency: RowFacts { RowFacts(rawValue: 1 << 6) }
  @inlinable package static var secondSiteJustified: RowFacts { RowFacts(rawValue: 1 << 7) }
  @inlinable package static var primaryReason: RowFacts { RowFacts(rawValue: 1 << 8) }
  @inlinable package static var indicationDocumented: RowFacts { RowFacts(rawValue: 1 << 9) }
  @inlinable package static var catheterClearance: RowFacts { RowFacts(rawValue: 1 << 10) }
  @inlinable package static var stroke: RowFacts { RowFacts(rawValue: 1 << 11) }
  @inlinable package static var coronary: RowFacts { RowFacts(rawValue: 1 << 12) }
  @inlinable package static var counselling: RowFacts { RowFacts(rawValue: 1 << 13) }
  @inlinable package static var secondPump: RowFacts { RowFacts(rawValue: 1 << 14) }
  @inlinable package static var discontinued: RowFacts { RowFacts(rawValue: 1 << 15) }
  @inlinable package static var implantedPump: RowFacts { RowFacts(rawValue: 1 << 16) }
  @inlinable package static var reservoir: RowFacts { RowFacts(rawValue: 1 << 17) }
  /// The record says that the spinal drug did not go through a reservoir.
  @inlinable package static var noReservoir: RowFacts { RowFacts(rawValue: 1 << 18) }
  @inlinable package static var punctureByAnother: RowFacts { RowFacts(rawValue: 1 << 19) }
  @inlinable package static var patientControlled: RowFacts { RowFacts(rawValue: 1 << 20) }
  @inlinable package static var medicare: RowFacts { RowFacts(rawValue: 1 << 21) }
  /// The class was not known and taken as therapeutic (coding-rules CLS-01).
  @inlinable package static var classDefaulted: RowFacts { RowFacts(rawValue: 1 << 22) }
  /// A complex biologic whose documentation must show the complexity (coding-rules table 4.3, "doc").
  @inlinable package static var complexityToDocument: RowFacts { RowFacts(rawValue: 1 << 23) }
  /// Blood drawn through the line.
  @inlinable package static var bloodDraw: RowFacts { RowFacts(rawValue: 1 << 24) }
  /// Potassium, magnesium, calcium or phosphate and nothing else but fluid (coding-rules CLS-14, CLS-15).
  @inlinable package static var electrolyte: RowFacts { RowFacts(rawValue: 1 << 25) }
  /// A cancer drug whose label demands fluids with it (coding-rules DSP-09).
  @inlinable package static var labelDemandsFluids: RowFacts { RowFacts(rawValue: 1 << 26) }
  /// Documented as premedication.
  @inlinable package static var premedication: RowFacts { RowFacts(rawValue: 1 << 27) }
  /// A time of the row is one that the clocks skipped when they were put forward (input IN-23).
  @inlinable package static var clockSkipped: RowFacts { RowFacts(rawValue: 1 << 28) }
  /// A time of the row is one that the clocks showed twice when they were put back.
  @inlinable package static var clockTwice: RowFacts { RowFacts(rawValue: 1 << 29) }
  /// The zone is not known, and clocks may have changed between start and stop.
  @inlinable package static var clockChangeHidden: RowFacts { RowFacts(rawValue: 1 << 30) }
}
