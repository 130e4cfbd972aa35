import Coding
import Infusion

/// Suggested and billed units of one date, code and distinctness, side by side.
struct ComparedLine {
  let code: ProcedureCode
  let date: CivilDate?
  /// Whether modifier 59, or a narrower form of it, sets it apart from the same code without.
  let isDistinct: Bool
  /// Places in `Derivation.charges`.
  var charges: [Int] = []
  var suggestedUnits = 0
  var suggestedModifiers: [Modifier] = []
  /// Billed under the same date and distinctness.
  var billed: [BilledNet] = []
  /// Billed under another date or distinctness and counted here.
  var moved: [BilledNet] = []
  var billedUnits = 0
  var status = Finding.Status.match
  /// The code that this one replaces or is replaced by, and the charges behind that one.
  var pair: Substitute?

  /// Billed more than suggested; negative when less.
  var excess: Int { billedUnits - suggestedUnits }
  var isEmpty: Bool { suggestedUnits == 0 && billedUnits == 0 }
  var isReversal: Bool { billedUnits < 0 }
  var allBilled: [BilledNet] { billed + moved }

  /// Whether a narrower form of 59 meets the suggested 59.
  var isMetByNarrowerForm: Bool {
    isDistinct && suggestedUnits > 0 && !billed.isEmpty
      && billed.contains { !$0.identity.contains(.distinctService) }
  }

  /// Takes units over from a line of the same code.
  mutating func take(_ units: Int, from other: inout ComparedLine) {
    billedUnits += units
    other.billedUnits -= units
    for net in other.billed where !moved.contains(net) { moved.append(net) }
  }

  /// By code, then date, then bare before distinct.
  static func isBefore(_ left: ComparedLine, _ right: ComparedLine) -> Bool {
    if left.code != right.code { return left.code < right.code }
    if left.date != right.date { return isEarlier(left.date, right.date) }
    return !left.isDistinct && right.isDistinct
  }
}

/// The other half of a pair.
struct Substitute {
  let code: ProcedureCode
  /// Places in `Derivation.charges` of the half that is suggested.
  let charges: [Int]
  /// Whether the other half is the one that was billed.
  let isBilled: Bool
}
