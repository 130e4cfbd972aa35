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
    let positions = try Self.positions(of: columns, in: header, file: name)
    let absent = Set(optional.filter { positions[$0] == nil })
    var rows: [TableRow] = []
    for record in records {
      guard record.cells.count == header.cells.count else {
        throw TableError(
          file: name, line: record.line,
          .wrongFieldCount(found: record.cells.count, expected: header.cells.count))
      }
      rows.append(
        TableRow(file: name, line: record.line, positions: positions, cells: record.cells, absent: absent))
    }
    self.rows = rows
  }

  private static func positions(
    of columns: [String], in header: TableRecords.Record, file: String
  ) throws(TableError) -> [String: Int] {
    var positions: [String: Int] = [:]
    for (position, name) in header.cells.enumerated() where positions.updateValue(position, forKey: name) != nil {
      throw TableError(file: file, line: header.line, column: name, .duplicateColumn)
    }
    for column in columns where positions[column] == nil {
      throw TableError(file: file, line: header.line, column: column, .missingColumn(found: header.cells))
    }
    return positions
  }

  /// The rows by a key that no two of them share.
  func keyed<Key: Hashable>(
    by column: String, _ key: (TableRow) throws(TableError) -> Key
  ) throws(TableError) -> [Key: TableRow] {
    var rows: [Key: TableRow] = [:]
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
