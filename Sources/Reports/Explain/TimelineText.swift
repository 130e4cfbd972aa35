import Coding
import Infusion

/// One encounter as a chart for a terminal: a lane for each access site, a line for each row of the record.
package struct TimelineText {
  private let encounter: Encounter
  private let derivation: Derivation
  private let sources: SourceNames
  private let rowsRejected: Int
  private let isIncomplete: Bool
  private let width: Int
  private let paint: Paint

  /// - Parameters:
  ///   - rowsRejected: rows of the medication record that could not be read.
  ///   - isIncomplete: whether a row or a charge line could not be read.
  ///   - width: columns of the terminal; below 60 it is taken for 60.
  ///   - isColored: whether to send colour codes; they take up no columns.
  package init(
    encounter: Encounter, derivation: Derivation, sources: SourceNames, rowsRejected: Int = 0,
    isIncomplete: Bool = false, width: Int = 80, isColored: Bool = false
  ) {
    self.encounter = encounter
    self.derivation = derivation
    self.sources = sources
    self.rowsRejected = rowsRejected
    self.isIncomplete = isIncomplete
    self.width = max(60, width)
    paint = Paint(isColored: isColored)
  }

  /// Heading, scale, lanes, what the signs mean, and the rows that support nothing with their reasons.
  package var text: String {
    var page = Page(width: width)
    let lanes = TimelineLanes(encounter: encounter, derivation: derivation).lanes
    let counted = TimelineFluids(derivation)
    let bars = lanes.flatMap(\.rows).map { TimelineBar(row: $0, counted: counted.minutes(of: $0)) }
    page.line(paint.heading(heading))
    saysWhatIsLost(on: &page)
    if !lanes.isEmpty {
      page.line()
      draw(lanes, bars, on: &page)
      explainShapes(of: bars, on: &page)
    }
    listDropped(on: &page)
    if encounter.rows.isEmpty, rowsRejected == 0 { page.line("Nothing is documented for this encounter.") }
    return page.text
  }

  private func saysWhatIsLost(on page: inout Page) {
    if rowsRejected > 0 {
      page.paragraph(
        "\(counted(rowsRejected, "row")) of this encounter could not be read; the record is incomplete.")
    } else if isIncomplete {
      page.paragraph("Charge lines of this encounter could not be read; the bill is incomplete.")
    }
  }

  private var heading: String {
    let stay = [encounter.arrival, encounter.departure].map { $0?.description ?? "?" }
    let times = encounter.arrival == nil && encounter.departure == nil ? "" : ", \(stay[0]) to \(stay[1])"
    let place = encounter.setting == .professional ? ", place of service \(encounter.placeOfService)" : ""
    let day = times.isEmpty ? firstDay.map { ", \($0)" } ?? "" : times
    return "Encounter \(encounter.id), \(encounter.setting.rawValue)\(place)\(day)".printable
  }

  private var firstDay: CivilDate? { encounter.rows.compactMap { ($0.start ?? $0.stop ?? $0.due)?.date }.min() }

  private func draw(_ lanes: [TimelineLanes.Lane], _ bars: [TimelineBar], on page: inout Page) {
    let names = lanes.flatMap { lane in lane.rows.map { label(of: $0, in: lane) } }
    let nameColumns = min(max(22, width / 5), max(12, names.map(\.columns).max() ?? 0))
    let chartColumns = width - 2 - nameColumns - 2 - Self.clockColumns - 1 - Self.lengthColumns
    let codes = TimelineCodes.byRow(derivation)
    let fluids = TimelineFluids(derivation)
    let scale = TimeScale(covering: bars.flatMap(\.times), columns: chartColumns)
    if let scale {
      let margin = String(repeating: " ", count: 2 + nameColumns + 1)
      page.line(margin + paint.quiet(scale.labels))
      page.line(margin + paint.quiet(scale.ruler))
    }
    for lane in lanes {
      page.line(paint.heading(lane.title.columns > width ? lane.title.fitted(to: width) : lane.title))
      for row in lane.rows {
        let bar = TimelineBar(row: row, codes: codes[row.source] ?? "", counted: fluids.minutes(of: row))
        let name = label(of: row, in: lane).fitted(to: nameColumns)
        let drawn = paint.bar(bar.drawn(on: scale).fitted(to: chartColumns), of: row.drugClass)
        let clock = bar.clock.fitted(to: Self.clockColumns)
        page.line("  \(name) \(drawn) \(clock) \(bar.length.rightAligned(in: Self.lengthColumns))")
      }
    }
  }

  private static let clockColumns = 13
  private static let lengthColumns = 8

  private func label(of row: MARRow, in lane: TimelineLanes.Lane) -> String {
    (lane.showsRoute ? "\(row.drugName), \(row.route.rawValue)" : row.drugName).printable
  }

  private func explainShapes(of bars: [TimelineBar], on page: inout Page) {
    let used = bars.reduce(into: Set<TimelineBar.Shape>()) { $0.formUnion($1.shapes) }
    guard !used.isEmpty else { return }
    let words = TimelineBar.Shape.allCases.filter(used.contains).map { "\($0.rawValue) \($0.meaning)" }
    page.line()
    var line = ""
    for word in words {
      if !line.isEmpty, line.columns + 3 + word.columns > width {
        page.line(paint.quiet(line))
        line = ""
      }
      line += (line.isEmpty ? "" : "   ") + word
    }
    page.line(paint.quiet(line))
  }

  private func listDropped(on page: inout Page) {
    guard !derivation.excluded.isEmpty else { return }
    page.part(paint.heading("Supports no code"))
    let rows = Dictionary(encounter.rows.map { ($0.source, $0) }) { first, _ in first }
    for dropped in derivation.excluded {
      let start = rows[dropped.row].flatMap { $0.start ?? $0.stop ?? $0.due }
      let when = start.map { " at \($0.clock)" } ?? ""
      let because = ([dropped.reason.rawValue] + dropped.rules.map(\.description)).joined(separator: ", ")
      let place = sources.places(of: [dropped.row]).joined()
      page.paragraph(
        "\(capitalized(dropped.drugName.printable))\(when) \(dropped.words) (\(because)), \(place.printable)",
        first: "  ", rest: "    ")
    }
  }
}
