/// What the record says about an administration beyond drug, route and time (coding-rules 0.1, flags).
package struct RowFacts: OptionSet, Hashable, Sendable {
  package let rawValue: UInt32
  package init(rawValue: UInt32) { self.rawValue = rawValue }
  /// None.
  package init() { rawValue = 0 }

  package static let flush = RowFacts(rawValue: 1 << 0)
  /// A flush of an implanted port or central catheter.
  package static let portFlush = RowFacts(rawValue: 1 << 1)
  /// Fluid only to keep the vein open.
  package static let keepOpen = RowFacts(rawValue: 1 << 2)
  /// Drug-free fluid that carries or chases a drug.
  package static let vehicle = RowFacts(rawValue: 1 << 3)
  package static let procedureIntegral = RowFacts(rawValue: 1 << 4)
  package static let protocolIntegral = RowFacts(rawValue: 1 << 5)
  /// Given to correct a measured lack, such as low potassium.
  package static let deficiency = RowFacts(rawValue: 1 << 6)
  package static let secondSiteJustified = RowFacts(rawValue: 1 << 7)
  package static let primaryReason = RowFacts(rawValue: 1 << 8)
  package static let indicationDocumented = RowFacts(rawValue: 1 << 9)
  package static let catheterClearance = RowFacts(rawValue: 1 << 10)
  package static let stroke = RowFacts(rawValue: 1 << 11)
  package static let coronary = RowFacts(rawValue: 1 << 12)
  package static let counselling = RowFacts(rawValue: 1 << 13)
  package static let secondPump = RowFacts(rawValue: 1 << 14)
  package static let discontinued = RowFacts(rawValue: 1 << 15)
  package static let implantedPump = RowFacts(rawValue: 1 << 16)
  package static let reservoir = RowFacts(rawValue: 1 << 17)
  /// The record says that the spinal drug did not go through a reservoir.
  package static let noReservoir = RowFacts(rawValue: 1 << 18)
  package static let punctureByAnother = RowFacts(rawValue: 1 << 19)
  package static let patientControlled = RowFacts(rawValue: 1 << 20)
  package static let medicare = RowFacts(rawValue: 1 << 21)
  /// The class was not known and taken as therapeutic (coding-rules CLS-01).
  package static let classDefaulted = RowFacts(rawValue: 1 << 22)
  /// A complex biologic whose documentation must show the complexity (coding-rules table 4.3, "doc").
  package static let complexityToDocument = RowFacts(rawValue: 1 << 23)
  /// Blood drawn through the line.
  package static let bloodDraw = RowFacts(rawValue: 1 << 24)
  /// Potassium, magnesium, calcium or phosphate and nothing else but fluid (coding-rules CLS-14, CLS-15).
  package static let electrolyte = RowFacts(rawValue: 1 << 25)
  /// A cancer drug whose label demands fluids with it (coding-rules DSP-09).
  package static let labelDemandsFluids = RowFacts(rawValue: 1 << 26)
  /// Documented as premedication.
  package static let premedication = RowFacts(rawValue: 1 << 27)
  /// A time of the row is one that the clocks skipped when they were put forward (input IN-23).
  package static let clockSkipped = RowFacts(rawValue: 1 << 28)
  /// A time of the row is one that the clocks showed twice when they were put back.
  package static let clockTwice = RowFacts(rawValue: 1 << 29)
  /// The zone is not known, and clocks may have changed between start and stop.
  package static let clockChangeHidden = RowFacts(rawValue: 1 << 30)
}
