/// One table of the program: a CSV file whose first record names the columns.
package struct TableFile: Sendable {
  /// Its name below the tables folder, `2026/codes.csv`.
  package let name: String
  /// In the order of the file; may be empty.
  let rows: [TableRow]

  /// Reads a table.
  ///
  /// - Parameters:
  ///   - columns: the columns that the program uses; the file may have more.
  ///   - optional: columns that it uses where they are there; without them their cells are empty.
  package init(
    name: String, bytes: [UInt8], columns: [String], optional: [String] = []
  ) throws(TableError) {
    self.name = name
    var records = try TableRecords.read(bytes, file: name)[...]
    guard let header = records.popFirst() else {
      throw TableError(file: name, .unreadable(reason: "it is empty"))
    }
    let shared = try TableColumns(of: header, file: name, columns: columns, optional: optional)
    var rows: [TableRow] = []
    rows.reserveCapacity(records.count)
    for record in records {
      guard record.cells.count == shared.count else {
        throw TableError(
          file: name, line: record.line, .wrongFieldCount(found: record.cells.count, expected: shared.count))
      }
      rows.append(TableRow(shared, line: record.line, cells: record.cells))
    }
    self.rows = rows
  }

  /// The rows by a key that no two of them share.
  func keyed<Key: Hashable>(
    by column: String, _ key: (TableRow) throws(TableError) -> Key
  ) throws(TableError) -> [Key: TableRow] {
    var rows: [Key: TableRow] = [:]
    rows.reserveCapacity(self.rows.count)
    for row in self.rows {
      let value = try key(row)
      if let first = rows[value] { throw row.failure(column, .duplicateKey("\(value)", firstLine: first.line)) }
      rows[value] = row
    }
    return rows
  }

  func failure(_ problem: TableError.Problem) -> TableError {
    TableError(file: name, problem)
  }
}
