import Infusion

/// One dose for counting units: a row, or the rows of one bag.
struct DrugGiving {
  let code: ProcedureCode
  let serviceDate: CivilDate
  /// In input order; never empty.
  private(set) var rows: [MARRow]

  /// The doses of what was given on an encounter and has a code, in input order.
  static func all(in rows: [MARRow], billing: DrugBilling) -> [DrugGiving] {
    var givings: [DrugGiving] = []
    var places: [Bag: Int] = [:]
    for row in rows where row.isGiven {
      guard let code = billing.code(for: row), let date = (row.start ?? row.stop ?? row.due)?.date else { continue }
      let bag = Bag(row, code)
      if let place = bag.flatMap({ places[$0] }) {
        givings[place].rows.append(row)
      } else {
        bag.map { places[$0] = givings.count }
        givings.append(DrugGiving(code: code, serviceDate: date, rows: [row]))
      }
    }
    return givings
  }

  /// What was given; nil when no row says, or when rows of one bag say different things.
  var dose: Dose? { same(\.dose) }
  /// What was opened; nil as `dose` is.
  var opened: Dose? { same(\.opened) }
  var isSingleDose: Bool? { same(\.isSingleDose) }
  var isOpenedStated: Bool { rows.contains { $0.opened != nil } }
  var isNamedByRecord: Bool { rows.contains { $0.hcpcs != nil } }

  /// What was given, in the unit of the code.
  ///
  /// A row of a product that is billed by the dose is one, whatever else it measures.
  func amount(in unit: DoseUnit) -> ExactDecimal? {
    guard let amount = dose?.amount(in: unit) else { return unit == .dose ? ExactDecimal(1) : nil }
    return amount == .zero ? nil : amount
  }

  private func same<Value: Hashable>(_ value: KeyPath<MARRow, Value?>) -> Value? {
    let stated = Set(rows.compactMap { $0[keyPath: value] })
    return stated.count == 1 ? stated.first : nil
  }

  /// A bag hung into a vein: its rows, paused and resumed, state its whole content each (coding-rules ALG-04).
  ///
  /// Shots that share an id are parts of one dose and are added up.
  private struct Bag: Hashable {
    let id: String
    let code: ProcedureCode

    init?(_ row: MARRow, _ code: ProcedureCode) {
      guard let id = row.bag, row.route.isIntravenous else { return nil }
      self.id = id
      self.code = code
    }
  }
}
