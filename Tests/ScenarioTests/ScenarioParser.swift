import Coding
import Infusion

/// Reads the text of a scenario, line by line.
struct ScenarioParser {
  private enum Section: String {
    case given, expect, notices, excluded, billed, findings
  }

  private var file: ScenarioFile
  private var header = ScenarioHeader()
  private var section: Section?
  private var columns: [String]?
  private var line = 0
  /// Rows of the whole file so far; rows are numbered through it.
  private var rows = 0
  private var lines = 0

  static func parse(_ text: String, path: String) throws(ScenarioError) -> ScenarioFile {
    var parser = ScenarioParser(file: ScenarioFile(path: path))
    for content in text.split(separator: "\n", omittingEmptySubsequences: false) {
      parser.line += 1
      try parser.read(trimmed(content))
    }
    try parser.finish()
    return parser.file
  }

  private init(file: ScenarioFile) {
    self.file = file
  }

  private func problem(_ problem: ScenarioError.Problem) -> ScenarioError {
    ScenarioError(path: file.path, line: line, problem: problem)
  }

  private mutating func read(_ content: Substring) throws(ScenarioError) {
    if content.isEmpty || content.hasPrefix("#") { return }
    if content.hasPrefix("|") { return try readTableRow(content) }
    if let heading = Section(rawValue: String(content)) { return try open(heading) }
    guard let colon = content.firstIndex(of: ":") else { throw problem(.unknownLine(String(content))) }
    try readSetting(String(content[..<colon]), trimmed(content[content.index(after: colon)...]))
  }

  private mutating func readSetting(_ name: String, _ value: Substring) throws(ScenarioError) {
    do throws(ScenarioError.Problem) {
      switch name {
      case "pending": file.pending = String(value)
      case "option": try readOption(value)
      case "silent": file.silent.formUnion(value.split(separator: " ").map { RuleID(String($0)) })
      case "unit_limit": try file.edits.addLimit(value)
      case "code_pair": try file.edits.addPair(value)
      default: try header.set(name, to: value)
      }
    } catch {
      // An unfinished feature may be named by a scenario that waits for it.
      if case .unknownOption = error, file.pending != nil { return }
      throw problem(error)
    }
    section = nil
  }

  private mutating func readOption(_ text: Substring) throws(ScenarioError.Problem) {
    let parts = text.split(separator: "=", maxSplits: 1).map(String.init)
    guard parts.count == 2 else { throw .unknownOption(String(text)) }
    do throws(PolicyError) {
      try file.policy.set(parts[0], to: parts[1])
    } catch {
      switch error {
      case .unknownName: throw .unknownOption(String(text))
      case .unknownValue: throw .badValue(field: parts[0], value: parts[1])
      }
    }
  }

  private mutating func open(_ heading: Section) throws(ScenarioError) {
    section = heading
    columns = nil
    if heading == .given {
      do throws(ScenarioError.Problem) {
        file.encounters.append(ScenarioEncounter(encounter: try header.encounter(), line: line))
      } catch { throw problem(error) }
      return
    }
    guard let current = file.encounters.indices.last else { throw problem(.outOfPlace(heading.rawValue)) }
    switch heading {
    case .expect: file.encounters[current].expectLine = line
    case .notices: file.encounters[current].notices = []
    case .excluded: file.encounters[current].excluded = []
    case .findings: file.encounters[current].findings = []
    case .given, .billed: break
    }
  }

  private mutating func readTableRow(_ content: Substring) throws(ScenarioError) {
    guard let section else { throw problem(.outOfPlace("a table")) }
    let cells = ScenarioTable.cells(of: content)
    do throws(ScenarioError.Problem) {
      guard let columns else {
        self.columns = try ScenarioTable.header(cells, of: section.rawValue)
        return
      }
      try add(ScenarioTable.Row(columns: columns, cells: cells, line: line), to: section)
    } catch { throw problem(error) }
  }

  private mutating func add(_ row: ScenarioTable.Row, to section: Section) throws(ScenarioError.Problem) {
    let current = file.encounters.count - 1
    switch section {
    case .given:
      rows += 1
      let source = SourceRow(file: 0, line: row.line, row: rows)
      file.encounters[current].encounter.rows.append(try row.administration(source, on: header.date, file.policy))
    case .expect: file.encounters[current].charges.append(try row.charge(on: header.date))
    case .notices: file.encounters[current].notices?.append(contentsOf: try row.notices(rowCount: rows))
    case .excluded: file.encounters[current].excluded?.append(try row.exclusion(rowCount: rows))
    case .billed:
      lines += 1
      let source = SourceRow(file: 1, line: row.line, row: lines)
      file.encounters[current].billed.append(try row.billedLine(source, on: header.date))
    case .findings: file.encounters[current].findings?.append(try row.finding())
    }
  }

  private func finish() throws(ScenarioError) {
    guard !file.encounters.isEmpty else { throw problem(.missing("given")) }
    for encounter in file.encounters where encounter.expectLine == nil {
      throw ScenarioError(path: file.path, line: encounter.line, problem: .missing("expect"))
    }
  }
}

/// The text without spaces at its ends.
func trimmed(_ text: Substring) -> Substring {
  var text = text
  while let first = text.first, first.isWhitespace { text.removeFirst() }
  while let last = text.last, last.isWhitespace { text.removeLast() }
  return text
}
