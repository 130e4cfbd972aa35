import Infusion

/// What codes are worth, by whatever schedule the caller has.
package struct FeeLookup: Sendable {
  /// What one unit is worth, and by what.
  package struct Price: Hashable, Sendable {
    /// Zero for what is packaged.
    package let amount: ExactDecimal
    /// What to call the schedule beside a figure: `Medicare 2026 estimate`.
    package let schedule: String

    package init(amount: ExactDecimal, schedule: String) {
      self.amount = amount
      self.schedule = schedule
    }
  }

  private let price: @Sendable (ProcedureCode, Setting, CivilDate) -> Price?

  /// - Parameter price: nil where the schedule has no amount, which is never the same as zero.
  package init(_ price: @escaping @Sendable (ProcedureCode, Setting, CivilDate) -> Price?) {
    self.price = price
  }

  /// What one unit is worth on a day of service.
  package func price(of code: ProcedureCode, _ setting: Setting, on date: CivilDate) -> Price? {
    price(code, setting, date)
  }

  /// What the code of a finding is worth; nil without a code, a day or an amount.
  package func price(of finding: Finding) -> Price? {
    guard let code = finding.code, let date = finding.serviceDate else { return nil }
    return price(code, finding.setting, date)
  }
}

extension EncounterResult {
  /// Gives findings their amounts.
  package mutating func price(by fees: FeeLookup) {
    change { finding in
      guard let amount = fees.price(of: finding)?.amount else { return }
      finding.suggestedAmount = finding.suggestedUnits.map { amount * $0 }
      finding.billedAmount = finding.billedUnits.map { amount * $0 }
    }
  }
}
