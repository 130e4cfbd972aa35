import CodeTables
import Infusion
import Reconciliation

extension RunSummary {
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

  private mutating func warnOfRowsWithoutBegin() {
    guard rowsWithoutBegin > 0 else { return }
    let subject = rowsWithoutBegin == 1 ? "1 infusion is" : "\(rowsWithoutBegin) infusions are"
    warnings.append(
      "STOP_WITHOUT_START: \(subject) ended or seen running with no entry that begins it; the start counts as missing.")
  }
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
