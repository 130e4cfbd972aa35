import Coding
import Infusion

extension DrugBilling {
  /// Units and drugs of the code table.
  ///
  /// - Parameter deleted: codes that are gone in the year concerned.
  init(_ codes: DrugCodes, deleted: [DeletedCode]) {
    let (units, drugs) = (codes.units, codes.drugs)
    let active = codes.active.subtracting(deleted.lazy.map(\.code))
    let successors = deleted.compactMap { code -> (ProcedureCode, ProcedureCode)? in
      let next = ProcedureCode(code.replacedBy)
      return units[code.code] != nil && units[next] != nil ? (code.code, next) : nil
    }
    self.init(
      units: units, drugs: drugs, activeCodes: active, successors: Dictionary(uniqueKeysWithValues: successors))
  }
}

/// What the code table says of billing, whatever the year.
struct DrugCodes {
  fileprivate var units: [ProcedureCode: BillingUnit] = [:]
  fileprivate var drugs: [ProcedureCode: DrugKey] = [:]
  fileprivate var active: Set<ProcedureCode> = []

  init(_ formulary: Formulary) {
    units.reserveCapacity(formulary.products.count)
    drugs.reserveCapacity(formulary.products.count)
    active.reserveCapacity(formulary.products.count)
    for product in formulary.products.values {
      let code = ProcedureCode(product.hcpcs)
      units[code] = product.billingUnit.map { unit in
        let sizes = formulary.vialSizes[product.hcpcs] ?? []
        return BillingUnit(unit.amount, unit.unit, vialSizes: sizes.compactMap { $0.amount(in: unit.unit) })
      }
      drugs[code] = product.drugKey
      if product.status == "active" { active.insert(code) }
    }
  }
}
