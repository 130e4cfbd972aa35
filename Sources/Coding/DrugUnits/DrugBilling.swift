import Infusion

/// What the drug code table says, as far as units are counted from it (coding-rules DRUG-08).
package struct DrugBilling: Sendable {
  /// The unit of each code whose unit is known.
  package let units: [ProcedureCode: BillingUnit]
  /// The drug of each code that names one.
  package let drugs: [ProcedureCode: DrugKey]
  /// The code in force of each drug that has only one.
  package let onlyCodes: [DrugKey: ProcedureCode]
  /// What replaced each deleted code.
  package let successors: [ProcedureCode: ProcedureCode]

  /// - Parameters:
  ///   - activeCodes: codes in force.
  package init(
    units: [ProcedureCode: BillingUnit] = [:], drugs: [ProcedureCode: DrugKey] = [:],
    activeCodes: Set<ProcedureCode> = [], successors: [ProcedureCode: ProcedureCode] = [:]
  ) {
    self.units = units
    self.drugs = drugs
    self.successors = successors
    var codes: [DrugKey: ProcedureCode] = [:]
    var severalCodes: [DrugKey] = []
    for (code, drug) in drugs where activeCodes.contains(code) {
      if codes.updateValue(code, forKey: drug) != nil { severalCodes.append(drug) }
    }
    for drug in severalCodes { codes[drug] = nil }
    onlyCodes = codes
  }

  /// Whether a billed line of this code is one of a drug.
  package func isDrug(_ code: ProcedureCode) -> Bool { units[code] != nil || drugs[code] != nil }

  /// Whether two codes are of one drug: a product of the same ingredients, or what replaced it.
  package func areOneDrug(_ left: ProcedureCode, _ right: ProcedureCode) -> Bool {
    if let one = drugs[left], let other = drugs[right], one == other { return true }
    return successors[left] == right || successors[right] == left
  }

  /// The code under which a row's drug is billed: that of the row, in its present form, else the only one of its drug.
  ///
  /// Nil for fluid, and for what is not put into the body through the skin, unless the row names its code: a drug's one
  /// code is that of the injected product.
  func code(for row: MARRow) -> ProcedureCode? {
    if let own = row.hcpcs.map({ ProcedureCode($0) }) { return successors[own] ?? own }
    guard ![.oral, .nasal, .other].contains(row.route), row.drugClass != .hydration else { return nil }
    return onlyCodes[row.drug]
  }
}
