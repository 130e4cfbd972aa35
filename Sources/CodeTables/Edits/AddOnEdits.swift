import Infusion

/// Medicare's add-on code edits: what CMS lists as parents.
///
/// The rules take parents from `parents.csv`; this is Medicare's own list, to be shown beside it.
package struct AddOnEdits: Sendable {
  /// In the order of the files; those of CMS files after the rows of the table.
  private let edits: [ProcedureCode: [AddOnEdit]]
  /// First day of the newest list; nil without any.
  package let latestEffective: CivilDate?

  init(edits: [AddOnEdit], latestEffective: CivilDate?) {
    self.edits = Dictionary(grouping: edits, by: \.addOn)
    self.latestEffective = latestEffective
  }

  /// The edits of an add-on in force on a day, by parent; may be empty.
  package func edits(of addOn: ProcedureCode, on date: CivilDate) -> [AddOnEdit] {
    let inForce = (edits[addOn] ?? []).filter { $0.isInForce(on: date) }
    return inForce.sorted { ($0.parent?.description ?? "") < ($1.parent?.description ?? "") }
  }

  /// The parents of an add-on in force on a day; empty where the contractor lists them.
  package func parents(of addOn: ProcedureCode, on date: CivilDate) -> Set<ProcedureCode> {
    Set(edits(of: addOn, on: date).compactMap(\.parent))
  }

  /// Whether the list of the very quarter of this day, or of a later one, has been read.
  package func covers(_ date: CivilDate) -> Bool {
    latestEffective.map { Quarter(date) <= Quarter($0) } ?? false
  }
}
