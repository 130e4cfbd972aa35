import Infusion

/// Medicare's add-on code edits: what CMS lists as parents.
///
/// The rules take parents from `parents.csv`; this is Medicare's own list, to be shown beside it.
package struct AddOnEdits: Sendable {
  /// In the order of the files; those of CMS files after the rows of the table.
  private let edits: [ProcedureCode: [AddOnEdit]]

  init(_ edits: [AddOnEdit]) {
    self.edits = Dictionary(grouping: edits, by: \.addOn)
  }

  /// The edits of an add-on in force on a day, by parent; may be empty.
  package func edits(of addOn: ProcedureCode, on date: CivilDate) -> [AddOnEdit] {
    let inForce = (edits[addOn] ?? []).filter { $0.isInForce(on: date) }
    return inForce.sorted { ($0.parent?.description ?? "") < ($1.parent?.description ?? "") }
  }
}
