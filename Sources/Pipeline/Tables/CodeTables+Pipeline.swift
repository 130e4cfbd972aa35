import CodeTables
import Coding
import Infusion
import Reconciliation

extension CodeTables {
  /// The tables of the last year that there are.
  package var latestYear: CodingYear {
    // Any day of a year finds its tables.
    CivilDate(year: years[years.count - 1], month: 1, day: 1).map { year(for: $0) }
      ?? year(for: CivilDate(daysSince1970: 0))
  }

  /// What codes are worth by the fee schedule.
  package var feeLookup: FeeLookup {
    FeeLookup { [fees] code, setting, date in
      fees.fee(of: code, setting, on: date).map { FeeLookup.Price(amount: $0.amount, schedule: $0.label) }
    }
  }

  var portFlushCode: ProcedureCode? { latestYear.codeBook.code(.portFlush, .any) }

  /// Which billed codes are visits: not judged themselves, but looked at beside drug administration (coding-rules
  /// CHK-17).
  var isVisit: @Sendable (ProcedureCode) -> Bool {
    let entries = latestYear.codeBook.entries
    return { entries[$0]?.kind == .visit }
  }

  /// Compares by the tables of a year.
  ///
  /// - Parameter drugs: `drugsOfCodes`, from whoever has it at hand.
  package func reconciler(
    for year: CodingYear, listsExcluded: Bool = false, drugs: [ProcedureCode: DrugKey]? = nil, billsDrugs: Bool = true,
    edits: BillingEdits = BillingEdits(),
    policy: Policy = Policy()
  ) -> Reconciler {
    Reconciler(
      year: year, listsExcluded: listsExcluded, drugs: drugs ?? drugsOfCodes, billsDrugs: billsDrugs,
      edits: edits, policy: policy
    ) {
      code, date in
      inactivity(of: code, on: date)
    }
  }

  /// The drug of each drug code, as rows of the record name it.
  var drugsOfCodes: [ProcedureCode: DrugKey] {
    formulary.products.keys.reduce(into: [:]) { drugs, code in
      drugs[ProcedureCode(code)] = formulary.drugKey(ofCode: code)
    }
  }

  /// Which billed codes have to do with giving drugs: of the code tables, now or once, among their codes without being
  /// listed, or a drug's own (input IN-10).
  var relevance: @Sendable (ProcedureCode) -> Bool {
    let range = latestYear.codeBook.administrationRange
    let isVisit = isVisit
    return { code in range?.contains(code) ?? false || (isListed(code) && !isVisit(code)) }
  }

  private func isListed(_ code: ProcedureCode) -> Bool {
    if code.description.hasPrefix("J") || code.description.hasPrefix("Q") { return true }
    if formulary.products[code.description] != nil { return true }
    return years.contains { year in
      guard let day = CivilDate(year: year, month: 1, day: 1) else { return false }
      let tables = tables(for: day)
      return tables.codingYear.codeBook.entries[code] != nil || tables.deletedCodes[code] != nil
    }
  }

  /// Why a code may not be reported on a day, by that day's tables; an unknown day counts as one of the last year.
  func inactivity(of code: ProcedureCode, on date: CivilDate?) -> Inactivity? {
    guard let day = date ?? CivilDate(year: years[years.count - 1], month: 1, day: 1) else { return nil }
    if let deleted = deletion(of: code, on: day), deleted.deletedFrom <= day {
      return .deleted(
        from: deleted.deletedFrom, replacedBy: deleted.replacedBy.split(separator: ";").joined(separator: " or "))
    }
    guard let listing = listing(of: code, on: day), !listing.isActive(on: day) else { return nil }
    if let from = listing.effectiveFrom, day < from { return .notYetInForce(until: from) }
    return listing.effectiveTo.map { .expired(after: $0) }
  }
}
