import Coding
import Infusion
import Reconciliation

/// The tables of a scenario: which columns they have, and what a row means.
enum ScenarioTable {
  /// Columns by heading; a table may leave out those not needed.
  private static let columns: [String: (all: [String], needed: [String])] = [
    "given": (["drug", "class", "route", "technique", "site", "start", "stop", "more"], ["drug", "class", "route"]),
    "expect": (["code", "units", "modifiers", "date", "because"], ["code", "units", "because"]),
    "notices": (["key", "rows", "because"], ["key", "because"]),
    "excluded": (["row", "reason", "because"], ["row", "reason", "because"]),
    "billed": (["code", "units", "modifiers", "date"], ["code", "units"]),
    "findings": (["code", "status", "severity", "key", "because"], ["code", "status", "key", "because"]),
  ]

  /// `| a | b |` as `["a", "b"]`.
  static func cells(of line: Substring) -> [Substring] {
    let inner = line.dropFirst()
    let closed = inner.last == "|" ? inner.dropLast() : inner
    return closed.split(separator: "|", omittingEmptySubsequences: false).map(trimmed)
  }

  static func header(_ cells: [Substring], of heading: String) throws(ScenarioError.Problem) -> [String] {
    let known = columns[heading] ?? ([], [])
    let names = cells.map(String.init)
    if let stranger = names.first(where: { !known.all.contains($0) }) { throw .unknownColumn(stranger) }
    if let absent = known.needed.first(where: { !names.contains($0) }) { throw .missingColumn(absent) }
    return names
  }

  /// One row below a header.
  struct Row {
    let line: Int
    private let cells: [String: Substring]

    init(columns: [String], cells: [Substring], line: Int) throws(ScenarioError.Problem) {
      guard cells.count == columns.count else { throw .cellCount(found: cells.count, expected: columns.count) }
      self.line = line
      self.cells = Dictionary(zip(columns, cells)) { first, _ in first }
    }

    /// The cell; empty when the table has no such column.
    subscript(_ column: String) -> Substring { cells[column] ?? "" }

    /// The cell as a case of an enumeration.
    func value<Value: RawRepresentable<String>>(_ column: String) throws(ScenarioError.Problem) -> Value {
      guard let value = Value(rawValue: String(self[column])) else {
        throw .badValue(field: column, value: String(self[column]))
      }
      return value
    }

    func number(_ column: String) throws(ScenarioError.Problem) -> Int {
      guard let number = Int(self[column]) else { throw .badValue(field: column, value: String(self[column])) }
      return number
    }

    var because: [RuleID] { self["because"].split(separator: " ").map { RuleID(String($0)) } }
  }
}

// MARK: Expectations

extension ScenarioTable.Row {
  func charge(on date: CivilDate) throws(ScenarioError.Problem) -> ExpectedLine<ChargeKey> {
    let key = ChargeKey(
      code: ProcedureCode(self["code"]), units: try number("units"),
      modifiers: self["modifiers"].split(separator: " ").map { Modifier($0) },
      date: try ScenarioTime.date(self["date"], relativeTo: date))
    return ExpectedLine(key: key, because: because, line: line)
  }

  /// One expectation for each row that the notice is about.
  func notices(rowCount: Int) throws(ScenarioError.Problem) -> [ExpectedLine<NoticeKey>] {
    let kind: NoticeKind = try value("key")
    var expected: [ExpectedLine<NoticeKey>] = []
    for text in self["rows"].split(separator: " ") {
      guard let row = Int(text) else { throw .badValue(field: "rows", value: String(text)) }
      guard (1...max(1, rowCount)).contains(row) else { throw .noSuchRow(row) }
      expected.append(ExpectedLine(key: NoticeKey(kind: kind, row: row), because: because, line: line))
    }
    let ofEncounter = ExpectedLine(key: NoticeKey(kind: kind, row: nil), because: because, line: line)
    return expected.isEmpty ? [ofEncounter] : expected
  }

  func exclusion(rowCount: Int) throws(ScenarioError.Problem) -> ExpectedLine<ExclusionKey> {
    let row = try number("row")
    guard (1...max(1, rowCount)).contains(row) else { throw .noSuchRow(row) }
    return ExpectedLine(
      key: ExclusionKey(row: row, reason: try value("reason")), because: because, line: line)
  }

  /// A billed line; `date` may be `none`.
  func billedLine(_ source: SourceRow, on date: CivilDate) throws(ScenarioError.Problem) -> ChargeLine {
    ChargeLine(
      source: source, code: ProcedureCode(self["code"]), units: try number("units"),
      modifiers: self["modifiers"].split(separator: " ").map { Modifier($0) },
      serviceDate: self["date"] == "none" ? nil : try ScenarioTime.date(self["date"], relativeTo: date))
  }

  func finding() throws(ScenarioError.Problem) -> ExpectedLine<FindingKey> {
    let status: Finding.Status = try value("status")
    let severity: Severity? = self["severity"].isEmpty ? nil : try value("severity")
    return ExpectedLine(
      key: FindingKey(
        code: String(self["code"]), status: status.rawValue,
        keys: self["key"].split(separator: " ").map(String.init).sorted(), severity: severity?.rawValue),
      because: because, line: line)
  }
}
