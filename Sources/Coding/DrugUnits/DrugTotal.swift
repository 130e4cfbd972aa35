import Infusion

/// What the record supports of one drug code on one day.
package struct DrugTotal: Sendable {
  /// What became of the rest of the containers opened.
  package enum Waste: Hashable, Sendable {
    /// The record does not tell.
    case notDocumented
    /// The containers serve more than one dose; nothing is billed as waste.
    case notSingleDose
    /// Less was opened than given, which cannot be.
    case contradicted
    /// No whole unit was left; `coveredByLastUnit` when a part of one was.
    case none(coveredByLastUnit: Bool)
    /// Whole units thrown away, at least 1.
    case units(Int)
  }

  package let code: ProcedureCode
  package let serviceDate: CivilDate
  package let drugName: String
  package let unit: BillingUnit
  /// Units given, at least 1.
  package let units: Int
  package let waste: Waste
  /// Whether some containers had a rest and others had none.
  package let hasContainersOfBothKinds: Bool
  /// Of a dose for which smaller containers would have left less, what was opened and what would have done; a sentence
  /// without a full stop.
  package let wasteNotMinimal: String?
  /// Whether any row states what was opened, readable or not.
  package let isOpenedStated: Bool
  /// Whether a row names the code itself.
  package let isNamedByRecord: Bool
  package let isMedicare: Bool
  /// How it went in.
  package let routes: Set<Route>
  /// Sorted.
  package let rows: [SourceRow]
  /// How the units come about, and how the waste does.
  ///
  /// Shape: sentences without full stops; no waste, no story.
  package let story: String
  package let wasteStory: String
  /// Rules that made the units, sorted.
  package let rules: [RuleID]

  /// Units thrown away that are billed.
  package var wastedUnits: Int {
    if case .units(let units) = waste { units } else { 0 }
  }

  /// The lines to bill: the drug, and its waste on a line of its own (coding-rules DRUG-03).
  package var lines: [ExpectedDrugLine] {
    let isWithoutWaste = if case .none = waste { true } else { false }
    let given = ExpectedDrugLine(
      code: code, modifiers: isMedicare && isWithoutWaste ? [.noDrugWasted] : [], serviceDate: serviceDate,
      units: units, rules: (isMedicare && isWithoutWaste ? rules + [DrugUnits.ownLineForWaste.id] : rules).sorted(),
      rows: rows, story: story)
    guard wastedUnits > 0 else { return [given] }
    let wasted = ExpectedDrugLine(
      code: code, modifiers: [.drugWasted], serviceDate: serviceDate, units: wastedUnits,
      rules: [DrugUnits.wholeUnitsLeft.id, DrugUnits.ownLineForWaste.id], rows: rows, story: wasteStory)
    return [given, wasted]
  }
}

extension Modifier {
  /// Drug of a single-dose container that was thrown away.
  package static let drugWasted = Modifier("JW")
  /// Nothing of a single-dose container was thrown away.
  package static let noDrugWasted = Modifier("JZ")
  /// Given into a vein; given under the skin.
  package static let drugIntoVein = Modifier("JA")
  package static let drugUnderSkin = Modifier("JB")
}
