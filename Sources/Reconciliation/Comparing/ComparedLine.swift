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
  /// Units suggested before those that only stand elsewhere became a line of their own.
  var unitsBeforeSplit: Int?
  /// Billed under the same date and distinctness.
  var billed: [BilledNet] = []
  /// Billed under another date or distinctness and counted here.
  var moved: [BilledNet] = []
  /// Billed and taken back, so that nothing of it stands.
  var reversed: [BilledNet] = []
  var status = Finding.Status.match
  /// The line that this one replaces or is replaced by.
  var pair: Substitute?

  var allBilled: [BilledNet] { moved.isEmpty ? billed : billed + moved }
  var billedUnits: Int { billed.units + moved.units }
  /// Billed more than suggested; negative when less.
  var excess: Int { billedUnits - suggestedUnits }
  var isEmpty: Bool { suggestedUnits == 0 && billedUnits == 0 }
  /// Wholly missing or wholly unsupported, and not only in part.
  var isOneSided: Bool { suggestedUnits == 0 || billedUnits == 0 }
  var misdated: [BilledNet] { moved.filter { $0.date != date } }
  var misidentified: [BilledNet] { moved.filter { $0.isDistinct != isDistinct } }

  /// Whether a narrower form of 59 meets the suggested 59.
  var isMetByNarrowerForm: Bool {
    isDistinct && suggestedUnits > 0 && !billed.isEmpty
      && billed.contains { !$0.identity.contains(.distinctService) }
  }
}

extension [BilledNet] {
  var units: Int { reduce(0) { $0 + $1.units } }
}

/// The other half of a pair.
struct Substitute {
  let code: ProcedureCode
  /// Modifiers that set it apart, sorted.
  let identity: [Modifier]
  /// What it has too much or too little of.
  let units: Int
  /// Whether none of it is supported, or none was billed.
  let isOneSided: Bool
  /// Places in `Derivation.charges` of the half that is suggested.
  let charges: [Int]
  /// Whether the other half is the one that was billed.
  let isBilled: Bool
  /// Why the one stands for the other, with its full stop, where that is not plain.
  let because: String?
}
