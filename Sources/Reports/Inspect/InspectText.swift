import Pipeline

/// What a file was taken for, on one screen.
///
/// The rows that it shows hold encounter ids and drugs: it is for the screen of whoever has the file.
package struct InspectText {
  private let inspection: Inspection
  private let width: Int

  package init(_ inspection: Inspection, width: Int = 80) {
    self.inspection = inspection
    self.width = width
  }

  package var text: String {
    var page = Page(width: width)
    let kind = inspection.role == .mar ? "medication record" : "charges"
    page.paragraph("\(inspection.path.printable): \(kind), \(counted(inspection.rows, "row"))")
    for (name, value) in form + columns + times + words + drugs where !value.isEmpty {
      page.paragraph(value.printable, first: "  " + name.fitted(to: Self.edge))
    }
    if !inspection.firstRows.isEmpty { page.line("  first rows") }
    for row in inspection.firstRows { page.line("    " + row.printable.cut(to: page.width - 4)) }
    let problems = self.problems
    page.line(problems.isEmpty ? "  no problems" : "  problems")
    for problem in problems { page.paragraph(problem.printable, first: "    ") }
    return page.text
  }

  private typealias Fact = (name: String, value: String)
  private static let edge = 14

  private var form: [Fact] {
    let form = inspection.form
    let preamble = form.preambleRecords
    return [
      ("format", form.format + (form.isCompressed ? ", gzip" : "") + ", \(grouped(inspection.bytes)) bytes"),
      ("sheet", sheet), ("encoding", form.encoding ?? ""),
      ("dialect", form.delimiter.map { "\($0), quoted with \"" } ?? ""),
      ("header", "line \(form.headerLine)" + (preamble == 0 ? "" : ", below \(counted(preamble, "line")) of a report")),
    ]
  }

  private var sheet: String {
    let others = inspection.form.otherSheets.map { "\"\($0)\"" }.joined(separator: ", ")
    return (inspection.form.sheet ?? "") + (others.isEmpty ? "" : "; not read: \(others) (--sheet)")
  }

  // MARK: Columns

  private var columns: [Fact] {
    let order: [Inspection.Column.Confidence] = [.configured, .certain, .likely, .guessed]
    let found = order.map { confidence in
      let columns = inspection.columns.filter { $0.confidence == confidence }.map(Self.words)
      return (name(of: confidence), columns.joined(separator: "; "))
    }
    let absent = inspection.absentFields.filter(
      (inspection.role == .mar ? Self.tellingOfMAR : Self.tellingOfCharges).contains)
    return found + [
      ("not read", inspection.unusedHeaders.map { "\"\($0)\"" }.joined(separator: ", ")),
      ("no column for", absent.joined(separator: ", ")),
    ]
  }

  private func name(of confidence: Inspection.Column.Confidence) -> String {
    switch confidence {
    case .configured: "configured"
    case .certain: "columns"
    case .likely: "likely"
    case .guessed: "guessed"
    }
  }

  private static func words(_ column: Inspection.Column) -> String {
    let others = column.alternatives.map { "\"\($0)\"" }.joined(separator: ", ")
    return "\(column.field) \"\(column.header)\"" + (others.isEmpty ? "" : ", not \(others)")
  }

  /// Fields whose absence changes much.
  private static let tellingOfMAR: Set<String> = [
    "stop", "action", "site", "technique", "dose", "volume_ml", "rate_ml_h", "order_id", "bag_id", "purpose",
  ]
  private static let tellingOfCharges: Set<String> = ["units", "modifiers", "service_date", "line_id", "status"]

  // MARK: Values

  private var times: [Fact] {
    let forms = inspection.times.map { "\($0.field) \($0.example) is \($0.reading) (\($0.form?.words ?? "minutes"))" }
    let order: String
    switch inspection.dateOrder {
    case .assumed: order = "month first, which nothing shows; if not, --date-order dmy"
    case .shown(.dayMonth): order = "day first, as some date shows"
    case .shown(.monthDay): order = "month first, as some date shows"
    case .settled: order = ""
    }
    return [("times", forms.joined(separator: "; ")), ("day, month", order)]
  }

  private var words: [Fact] {
    [
      ("actions", Self.words(inspection.actions)), ("routes", Self.words(inspection.routes)),
      ("IV sites", Self.words(inspection.sites, showsMeaning: false)),
      ("body sites", Self.words(inspection.bodySites, showsMeaning: false)), ("codes", Self.words(inspection.codes)),
    ]
  }

  /// The most frequent values; those that nobody knows come first, since something has to be done about them.
  private static func words(_ words: [Inspection.Word], showsMeaning: Bool = true) -> String {
    let unknown = showsMeaning ? words.filter { $0.meaning == nil } : []
    let known = showsMeaning ? words.filter { $0.meaning != nil } : words
    let shown = unknown.prefix(12) + known.prefix(max(3, 8 - unknown.count))
    let texts = shown.map { word in
      "\(word.text) \(grouped(word.rows))" + (showsMeaning ? " = \(word.meaning ?? "not known")" : "")
    }
    let more = words.count - shown.count
    return texts.joined(separator: "; ") + (more > 0 ? "; and \(more) more" : "")
  }

  private var drugs: [Fact] {
    guard inspection.role == .mar else { return [] }
    let rows = inspection.unknownDrugs.reduce(0) { $0 + $1.rows }
    let unknown = rows == 0 ? "" : ", \(grouped(rows)) not: " + Self.words(inspection.unknownDrugs, showsMeaning: false)
    return [("drugs", "\(counted(inspection.recognisedDrugRows, "row")) recognised\(unknown)")]
  }

  // MARK: Problems

  private static let problemsShown = 10

  private var problems: [String] {
    let rest = inspection.problems.dropFirst(Self.problemsShown)
    let rows = rest.reduce(0) { $0 + $1.rows }
    return inspection.problems.prefix(Self.problemsShown).map(Self.words)
      + (rest.isEmpty ? [] : ["\(rest.count) more, of \(counted(rows, "row")): see the rejects of a run"])
      + inspection.warnings
  }

  private static func words(_ problem: Inspection.Problem) -> String {
    let field = problem.field.isEmpty ? "" : " \(problem.field)"
    let values = problem.values.filter { !$0.isEmpty && !problem.field.isEmpty }.map { "\"\($0)\"" }
    let seen = values.isEmpty ? "" : " (\(values.joined(separator: ", ")))"
    return "\(problem.rule)\(field): \(counted(problem.rows, "row")), first on line \(problem.firstLine)\(seen):"
      + " \(problem.problem); \(problem.fix)"
  }
}

extension String {
  /// Itself, cut (ending in "…") to at most `width` columns.
  fileprivate func cut(to width: Int) -> String { columns <= width ? self : fitted(to: width) }
}

extension TimeForm {
  fileprivate var words: String {
    switch self {
    case .iso: "year first"
    case .slashed(.monthDay): "month/day/year"
    case .slashed(.dayMonth): "day/month/year"
    case .monthName: "month by name"
    case .compact: "digits alone"
    case .serial: "days of a spreadsheet"
    case .clock: "time alone"
    }
  }
}
