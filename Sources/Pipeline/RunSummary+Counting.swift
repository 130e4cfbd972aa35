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
    for visit in contents.visits { count(visit) }
  }

  /// Drug names that no table knows, with the rows that hold them, most frequent first, then by name.
  package var unrecognisedDrugs: [(name: String, rows: Int)] {
    unrecognisedDrugRows.map { ($0.key, $0.value) }.sorted { left, right in
      left.1 == right.1 ? left.0 < right.0 : left.1 > right.1
    }
  }

  /// Says what a person should know of the run as a whole, once everything is counted.
  ///
  /// - Parameters:
  ///   - times: what the files show of their clocks.
  ///   - billsDrugs: whether any bill carries a drug.
  mutating func warn(of job: Job, times: TimeNotes, billsDrugs: Bool) {
    facts.comparesWithBill = job.comparesWithBill
    facts.billsDrugs = billsDrugs
    facts.skippedChecks = job.comparesWithBill ? job.tables.billingEdits.skipped : []
    facts.isInAbsoluteTime = times.isInAbsoluteTime
    warn()
  }

  /// The sentences that figures and facts come to.
  mutating func warn() {
    warnOfInputs()
    warnOfRows()
    warnOfSkippedChecks()
    warnOfExpiredSuppressions()
    if facts.comparesWithBill, !hasBill { warnOfMissingBill() }
    if facts.comparesWithBill, !facts.billsDrugs { warnOfMissingDrugs() }
    warnOfRowsWithoutBegin()
    warnOfEdits()
  }

  /// Says of suppressions that have expired so, once.
  private mutating func warnOfExpiredSuppressions() {
    for entry in suppressed?.expired ?? [] {
      // No encounter: its id is no business of whoever reads a log (output OUT-06).
      warnings.append(
        "The suppression on line \(entry.line) (\(entry.match ?? "*"), owner \(entry.owner)) expired on"
          + " \(entry.expires) and does nothing: renew it or take it out.")
    }
  }

  private mutating func warnOfInputs() {
    for input in inputs where input.rows == 0 { warnings.append("\(input.path) has no rows below its header.") }
    warnings += Self.copies(among: inputs)
    warnings += inputs.compactMap { input in input.encodingWarning { "\(input.path):\($0)" } }
  }

  private mutating func warnOfRows() {
    if let rows = rows.excluded[SetAsideRow.Reason.duplicate.rawValue] {
      let subject = rows == 1 ? "1 MAR row equals" : "\(rows) MAR rows equal"
      warnings.append("DUPLICATE_ROW: \(subject) an earlier one in every mapped field and counts once.")
    }
    if let lines = chargeLines.excluded["DUPLICATE_LINE"] {
      let subject = lines == 1 ? "1 charge line has" : "\(lines) charge lines have"
      warnings.append("DUPLICATE_LINE: \(subject) the id of an equal earlier one and counts once.")
    }
    warnings += TimeNotes.warnings(isInAbsoluteTime: facts.isInAbsoluteTime, hiddenChanges: hiddenClockChanges)
    warnOfUnknownActions()
  }

  /// Exports of one night that are empty but for their headers are often alike; others are one file copied.
  private static func copies(among inputs: [InputFile]) -> [String] {
    inputs.enumerated().compactMap { place, input in
      let twin = inputs[..<place].first { $0.role == input.role && $0.sha256 == input.sha256 }
      guard input.rows > 0, !input.sha256.isEmpty, let twin else { return nil }
      let doubled = input.role == .charges ? "; its lines count twice where they have no line_id" : ""
      return "SAME_CONTENT: \(input.path) holds the same bytes as \(twin.path)\(doubled). Leave one of them out."
    }
  }

  /// Counts only: a warning goes to logs, and a cell of an export may hold anything (output OUT-06).
  private mutating func warnOfUnknownActions() {
    let rows = unknownActions.values.reduce(0, +)
    guard rows > 0 else { return }
    let subject = rows == 1 ? "1 row has" : "\(rows) rows have"
    warnings.append(
      "IN-34: \(subject) an action that is not known; inspect lists them; say what they mean in"
        + " infusion-charges.yaml under mar: values: action:.")
  }

  /// Says when there was nothing to compare with.
  private mutating func warnOfMissingBill() {
    warnings.append("No billed line was given, so every supported code is missing; name charge files with --charges.")
  }

  /// Where no bill carries drugs, they are billed elsewhere, and that is said once (coding-rules CHK-18).
  private mutating func warnOfMissingDrugs() {
    warnings.append("CHK-18 was skipped: no billed line of the run is of a drug.")
  }

  /// A check without its table is skipped, and that is said once (coding-rules CHK-22).
  private mutating func warnOfSkippedChecks() {
    for id in facts.skippedChecks {
      let table = id == "CHK-22" ? "no unit limits (MUE) are" : "no code pairs (NCCI) are"
      warnings.append("\(id) was skipped: \(table) loaded.")
    }
  }

  /// Says that edits are older or younger than services, once each, with what to do.
  private mutating func warnOfEdits() {
    for (id, firstDay) in youngerEdits.sorted(by: { $0.key < $1.key }) {
      let tables = id == "CHK-22" ? "unit limits (MUE)" : "code pairs (NCCI)"
      warnings.append(
        "\(id) did not judge services before \(firstDay), where the \(tables) that are loaded begin:"
          + " load older files of CMS with --tables.")
    }
    guard let outdatedEdits else { return }
    warnings.append(
      "CHK-22 and CHK-23 judged later services by unit limits (MUE) and code pairs (NCCI) of \(outdatedEdits):"
        + " load the quarter's files of CMS with --tables.")
  }

  /// What putting the entries of an encounter together left out.
  private mutating func count(_ visit: EncounterAssembly.Visit) {
    hiddenClockChanges += visit.encounter.rows.count { $0.isGiven && $0.facts.contains(.clockChangeHidden) }
    for (reason, count) in visit.excluded { rows.excluded[reason.rawValue, default: 0] += count }
    rowsWithoutBegin += visit.rowsWithoutBegin
  }

  private mutating func warnOfRowsWithoutBegin() {
    guard rowsWithoutBegin > 0 else { return }
    let subject = rowsWithoutBegin == 1 ? "1 infusion is" : "\(rowsWithoutBegin) infusions are"
    warnings.append(
      "STOP_WITHOUT_START: \(subject) ended or seen running with no entry that begins it; the start counts as missing.")
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
    var amounts = amounts ?? Amounts()
    defer { self.amounts = amounts }
    guard findings[place].status.isUnder || findings[place].status.isOver else { return }
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

extension RunSummary.InputFile {
  /// Says from where on the file is read as Windows-1252; nil when all of it is in the encoding it starts with.
  ///
  /// - Parameter place: names a line.
  func encodingWarning(at place: (Int) -> String) -> String? {
    fallbackLine.map { line in
      "ENCODING: \(place(line)) is no UTF-8; the file is read as Windows-1252 from there on."
        + " Say --encoding windows-1252 if it is that throughout, or export it as UTF-8."
    }
  }
}
