import Infusion

/// The code of the other half of a pair, with the modifiers that set it apart: `96365-59`.
package struct PairedCode: Hashable, Sendable, CustomStringConvertible {
  package let code: ProcedureCode
  /// Sorted; may be empty.
  package let modifiers: [Modifier]

  package init(_ code: ProcedureCode, modifiers: [Modifier] = []) {
    self.code = code
    self.modifiers = modifiers
  }

  package var description: String { ([code.description] + modifiers.map(\.description)).joined(separator: "-") }
}
