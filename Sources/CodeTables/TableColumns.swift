/// The columns of one table file, which all its rows share.
final class TableColumns: Sendable {
  let file: String
  /// In the order of the file.
  private let names: [String]
  /// Optional columns that the file does not have.
  private let absent: [String]

  /// Reads the header of a table.
  ///
  /// - Parameters:
  ///   - columns: those that must be there; the file may have more.
  ///   - optional: those that are read where they are there.
  init(
    of header: TableRecords.Record, file: String, columns: [String], optional: [String]
  ) throws(TableError) {
    self.file = file
    names = header.cells
    absent = optional.filter { !header.cells.contains($0) }
    for (place, name) in names.enumerated() where names[..<place].contains(name) {
      throw TableError(file: file, line: header.line, column: name, .duplicateColumn)
    }
    for column in columns where !names.contains(column) {
      throw TableError(file: file, line: header.line, column: column, .missingColumn(found: names))
    }
  }

  var count: Int { names.count }

  /// Where a column stands; nil for an optional one that is not there.
  func place(of column: String) -> Int? {
    // A table has few columns: looking through their names costs less than hashing.
    if let place = names.firstIndex(of: column) { return place }
    guard absent.contains(column) else { preconditionFailure("\(file) was opened without column \(column)") }
    return nil
  }
}
