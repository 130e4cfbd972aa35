import Pipeline
import Reconciliation
import Workbook

/// How the columns of each table look in a workbook.
enum SheetColumns {
  /// Columns whose cells are sentences or lists.
  private static let long: Set = [
    "reason", "question", "problem", "fix", "record", "suggested", "billed", "evidence", ReviewColumns.comment,
  ]

  /// - Parameter carriedNames: columns of the exports behind those of the table.
  static func findings(carriedNames: [String]) -> [SheetColumn] {
    let names = FindingsTable.columns + ReviewColumns.all
    // A carried column may have the name of one that reviewers fill in.
    let headers = CarriedHeaders.headers(carriedNames, behind: names).suffix(carriedNames.count)
    return columns(FindingsTable.columns + headers, colors: ["status": findingColors, "severity": severityColors])
      + reviewers
  }

  static func encounters(carriedNames: [String]) -> [SheetColumn] {
    columns(
      CarriedHeaders.headers(carriedNames, behind: EncountersTable.columns), colors: ["status": encounterColors])
  }

  static let queries = columns(QueriesTable.columns)
  static let rejects = columns(RejectsTable.columns)

  private static func columns(
    _ headers: [String], colors: [String: [(text: String, color: CellColor)]] = [:]
  ) -> [SheetColumn] {
    headers.map { header in
      var column = SheetColumn(header)
      column.isLong = long.contains(header)
      column.colors = colors[header] ?? []
      return column
    }
  }

  private static let reviewers = zip(columns(ReviewColumns.all), entries).map { column, entry in
    var column = column
    column.entry = entry
    return column
  }

  /// Of the columns for reviewers, in order.
  private static let entries = [
    SheetColumn.Entry(prompt: "Who decides: a name or initials."),
    SheetColumn.Entry(
      prompt: """
        agree: right, will be acted on.
        accept: right, stays as it is.
        disagree: wrong.
        unsure: somebody else must look.
        """, choices: ReviewDecision.allCases.map(\.rawValue)),
    SheetColumn.Entry(prompt: "Why, for whoever reads it later."),
  ]

  private static let findingColors = Finding.Status.allCases.map { status in (status.rawValue, color(of: status)) }
  private static let encounterColors = EncounterResult.Status.allCases.map { status in
    (status.rawValue, color(of: status))
  }
  private static let severityColors: [(text: String, color: CellColor)] = [
    (Severity.error.rawValue, .alarm), (Severity.warning.rawValue, .notice), (Severity.info.rawValue, .quiet),
  ]

  private static func color(of status: Finding.Status) -> CellColor {
    switch status {
    case .match: .good
    case .missing, .unitsLow: .gain
    case .unsupported, .unitsHigh: .loss
    case .modifier, .date, .check: .both
    case .review: .question
    case .notReportable: .quiet
    }
  }

  private static func color(of status: EncounterResult.Status) -> CellColor {
    switch status {
    case .match: .good
    case .underbilled: .gain
    case .overbilled: .loss
    case .mixed: .both
    case .review: .question
    }
  }
}
