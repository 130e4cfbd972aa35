import CodeTables
import Coding
import Infusion
import Reconciliation

extension CodeTables {
  /// What Medicare's edits say of billed lines; lines of an unknown day are not held against them.
  ///
  /// A kind of edit of which there is no table stays absent, so that its check is skipped (coding-rules CHK-22, PTP-01).
  package var billingEdits: BillingEdits {
    var billing = BillingEdits()
    if holdsEdits({ $0.unitLimits.latestEffective($1) != nil }) {
      billing.unitLimit = { code, setting, date in
        date.flatMap { unitLimit(of: code, setting, on: $0)?.edit }
      }
    }
    if holdsEdits({ $0.codePairs.latestEffective($1) != nil }) {
      billing.pairs = PairEdits(
        bypass: { modifier, date in date.map { setsApart(modifier, on: $0) } ?? false },
        lookUp: { column1, column2, setting, date in
          date.flatMap { pair(column1, column2, setting, on: $0) }
            .flatMap { PairEdits.Indicator(rawValue: $0.indicator.rawValue) }
        })
    }
    return billing
  }

  /// First day of the newest edits, where they are older than the quarter of a service; nil when they are current, or
  /// all younger.
  func outdatedEdits(for date: CivilDate, _ setting: Setting) -> CivilDate? {
    let edits = edits(for: date)
    let tables = [
      (edits.unitLimits.covers(date, setting), edits.unitLimits.latestEffective(setting)),
      (edits.codePairs.covers(date, setting), edits.codePairs.latestEffective(setting)),
    ]
    return tables.compactMap { isCurrent, newest in isCurrent ? nil : newest }.filter { $0 <= date }.min()
  }

  /// The checks for which the service of a day is too early, with the first day of their tables.
  func youngerEdits(for date: CivilDate, _ setting: Setting) -> [RuleID: CivilDate] {
    let edits = edits(for: date)
    let firstDays: [RuleID: CivilDate?] = [
      "CHK-22": edits.unitLimits.firstKnown(setting), "CHK-23": edits.codePairs.firstKnown(setting),
    ]
    return firstDays.compactMapValues(\.self).filter { date < $0.value }
  }

  private func holdsEdits(_ isHeld: (EditTables, Setting) -> Bool) -> Bool {
    years.compactMap { CivilDate(year: $0, month: 1, day: 1) }.contains { day in
      Setting.allCases.contains { isHeld(edits(for: day), $0) }
    }
  }
}

extension UnitLimit {
  fileprivate var edit: BillingEdits.UnitLimit? {
    BillingEdits.LimitIndicator(rawValue: adjudication.rawValue).map {
      BillingEdits.UnitLimit(units: units, indicator: $0, effectiveFrom: effectiveFrom)
    }
  }
}
