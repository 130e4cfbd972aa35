/// Why a scenario file cannot be read, and where.
struct ScenarioError: Error, Equatable, CustomStringConvertible {
  /// What is wrong with a line.
  enum Problem: Error, Equatable {
    /// A line that is no comment, heading, setting or table row.
    case unknownLine(String)
    case unknownSetting(name: String)
    case unknownColumn(String)
    /// A table without a column that it needs.
    case missingColumn(String)
    /// A table row with more or fewer cells than its header.
    case cellCount(found: Int, expected: Int)
    case badValue(field: String, value: String)
    /// A word of the `more` column that no row has.
    case unknownDetail(String)
    case unknownOption(String)
    /// A heading or table where the file has not said enough yet: `expect` before `given`, a table without a heading.
    case outOfPlace(String)
    /// An end of file without something that every scenario has.
    case missing(String)
    case noSuchRow(Int)
  }

  let path: String
  /// 1-based.
  let line: Int
  let problem: Problem

  var description: String { "\(path):\(line): \(sentence)" }

  private var sentence: String {
    switch problem {
    case .unknownLine(let text): "not a comment, a setting, a heading or a table row: \(text)"
    case .unknownSetting(let name): "no setting is called '\(name)'"
    case .unknownColumn(let name): "this table has no column '\(name)'"
    case .missingColumn(let name): "the table needs a column '\(name)'"
    case .cellCount(let found, let expected): "\(found) cells where the header has \(expected)"
    case .badValue(let field, let value): "'\(value)' is no \(field)"
    case .unknownDetail(let word): "'\(word)' is no detail of a row"
    case .unknownOption(let option): "the engine does not offer the option '\(option)'"
    case .outOfPlace(let what): "\(what) comes too early"
    case .missing(let what): "the scenario has no \(what)"
    case .noSuchRow(let row): "the scenario has no row \(row)"
    }
  }
}
