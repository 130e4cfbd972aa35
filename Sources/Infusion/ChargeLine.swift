/// A CPT or HCPCS code: five characters, upper case.
@usableFromInline package struct ProcedureCode: Hashable, Comparable, Sendable, CustomStringConvertible {
  @usableFromInline let name: ShortName

  package init(_ text: some StringProtocol) {
    name = ShortName(text.uppercased())
  }

  @usableFromInline package var description: String { name.text }
  package func write(to utf8: inout [UInt8]) { name.write(to: &utf8) }

  /// The code as a number to the base of 36; nil when it is not of five digits and letters.
  package var inBase36: UInt32? { name.inBase36 }

  /// Its first byte, which says what kind of code it is; nil when it is empty.
  package var firstByte: UInt8? { name.first }

  /// Codes are looked up more often than anything else; a product of their bytes tells them apart as well as the usual
  /// hash and costs a tenth.
  @inlinable package func _rawHashValue(seed: Int) -> Int { name.quickHash(seed) }

  @inlinable package static func < (left: ProcedureCode, right: ProcedureCode) -> Bool { left.name < right.name }
}

/// Two characters that qualify a code.
@usableFromInline package struct Modifier: Hashable, Comparable, Sendable, CustomStringConvertible {
  @usableFromInline let name: ShortName

  package init(_ text: some StringProtocol) {
    name = ShortName(text.uppercased())
  }

  @usableFromInline package var description: String { name.text }
  package func write(to utf8: inout [UInt8]) { name.write(to: &utf8) }

  /// A distinct service at another site or time (the general form).
  package static let distinctService = Modifier("59")
  package static let separateEncounter = Modifier("XE")
  package static let separateStructure = Modifier("XS")
  package static let separatePractitioner = Modifier("XP")
  /// Unusual, and not overlapping the other service.
  package static let separateService = Modifier("XU")
  /// Stopped before it was done.
  package static let discontinued = Modifier("53")

  @inlinable package static func < (left: Modifier, right: Modifier) -> Bool { left.name < right.name }

  /// Whether a line with it is a service of its own beside the same code without it (output section 2).
  package var marksDistinctService: Bool {
    self == .distinctService || self == .separateEncounter || self == .separateStructure
      || self == .separatePractitioner || self == .separateService
  }
}

/// One posted line of code, units and modifiers.
///
/// Shape: `units` may be negative (a reversal); `modifiers` in the order written.
package struct ChargeLine: Sendable {
  package var source: SourceRow
  package var code: ProcedureCode
  package var units: Int
  package var modifiers: [Modifier]
  /// Nil when the line has no date of its own.
  package var serviceDate: CivilDate?
  package var amount: ExactDecimal?
  package var lineID: String?

  package init(
    source: SourceRow, code: ProcedureCode, units: Int = 1, modifiers: [Modifier] = [], serviceDate: CivilDate?
  ) {
    self.source = source
    self.code = code
    self.units = units
    self.modifiers = modifiers
    self.serviceDate = serviceDate
  }
}
