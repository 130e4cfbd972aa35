import Coding
import Infusion

extension BillingChecks {
  /// Example: paclitaxel with HCPCS J9267 in the record, and no line for the drug; or a drug billed that nobody gave.
  ///
  /// Of a bill without any drug it is said once; where no bill of the run has one, drugs are billed elsewhere and
  /// nothing is said. A row without a HCPCS code of its own may be packaged and is not missed. What either side calls by
  /// another code of the same drug agrees.
  static let drugsAndAdministrations = BillingCheck(
    rule: CheckRule(
      "CHK-18", "A drug given has its drug line, and a drug line its row of the record.", severity: .warning,
      evidence: "D")
  ) { bill, documentation, findings in
    // An encounter that the record does not know at all is no question of drugs.
    guard !documentation.encounter.rows.isEmpty, documentation.rejected.isEmpty, documentation.year.billsDrugs else {
      return []
    }
    guard bill.drugs.contains(where: { documentation.year.drugs[$0.code] != nil }) else {
      let hasGoods = !bill.drugs.isEmpty || bill.standing.contains { !$0.role.isService }
      return hasGoods || bill.standing.isEmpty ? [] : documentation.billWithoutDrugs
    }
    return documentation.givenWithoutLine(bill, findings.all) + documentation.billedWithoutRow(bill)
  }

  fileprivate static let mismatch = "DRUG_ADMIN_MISMATCH"
}

extension Documentation {
  /// Rows of drugs that have a code by which they are billed.
  private var codedRows: [MARRow] {
    usedRows.filter { row in
      row.drugClass != .hydration && (row.hcpcs.map { !roles.role(of: ProcedureCode($0)).isService } ?? false)
    }
  }

  fileprivate var billWithoutDrugs: [CheckHit] {
    let rows = codedRows
    let codes = Set(rows.compactMap(\.hcpcs)).sorted()
    guard !codes.isEmpty else { return [] }
    let some = codes.prefix(3).joined(separator: ", ") + (codes.count > 3 ? " and \(codes.count - 3) more" : "")
    return [
      CheckHit(
        key: BillingChecks.mismatch, at: .record(rows.map(\.source), rows.compactMap { $0.moment?.date }.min()),
        sentence: "The bill has no drug line; the record has drugs with a code of their own: \(some).")
    ]
  }

  /// What comparing the doses found missing is not said by a second finding.
  fileprivate func givenWithoutLine(_ bill: Bill, _ findings: [Finding]) -> [CheckHit] {
    let billed = Set(bill.drugs.map(\.code))
    let ingredients = Set(billed.compactMap { year.drugs[$0] }.flatMap(\.ingredients))
    let rows = codedRows.filter { row in
      !billed.contains(ProcedureCode(row.hcpcs ?? "")) && row.drug.ingredients.isDisjoint(with: ingredients)
    }
    return Dictionary(grouping: rows, by: \.drug).sorted { $0.key < $1.key }.map { _, rows in
      let missing = findings.firstIndex { finding in
        finding.reasonCodes.contains(DrugKeyword.notBilled.rawValue)
          && rows.contains { $0.hcpcs == finding.code?.description }
      }
      if let missing {
        return CheckHit(
          key: BillingChecks.mismatch, at: .finding(missing), sentence: "A drug given has a line of its own.")
      }
      return CheckHit(
        key: BillingChecks.mismatch, at: .record(rows.map(\.source), rows.compactMap { $0.moment?.date }.min()),
        sentence: "\(rows[0].drugName) was given, and the bill has other drugs but no line of \(rows[0].hcpcs ?? "").")
    }
  }

  fileprivate func billedWithoutRow(_ bill: Bill) -> [CheckHit] {
    let given = encounter.rows.filter(\.isGiven)
    let codes = Set(given.compactMap(\.hcpcs).map { ProcedureCode($0) })
    let ingredients = Set(given.flatMap(\.drug.ingredients))
    return bill.drugs.filter { net in
      guard let drug = year.drugs[net.code], !codes.contains(net.code) else { return false }
      return drug.ingredients.isDisjoint(with: ingredients)
    }.map { net in
      CheckHit(
        key: BillingChecks.mismatch, at: .line(net),
        sentence:
          "\(net.code) bills \(year.drugs[net.code]?.description ?? "a drug"), of which the record holds no giving.")
    }
  }
}
