/// What kind of value a cell has; the text of a row says which.
package enum CellKind: Sendable {
  case text
  /// Digits, at most one point, perhaps a minus.
  case number
  /// `TRUE` or `FALSE`.
  case boolean
  /// `#N/A` and the like.
  case error
  /// `2026-01-05` or `2026-01-05 09:00`.
  case date
  /// `09:00`.
  case time
  /// `25:30`: hours, minutes and perhaps seconds.
  case duration
  /// `#NOT COMPUTED`: a formula that was saved without its value.
  case notComputed
}

/// One row of a sheet that has a cell with content.
///
/// Layout: the texts of its filled cells one behind the other, and where each ends; cells are sorted by column.
package struct SheetRow: Sendable {
  struct Cell: Sendable {
    let column: Int
    let kind: CellKind
    let range: Range<Int>
  }

  /// As a spreadsheet numbers it, from 1.
  package let number: Int
  var cells: [Cell] = []
  var bytes: [UInt8] = []

  init(number: Int) { self.number = number }

  /// How many cells are filled.
  package var count: Int { cells.count }
  /// The column of a filled cell, from 0.
  package func column(_ index: Int) -> Int { cells[index].column }
  package func kind(_ index: Int) -> CellKind { cells[index].kind }
  package func bytes(_ index: Int) -> ArraySlice<UInt8> { bytes[cells[index].range] }
  package func text(_ index: Int) -> String { String(decoding: bytes(index), as: UTF8.self) }

  mutating func append(_ text: ArraySlice<UInt8>, _ kind: CellKind, column: Int) {
    let start = bytes.count
    bytes += text
    cells.append(Cell(column: column, kind: kind, range: start..<bytes.count))
  }
}
