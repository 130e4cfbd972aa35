import Pipeline
import Reconciliation

/// The summary of a run as a short table for a terminal of 80 columns.
package struct SummaryText {
  private let summary: RunSummary
  private let paint: Paint

  package init(_ summary: RunSummary, isColored: Bool = false) {
    self.summary = summary
    paint = Paint(isColored: isColored)
  }

  /// Rows, encounters, findings, the five most frequent reasons, what to note, and where the files are.
  package var text: String {
    var page = Page(width: 80)
    page.line(balance(summary.rows, "row"))
    if summary.chargeLines.read > 0 { page.line(balance(summary.chargeLines, "charge line")) }
    listEncounters(on: &page)
    listFindings(on: &page)
    listAmounts(on: &page)
    listReasons(on: &page)
    listSuppressed(on: &page)
    listNotes(on: &page)
    listOutputs(on: &page)
    page.line()
    page.line(paint.quiet(speed))
    return page.text
  }

  /// Rows in and rows out, and what to note of the input: what must be said also where nobody watches.
  package var essentials: String {
    var page = Page(width: 80)
    page.line(balance(summary.rows, "row"))
    if summary.chargeLines.read > 0 { page.line(balance(summary.chargeLines, "charge line")) }
    for warning in summary.warnings { page.paragraph(warning.printable) }
    return page.text
  }

  private func balance(_ rows: RunSummary.RowBalance, _ noun: String) -> String {
    let parts =
      "\(grouped(rows.used)) used + \(grouped(rows.excludedTotal)) excluded"
      + " + \(grouped(rows.rejectedTotal)) rejected"
    return "\(counted(rows.read, noun)) read \(rows.isBalanced ? "=" : "≠") \(parts)"
  }

  private func listEncounters(on page: inout Page) {
    page.part(paint.heading(heading("Encounters", summary.encounters)))
    for status in EncounterResult.Status.allCases {
      if let count = summary.encountersByStatus[status], count > 0 { page.count(status.rawValue, count) }
    }
    if summary.incompleteEncounters > 0 { page.count("of them incomplete", summary.incompleteEncounters) }
  }

  private func listFindings(on page: inout Page) {
    guard summary.findings > 0 else { return listCodes(on: &page) }
    page.part(paint.heading(heading("Findings", summary.findings)))
    for status in Finding.Status.allCases {
      if let count = summary.findingsByStatus[status], count > 0 {
        page.count(status.rawValue, count)
      }
    }
  }

  /// What the differences are worth, where a schedule says it.
  private func listAmounts(on page: inout Page) {
    guard let amounts = summary.amounts else { return }
    let schedules = amounts.schedules.joined(separator: ", ")
    page.part(paint.heading("Amounts" + (schedules.isEmpty ? "" : " (\(schedules.printable))")))
    page.figure("supported, not billed", amounts.under.groupedMoney)
    page.figure("billed, not supported", amounts.over.groupedMoney)
    if amounts.unpricedFindings > 0 { page.count("differences without an amount", amounts.unpricedFindings) }
  }

  /// What was derived, when nothing was compared.
  private func listCodes(on page: inout Page) {
    let units = summary.findingsByCode.mapValues(\.suggestedUnits).filter { $0.value > 0 }
    guard !units.isEmpty else { return }
    page.part(paint.heading(heading("Units derived", units.values.reduce(0, +))))
    for (code, count) in units.sorted(by: { $0.key < $1.key }) { page.count(code, count) }
  }

  private func listReasons(on page: inout Page) {
    let reasons = summary.findingsByReason.filter { $0.value > 0 }
      .sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    guard !reasons.isEmpty else { return }
    page.part(paint.heading("Most frequent reasons, matches included"))
    for (key, count) in reasons.prefix(Self.most) { page.count(key, count) }
    if reasons.count > Self.most { page.line("  and \(reasons.count - Self.most) more") }
  }

  private func listSuppressed(on page: inout Page) {
    guard let suppressed = summary.suppressed, suppressed.total > 0 else { return }
    page.part(paint.heading(heading("Suppressed", suppressed.total)))
    let reasons = suppressed.byReason.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    for (key, count) in reasons.prefix(Self.most) { page.count(key, count) }
    if reasons.count > Self.most { page.line("  and \(reasons.count - Self.most) more") }
  }

  private static let most = 5

  private func heading(_ name: String, _ number: Int) -> String {
    let value = grouped(number)
    return name.fitted(to: 45 - value.columns) + " " + value
  }

  private func listNotes(on page: inout Page) {
    let notes = summary.warnings + [tableNote, optionNote, drugNote].compactMap(\.self)
    guard !notes.isEmpty else { return }
    page.part(paint.heading("To note"))
    for note in notes { page.paragraph(note.printable, first: "  - ") }
  }

  private var tableNote: String? {
    guard !summary.yearsWithoutTable.isEmpty else { return nil }
    let years = summary.yearsWithoutTable
    let named =
      years.count > Self.most
      ? "\(years[0]) to \(years[years.count - 1])" : years.map(String.init).joined(separator: ", ")
    return "No code tables for services in \(named); those of the nearest year were used."
  }

  private var optionNote: String? {
    guard !summary.options.isEmpty else { return nil }
    let options = summary.options.sorted { $0.key < $1.key }.map { "\($0.key) = \($0.value)" }
    return "Not at default: \(options.joined(separator: ", "))."
  }

  private var drugNote: String? {
    let drugs = summary.unrecognisedDrugs
    guard !drugs.isEmpty else { return nil }
    let named = drugs.prefix(Self.most).map {
      "\($0.name.isEmpty ? "not named" : $0.name) (\(counted($0.rows, "row")))"
    }.joined(separator: ", ")
    let more = drugs.count > Self.most ? ", and \(grouped(drugs.count - Self.most)) more" : ""
    return "Drugs that no table knows: \(named)\(more)."
  }

  private func listOutputs(on page: inout Page) {
    guard !summary.outputs.isEmpty else { return }
    page.part(paint.heading("Written"))
    for output in summary.outputs {
      // A path is never broken or cut: people copy it.
      page.line("  \(output.content.fitted(to: 11)) \(output.path.printable)")
    }
  }

  private var speed: String {
    let years = summary.codeYears.map(String.init).joined(separator: ", ")
    let seconds = "\(summary.timing.elapsedMilliseconds / 1_000).\(summary.timing.elapsedMilliseconds % 1_000 / 100) s"
    let memory = "\(grouped(summary.timing.peakMemoryBytes / 1_000_000)) MB"
    let tables = years.isEmpty ? "" : "Code tables of \(years). "
    return "\(tables)\(seconds), \(counted(summary.rowsPerSecond, "row")) a second, \(memory) of memory"
  }
}
