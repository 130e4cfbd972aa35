import Coding
import Infusion
import Pipeline
import Reconciliation
import Workbook

/// The first sheet of a workbook: key figures, two charts, and the facts of the run that do not change from run to run.
struct SummarySheet {
  private let run: RunSummary
  /// The names of the sheets of each table that one sheet could not hold.
  private let split: [[String]]
  private let leavesMatchesOut: Bool

  /// Rows of a table that its chart shows, so that both charts stand on one sheet of paper.
  private static let (reasonBars, codeBars) = (10, 8)
  /// The column where charts begin.
  private static let chartColumn = 4

  init(_ run: RunSummary, split: [[String]], leavesMatchesOut: Bool) {
    self.run = run
    self.split = split
    self.leavesMatchesOut = leavesMatchesOut
  }

  func fill(_ page: SheetPage) {
    page.title("What was billed, and what the record supports")
    for names in split {
      page.sentence("More rows than a sheet can hold stand on the sheets \(names.joined(separator: ", ")).")
    }
    if leavesMatchesOut {
      page.sentence("Matches are left out of the sheet Findings (--only-differences); they are counted here.")
    }
    page.skip()
    listEncounters(on: page)
    listFindings(on: page)
    listRows(on: page)
    let reasons = listReasons(on: page)
    let amounts = listAmounts(on: page)
    let below = draw(reasons, amounts, on: page)
    while page.nextRow < below { page.skip() }
    listNotes(on: page)
    listFacts(on: page)
  }

  private func listEncounters(on page: SheetPage) {
    page.heading("Encounters")
    page.figure("Encounters", run.encounters)
    if run.incompleteEncounters > 0 { page.figure("of them incomplete", run.incompleteEncounters) }
    for status in EncounterResult.Status.allCases { page.figure(status.rawValue, run.encountersByStatus[status] ?? 0) }
    page.skip()
  }

  private func listFindings(on page: SheetPage) {
    page.heading("Findings")
    page.figure("Findings", run.findings)
    for status in Finding.Status.allCases {
      if let count = run.findingsByStatus[status], count > 0 { page.figure(Self.words(status), count) }
    }
    if let suppressed = run.suppressed { page.figure("suppressed, not counted above", suppressed.total) }
    if let amounts = run.amounts {
      page.amounts("Supported, not billed", [amounts.under.money])
      page.amounts("Billed, not supported", [amounts.over.money])
      page.figure("Differences without an amount", amounts.unpricedFindings)
    }
    page.skip()
  }

  private func listRows(on page: SheetPage) {
    page.heading("Rows", "MAR", "Charges")
    for (label, count) in [
      ("read", \RunSummary.RowBalance.read), ("used", \.used), ("excluded", \.excludedTotal),
      ("rejected", \.rejectedTotal),
    ] {
      page.figures(label, [run.rows[keyPath: count], run.chargeLines[keyPath: count]])
    }
    page.skip()
  }

  /// Rows of the table that a chart shows; empty when there is none.
  private func listReasons(on page: SheetPage) -> Range<Int> {
    let reasons = run.findingsByReason.filter { $0.value > 0 }.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    guard !reasons.isEmpty else { return 0..<0 }
    page.heading("Findings by reason, matches included", "Findings")
    let first = page.nextRow
    for (key, count) in reasons { page.figure(key, count) }
    page.skip()
    return first..<(first + min(Self.reasonBars, reasons.count))
  }

  private func listAmounts(on page: SheetPage) -> Range<Int> {
    let codes = run.findingsByCode.filter { $0.value.under != .zero || $0.value.over != .zero }.sorted { left, right in
      let (a, b) = (left.value.under + left.value.over, right.value.under + right.value.over)
      return a == b ? left.key < right.key : a > b
    }
    guard !codes.isEmpty else { return 0..<0 }
    page.heading("Amounts by code", "Not billed", "Not supported")
    let first = page.nextRow
    for (code, count) in codes { page.amounts(code, [count.under.money, count.over.money]) }
    page.skip()
    return first..<(first + min(Self.codeBars, codes.count))
  }

  /// Draws the charts below each other, and says which row is free below them.
  private func draw(_ reasons: Range<Int>, _ amounts: Range<Int>, on page: SheetPage) -> Int {
    let charts = [reasons.isEmpty ? nil : reasonChart(reasons), amounts.isEmpty ? nil : amountChart(amounts)]
    var row = 1
    for chart in charts.compactMap(\.self) {
      page.chart(chart, row: row, column: Self.chartColumn)
      row += chart.rowsCovered + 1
    }
    return row
  }

  private func reasonChart(_ rows: Range<Int>) -> BarChart {
    BarChart(
      title: "Findings by reason, matches included",
      description: "Bars: how many findings, matches included, have each reason, most frequent first.",
      rows: rows, names: 0, series: [.init("Findings", column: 1, color: 0x5A6472)], numberFormat: "#,##0")
  }

  private func amountChart(_ rows: Range<Int>) -> BarChart {
    BarChart(
      title: "Amounts by code",
      description: "Bars: for each code what is supported and not billed, and what is billed and not supported.",
      rows: rows, names: 0,
      series: [
        .init("Supported, not billed", column: 1, color: 0x1F5FA8),
        .init("Billed, not supported", column: 2, color: 0xB4530A),
        // Where one of the two is nothing, there is no bar to name.
      ], numberFormat: "#,##0.00;-#,##0.00;")
  }

  private func listNotes(on page: SheetPage) {
    guard !run.warnings.isEmpty else { return }
    page.heading("To note")
    for warning in run.warnings { page.sentence(warning) }
    page.skip()
  }

  /// No clock and no speed: two runs over the same input make the same workbook.
  private func listFacts(on page: SheetPage) {
    page.heading("This run")
    page.texts("Program", ["infusion-charges \(run.version)"])
    page.texts("Code tables", [run.codeYears.map(String.init).joined(separator: ", ")])
    if let schedules = run.amounts?.schedules, !schedules.isEmpty {
      page.texts("Amounts by", [schedules.joined(separator: ", ")])
    }
    for (name, value) in run.options.sorted(by: { $0.key < $1.key }) { page.texts("Option \(name)", [value]) }
    let names = SourceNames(run.inputs.map(\.path)).names
    for (name, input) in zip(names, run.inputs) {
      let role = input.role == .mar ? "MAR" : "Charges"
      page.texts(role, ["\(name): \(grouped(input.rows)) rows, \(grouped(input.bytes)) bytes, SHA-256 \(input.sha256)"])
    }
  }

  private static func words(_ status: Finding.Status) -> String {
    switch status {
    case .match: "match: billed as supported"
    case .missing: "missing: supported, not billed"
    case .unsupported: "unsupported: billed, not supported"
    case .unitsLow: "units_low: fewer units billed"
    case .unitsHigh: "units_high: more units billed"
    case .modifier: "modifier: units agree, modifiers do not"
    case .date: "date: billed on another day"
    case .review: "review: a person must decide"
    case .check: "check: a billing check objects"
    case .notReportable: "not_reportable: given, rightly not coded"
    }
  }
}
