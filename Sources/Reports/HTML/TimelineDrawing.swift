import Coding
import Infusion

/// One encounter as a drawing: what a template needs to write the SVG.
///
/// Shape: units of the drawing, from its upper left corner; names at the left, times at the right, the chart between.
struct TimelineDrawing {
  private let lanes: [TimelineLanes.Lane]
  private let codes: [SourceRow: String]
  private let fluids: TimelineFluids
  private let scale: TimeScale?
  /// Rows that there is no room for.
  let rowsLeftOut: Int

  private enum Place {
    static let width = 960
    static let chart = 214
    static let chartWidth = 560
    static let times = 788
    static let scaleHeight = 30
    static let laneHeight = 28
    static let rowHeight = 26
    static let barHeight = 16
    static let labelRoom = 52
    static let openWidth = 22
    /// Columns of text that fit before the chart.
    static let nameColumns = 28
    /// About as wide as one letter of a code.
    static let letter = 8
  }

  /// More than a screen shows.
  private static let mostRows = 60

  init(encounter: Encounter, derivation: Derivation) {
    var room = Self.mostRows
    var leftOut = 0
    lanes = TimelineLanes(encounter: encounter, derivation: derivation).lanes.compactMap { lane in
      let rows = Array(lane.rows.prefix(room))
      room -= rows.count
      leftOut += lane.rows.count - rows.count
      return rows.isEmpty ? nil : TimelineLanes.Lane(title: lane.title, rows: rows, showsRoute: lane.showsRoute)
    }
    rowsLeftOut = leftOut
    codes = TimelineCodes.byRow(derivation)
    fluids = TimelineFluids(derivation)
    scale = TimeScale(
      covering: lanes.flatMap(\.rows).flatMap { TimelineBar(row: $0).times }, columns: Place.chartWidth,
      labelRoom: Place.labelRoom)
  }

  /// Whether there is anything to draw.
  var isEmpty: Bool { lanes.isEmpty || scale == nil }

  /// Lanes, bars and scale with their places.
  var view: [String: Any] {
    var y = Place.scaleHeight
    var laneViews: [[String: Any]] = []
    for lane in lanes {
      let top = y
      y += Place.laneHeight
      var rows: [[String: Any]] = []
      for row in lane.rows {
        rows.append(view(of: row, in: lane, y: y))
        y += Place.rowHeight
      }
      laneViews.append([
        "laneTitle": lane.title.fitted(to: 60).trimmedAtEnd(), "laneY": top + 19, "laneTop": top, "bars": rows,
      ])
    }
    return [
      "drawingWidth": Place.width, "drawingHeight": y + 6, "lanes": laneViews, "ticks": ticks(to: y),
      "chartEnd": Place.chart + Place.chartWidth,
    ]
  }

  private func ticks(to bottom: Int) -> [[String: Any]] {
    guard let scale else { return [] }
    return scale.marks.map { mark in
      ["tickX": Place.chart + scale.column(of: mark), "tickLabel": scale.label(of: mark), "tickBottom": bottom]
    }
  }

  private func view(of row: MARRow, in lane: TimelineLanes.Lane, y: Int) -> [String: Any] {
    let bar = TimelineBar(row: row, codes: codes[row.source] ?? "", counted: fluids.minutes(of: row))
    let name = lane.showsRoute ? "\(row.drugName), \(row.route.rawValue)" : row.drugName
    var view: [String: Any] = [
      "name": name.printable.fitted(to: Place.nameColumns).trimmedAtEnd(), "textY": y + 17, "times": bar.clock,
      "timesX": Place.times, "length": bar.length, "lengthX": Place.width - 4, "family": row.drugClass.family,
      "barTitle": [name, row.drugClass.familyName, bar.clock, bar.length, bar.codes].filter { !$0.isEmpty }
        .joined(separator: ", "),
      "pieces": [[String: Any]](), "counted": [[String: Any]](), "marks": [[String: Any]](),
      "openEnds": [[String: Any]](), "runsOn": [[String: Any]](), "codeLabels": [[String: Any]](),
    ]
    guard let scale, let begin = row.start ?? row.stop else { return view }
    let from = Place.chart + scale.column(of: begin)
    var edges = from...from
    if bar.isMark {
      view["marks"] = [["markX": from, "markTop": y + 4, "markBottom": y + 4 + Place.barHeight] as [String: Any]]
      edges = (from - 8)...(from + 8)
    } else if bar.isOpen {
      // A stop alone is the end of the bar, a start alone its beginning.
      let left = row.start == nil ? max(Place.chart, from - Place.openWidth) : from
      let question = row.start == nil ? left - 10 : left + Place.openWidth + 4
      view["openEnds"] = [["openX": left, "openY": y + 5, "questionX": question, "questionY": y + 18] as [String: Any]]
      edges = left...(left + Place.openWidth + 14)
    } else {
      let pieces = places(of: bar.running, scale, y: y)
      view["pieces"] = pieces.map(\.view)
      view["counted"] = places(of: bar.counted, scale, y: y).map(\.view)
      if bar.runsOn { view["runsOn"] = [["onX": Place.chart + Place.chartWidth, "onY": y + 5] as [String: Any]] }
      edges = (pieces.map(\.from).min() ?? from)...(pieces.map(\.to).max() ?? from)
    }
    if !bar.codes.isEmpty {
      view["codeLabels"] = [label(bar.codes, beside: edges, isSolid: row.drugClass != .hydration && !bar.isMark, y: y)]
    }
    return view
  }

  private func places(
    of minutes: IntervalSet, _ scale: TimeScale, y: Int
  ) -> [(from: Int, to: Int, view: [String: Any])] {
    minutes.intervals.map { interval in
      let columns = scale.columns(of: interval)
      let (from, width) = (Place.chart + columns.lowerBound, max(2, columns.count))
      return (
        from, from + width, ["pieceX": from, "pieceY": y + 5, "pieceWidth": width, "pieceHeight": Place.barHeight]
      )
    }
  }

  /// On the bar where it has room, else behind it, else before it.
  private func label(_ text: String, beside edges: ClosedRange<Int>, isSolid: Bool, y: Int) -> [String: Any] {
    let length = text.count * Place.letter
    let end = Place.chart + Place.chartWidth
    let isOn = edges.count > length + 12
    let x =
      isOn || edges.upperBound + 6 + length <= end
      ? (isOn ? edges.lowerBound + 6 : edges.upperBound + 6)
      : max(Place.chart, edges.lowerBound - length - 6)
    return [
      "codes": text, "codesX": x, "codesY": y + 18, "isOnBar": isOn && isSolid, "isOnHatch": isOn && !isSolid,
      "plateX": x - 3, "plateY": y + 6, "plateWidth": length + 4, "plateHeight": Place.barHeight - 2,
    ]
  }
}

extension DrugClass {
  /// The class of the page's style that colours it.
  var family: String {
    switch self {
    case .chemo, .hormonal: "chemo"
    case .hydration: "fluid"
    case .blood: "blood"
    case .therapeutic: "drug"
    case .vaccine, .specialAntibody, .imaging, .sedation: "other"
    }
  }

  /// The same in words.
  var familyName: String {
    switch self {
    case .chemo: "chemo or complex drug"
    case .hormonal: "hormonal cancer drug"
    case .hydration: "fluids"
    case .blood: "blood"
    case .therapeutic: "drug"
    case .vaccine: "vaccine"
    case .specialAntibody: "antibody that prevents infection"
    case .imaging: "contrast or tracer"
    case .sedation: "sedation"
    }
  }
}
