import CodeTables
import Coding
import Infusion
import Reconciliation

extension RunSummary {
  /// Adds what was counted of further encounters.
  mutating func add(_ part: RunSummary) {
    codeYears = Set(codeYears).union(part.codeYears).sorted()
    yearsWithoutTable = Set(yearsWithoutTable).union(part.yearsWithoutTable).sorted()
    youngerEdits.merge(part.youngerEdits, uniquingKeysWith: min)
    outdatedEdits = [outdatedEdits, part.outdatedEdits].compactMap(\.self).min()
    rows.add(part.rows)
    chargeLines.add(part.chargeLines)
    encounters += part.encounters
    incompleteEncounters += part.incompleteEncounters
    encountersByStatus.merge(part.encountersByStatus, uniquingKeysWith: +)
    findingsByStatus.merge(part.findingsByStatus, uniquingKeysWith: +)
    findingsByCode.merge(part.findingsByCode, uniquingKeysWith: +)
    findingsByReason.merge(part.findingsByReason, uniquingKeysWith: +)
    unrecognisedDrugRows.merge(part.unrecognisedDrugRows, uniquingKeysWith: +)
    unknownActions.merge(part.unknownActions, uniquingKeysWith: +)
    hiddenClockChanges += part.hiddenClockChanges
    rowsWithoutBegin += part.rowsWithoutBegin
    hasBill = hasBill || part.hasBill
    if let added = part.amounts { amounts = amounts.map { $0 + added } ?? added }
    guard let added = part.suppressed else { return }
    suppressed = suppressed.map { $0 + added } ?? added
  }
}

extension RunSummary.RowBalance {
  fileprivate mutating func add(_ part: RunSummary.RowBalance) {
    read += part.read
    used += part.used
    excluded.merge(part.excluded, uniquingKeysWith: +)
    rejected.merge(part.rejected, uniquingKeysWith: +)
  }
}

extension RunSummary.CodeCount {
  fileprivate static func + (left: RunSummary.CodeCount, right: RunSummary.CodeCount) -> RunSummary.CodeCount {
    var sum = left
    sum.findings += right.findings
    sum.suggestedUnits += right.suggestedUnits
    sum.billedUnits += right.billedUnits
    sum.under = left.under + right.under
    sum.over = left.over + right.over
    return sum
  }
}

extension RunSummary.Amounts {
  fileprivate static func + (left: RunSummary.Amounts, right: RunSummary.Amounts) -> RunSummary.Amounts {
    var sum = left
    sum.schedules = Set(left.schedules).union(right.schedules).sorted()
    sum.under = left.under + right.under
    sum.over = left.over + right.over
    sum.unpricedFindings += right.unpricedFindings
    return sum
  }
}

extension RunSummary.Suppressed {
  fileprivate static func + (left: RunSummary.Suppressed, right: RunSummary.Suppressed) -> RunSummary.Suppressed {
    var sum = left
    sum.total += right.total
    sum.byReason.merge(right.byReason, uniquingKeysWith: +)
    return sum
  }
}
