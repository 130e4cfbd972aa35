/// A written CSV, read back by a plain parser of the tests' own: RFC 4180, LF.
struct Table: Equatable {
  let header: [String]
  let rows: [[String]]

  init(csv: String) {
    var records: [[String]] = []
    var record: [String] = []
    var field = ""
    var isQuoted = false
    var characters = csv.unicodeScalars.makeIterator()
    var next = characters.next()
    while let character = next {
      next = characters.next()
      if isQuoted {
        if character != "\"" {
          field.unicodeScalars.append(character)
        } else if next == "\"" {
          field.append("\"")
          next = characters.next()
        } else {
          isQuoted = false
        }
      } else if character == "\"" {
        isQuoted = true
      } else if character == "," || character == "\n" {
        record.append(field)
        field = ""
        if character == "\n" {
          records.append(record)
          record = []
        }
      } else {
        field.unicodeScalars.append(character)
      }
    }
    header = records.first ?? []
    rows = Array(records.dropFirst())
  }

  init(header: [String], rows: [[String]]) {
    self.header = header
    self.rows = rows
  }

  /// One column of every row; empty when the table has no such column.
  subscript(name: String) -> [String] {
    header.firstIndex(of: name).map { column in rows.map { $0[column] } } ?? []
  }

  /// One column of the rows that hold a value in another.
  func column(_ name: String, where key: String, is value: String) -> [String] {
    guard let column = header.firstIndex(of: name), let key = header.firstIndex(of: key) else { return [] }
    return rows.filter { $0[key] == value }.map { $0[column] }
  }

  /// The table without some columns.
  func without(_ names: Set<String>) -> Table {
    let kept = header.indices.filter { !names.contains(header[$0]) }
    return Table(header: kept.map { header[$0] }, rows: rows.map { row in kept.map { row[$0] } })
  }

  /// The table with its groups of rows of one encounter sorted by encounter; the order within a group is kept.
  var byEncounter: Table {
    let sorted = rows.enumerated().sorted { ($0.element[0], $0.offset) < ($1.element[0], $1.offset) }
    return Table(header: header, rows: sorted.map(\.element))
  }
}
