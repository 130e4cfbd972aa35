import Infusion

/// A drug code and day whose units the record does not tell.
package struct UncountedDrug: Sendable {
  package let code: ProcedureCode
  package let notice: Notice

  /// - Parameter reason: why it is not counted, without a full stop.
  init(_ givings: [DrugGiving], _ reason: String) {
    code = givings[0].code
    let name = capitalized(givings[0].rows[0].drugName)
    notice = Notice(
      kind: .drugUnitUnknown, rules: [DrugUnits.unitOfTheTable.id],
      rows: givings.flatMap { $0.rows.map(\.source) }.sorted(), date: givings[0].serviceDate,
      sentence: "\(name): \(reason), so units of \(givings[0].code) are not counted")
  }
}
