import CodeTables
import Coding
import Infusion
import Reconciliation

extension RunSummary {
  /// Before anything is counted.
  init(of inputs: [InputFile], _ job: Job) {
    self.init()
    self.inputs = inputs
    part = Part(of: job)
    guard let suppressions = job.suppressions else { return }
    var suppressed = Suppressed()
    suppressed.expired = suppressions.expired
    self.suppressed = suppressed
  }

  /// The part of one shelf, its encounters not yet counted.
  ///
  /// - Parameter hidesWords: whether words of the export that nobody knows are counted and not named.
  init(counting contents: ShelfReader.Contents, hidesWords: Bool = false) {
    self.init()
    rows = contents.rows
    chargeLines = contents.chargeLines
    for (text, rows) in contents.unrecognisedDrugs { unrecognisedDrugRows[hidesWords ? "" : text, default: 0] += rows }
    for (text, rows) in contents.unknownActions {
      unknownActions[hidesWords ? "" : Self.shownAction(text), default: 0] += rows
    }
    hasBill = contents.visits.contains { !$0.charges.isEmpty }
    for place in contents.visits.indices { count(contents.visits, at: place) }
  }

  /// Drug names that no table knows, with the rows that hold them, most frequent first, then by name.
  package var unrecognisedDrugs: [(name: String, rows: Int)] {
    unrecognisedDrugRows.mostFrequentFirst.map { (name: $0.text, rows: $0.rows) }
  }

  /// What putting the entries of an encounter together left out.
  private mutating func count(_ visits: [EncounterAssembly.Visit], at place: Int) {
    // Visits and rows are wide: they are counted where they stand.
    let rowsGiven = visits[place].encounter.rows
    hiddenClockChanges += rowsGiven.indices.count {
      rowsGiven[$0].isGiven && rowsGiven[$0].facts.contains(.clockChangeHidden)
    }
    for (reason, count) in visits[place].excluded { rows.excluded[reason.rawValue, default: 0] += count }
    rowsWithoutBegin += visits[place].rowsWithoutBegin
  }

  mutating func count(_ coded: CodedEncounter, of job: Job) {
    encounters += 1
    if coded.isIncomplete { incompleteEncounters += 1 }
    for suppressed in coded.suppressed { count(suppressed) }
    rows.used += coded.rowsUsed
    let excluded = coded.derivation.excluded
    for (row, entries) in zip(excluded, coded.encounter.entryCounts(of: excluded.map(\.row))) {
      rows.excluded[row.reason.rawValue, default: 0] += entries
    }
    if let result = coded.result {
      encountersByStatus[result.status, default: 0] += 1
      for place in result.findings.indices {
        count(result.findings, at: place)
        if let fees = job.fees { countAmount(of: result.findings, at: place, fees) }
      }
    } else {
      for charge in coded.derivation.charges {
        findingsByCode[charge.code.description, default: CodeCount()].suggestedUnits += charge.units
      }
    }
    countDays(of: coded, job.tables)
  }

  /// Notes the tables of every day of service, each once.
  private mutating func countDays(of coded: CodedEncounter, _ tables: CodeTables) {
    for charge in coded.derivation.charges where daysDerived.insert(charge.serviceDate).inserted {
      count(charge.serviceDate, tables)
    }
    guard let result = coded.result else { return }
    for place in result.findings.indices {
      guard let date = result.findings[place].serviceDate,
        daysJudged.insert(ServiceDay(date: date, setting: coded.encounter.setting)).inserted
      else { continue }
      count(date, tables)
      countEdits(on: date, coded.encounter.setting, tables)
    }
  }

  private mutating func countEdits(on date: CivilDate, _ setting: Setting, _ tables: CodeTables) {
    youngerEdits.merge(tables.youngerEdits(for: date, setting), uniquingKeysWith: min)
    guard let newest = tables.outdatedEdits(for: date, setting) else { return }
    outdatedEdits = outdatedEdits.map { min($0, newest) } ?? newest
  }

  // Findings are wide: they are counted where they stand.
  private mutating func count(_ findings: [Finding], at place: Int) {
    findingsByStatus[findings[place].status, default: 0] += 1
    for key in findings[place].reasonCodes { findingsByReason[key, default: 0] += 1 }
    guard let code = findings[place].code?.description else { return }
    findingsByCode[code, default: CodeCount()].add(
      suggested: findings[place].suggestedUnits, billed: findings[place].billedUnits)
  }

  private mutating func count(_ suppressed: SuppressedFinding) {
    var counts = self.suppressed ?? Suppressed()
    counts.total += 1
    for key in suppressed.finding.reasonCodes { counts.byReason[key, default: 0] += 1 }
    self.suppressed = counts
  }

  /// Differences alone have an amount that somebody gains or owes.
  private mutating func countAmount(of findings: [Finding], at place: Int, _ fees: FeeLookup) {
    if amounts == nil { amounts = Amounts() }
    guard findings[place].status.isUnder || findings[place].status.isOver, var amounts else { return }
    defer { self.amounts = amounts }
    let finding = findings[place]
    guard let price = fees.price(of: finding) else {
      amounts.unpricedFindings += 1
      return
    }
    if !amounts.schedules.contains(price.schedule) {
      amounts.schedules = (amounts.schedules + [price.schedule]).sorted()
    }
    let difference = (finding.suggestedAmount ?? .zero) - (finding.billedAmount ?? .zero)
    let (under, over) = finding.status.isUnder ? (difference, .zero) : (.zero, .zero - difference)
    amounts.under = amounts.under + under
    amounts.over = amounts.over + over
    guard let code = finding.code?.description else { return }
    findingsByCode[code, default: CodeCount()].under = findingsByCode[code, default: CodeCount()].under + under
    findingsByCode[code, default: CodeCount()].over = findingsByCode[code, default: CodeCount()].over + over
  }

  private mutating func count(_ date: CivilDate, _ tables: CodeTables) {
    let year = tables.year(for: date).year
    if !codeYears.contains(year) { codeYears = (codeYears + [year]).sorted() }
    guard !tables.covers(date), !yearsWithoutTable.contains(date.year) else { return }
    yearsWithoutTable = (yearsWithoutTable + [date.year]).sorted()
  }

  /// Rows in must be rows out (input IN-50).
  func checkBalance() throws(RunError) {
    for balance in [rows, chargeLines] where !balance.isBalanced {
      throw .unbalanced(
        read: balance.read, used: balance.used, excluded: balance.excludedTotal, rejected: balance.rejectedTotal)
    }
  }
}

extension RunSummary.CodeCount {
  fileprivate mutating func add(suggested: Int?, billed: Int?) {
    findings += 1
    suggestedUnits += suggested ?? 0
    billedUnits += billed ?? 0
  }
}

extension Finding.Status {
  /// Whether less was billed than the record supports.
  package var isUnder: Bool { self == .missing || self == .unitsLow }

  /// Whether more was billed.
  package var isOver: Bool { self == .unsupported || self == .unitsHigh }
}
