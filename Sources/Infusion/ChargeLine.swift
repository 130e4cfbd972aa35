/// A CPT or HCPCS code: five characters, upper case.
package struct ProcedureCode: Hashable, Comparable, Sendable, CustomStringConvertible {
  package let description: String

  package init(_ text: some StringProtocol) {
    description = text.uppercased()
  }

  package static func < (left: ProcedureCode, right: ProcedureCode) -> Bool { left.description < right.description }
}

/// Two characters that qualify a code.
package struct Modifier: Hashable, Comparable, Sendable, CustomStringConvertible {
  package let description: String

  package init(_ text: some StringProtocol) {
    description = text.uppercased()
  }

  /// A distinct service at another site or time (the general form).
  package static let distinctService = Modifier("59")
  package static let separateEncounter = Modifier("XE")
  package static let separateStructure = Modifier("XS")
  /// Unusual, and not overlapping the other service.
  package static let separateService = Modifier("XU")
  /// Stopped before it was done.
  package static let discontinued = Modifier("53")

  package static func < (left: Modifier, right: Modifier) -> Bool { left.description < right.description }

  /// Whether a line with it is a service of its own beside the same code without it (output section 2).
  package var marksDistinctService: Bool {
    ["59", "XE", "XS", "XP", "XU"].contains(description)
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
