import CodeTables
import Infusion

/// Looks for the fields of a table among the columns that no header claims.
struct ColumnSearch<Field: IntakeField> {
  private let table: GuessedTable
  private var claimed: [Field: Int]
  /// Headers of the columns found by their values.
  private(set) var guessed: [Field: String] = [:]

  init(_ table: GuessedTable, mapping: FileMapping<Field>, synonyms: [Field: [String]]) {
    self.table = table
    claimed = HeaderMatch(table.headers, mapping, synonyms).columns
  }

  func hasAll(_ fields: [Field]) -> Bool { fields.allSatisfy { claimed[$0] != nil } }

  /// Takes the first free column in which at least a share of the values that are filled in fits, and another share is
  /// telling.
  mutating func look(
    for field: Field, share: Double, tellingShare: Double = 0, of isTelling: ((String) -> Bool)? = nil,
    _ fits: (String) -> Bool
  ) {
    guard claimed[field] == nil else { return }
    let best = freeColumns.first { column in
      let values = table.columns[column]
      let count = Double(values.count)
      return !values.isEmpty && Double(values.count(where: fits)) >= share * count
        && (isTelling.map { Double(max(1, values.count)) * tellingShare <= Double(values.count(where: $0)) } ?? true)
    }
    if let best { claim(best, for: field) }
  }

  /// Takes the column that looks most like the id of a visit: one whose header speaks of a visit, else the one with the
  /// most different values, some of them more than once where any column has such.
  mutating func lookForID(_ field: Field) {
    lookForNamedID(field)
    guard claimed[field] == nil else { return }
    let distinct = idColumns.map { (column: $0, count: Set(table.columns[$0]).count) }
    let repeated = distinct.filter { $0.count < table.rows.count }
    let best = (repeated.isEmpty ? distinct : repeated).min { ($1.count, $0.column) < ($0.count, $1.column) }
    if let best { claim(best.column, for: field) }
  }

  /// Takes the first column that may be an id and whose header speaks of a visit.
  mutating func lookForNamedID(_ field: Field) {
    guard claimed[field] == nil else { return }
    if let named = idColumns.first(where: { Self.namesVisit(table.headers[$0]) }) { claim(named, for: field) }
  }

  /// Filled in throughout, one word with a digit.
  private var idColumns: [Int] {
    freeColumns.filter { column in
      let values = table.columns[column]
      return values.count == table.rows.count
        && values.allSatisfy { !$0.contains(" ") && $0.contains(where: \.isNumber) }
    }
  }

  private static func namesVisit(_ header: String) -> Bool {
    let folded = Words.fold(header)
    return ["visit", "encounter", "acc", "fin", "csn", "case", "stay"].contains { folded.contains($0) }
  }

  fileprivate var freeColumns: [Int] {
    let taken = Set(claimed.values)
    return table.headers.indices.filter { !taken.contains($0) && isUsable($0) }
  }

  /// A configuration names a column by its header: it must have one, and alone.
  private func isUsable(_ column: Int) -> Bool {
    let folded = table.headers.map(Words.fold)
    return !folded[column].isEmpty && folded.count { $0 == folded[column] } == 1
  }

  private mutating func claim(_ column: Int, for field: Field) {
    claimed[field] = column
    guessed[field] = table.headers[column]
  }
}

extension ColumnSearch<MARField> {
  /// Takes a free column of times that never lie before the start, and whose header speaks of no order or entry.
  mutating func lookForStop(_ isTime: (String) -> Bool) {
    guard let start = claimed[.start], claimed[.stop] == nil else { return }
    let others = ["sched", "due", "order", "entered", "enter", "filed", "verif", "sign", "saved", "store", "print"]
    let column = freeColumns.first { column in
      let folded = Words.fold(table.headers[column])
      guard !others.contains(where: { folded.contains($0) }) else { return false }
      let pairs = table.rows.filter { !$0[column].isEmpty && !$0[start].isEmpty }
      return !pairs.isEmpty && pairs.allSatisfy { isTime($0[column]) && isInOrder($0[start], $0[column]) }
    }
    if let column { claim(column, for: .stop) }
  }

  private func isInOrder(_ start: String, _ stop: String) -> Bool {
    guard let begin = TimeParser.read(start.utf8.span, order: .monthDay)?.text.moment,
      let end = TimeParser.read(stop.utf8.span, order: .monthDay)?.text.moment
    else { return true }
    return (0...4_320).contains(end.minutes(since: begin))
  }
}
