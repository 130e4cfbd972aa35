/// Makes rows of the XML of a sheet.
final class SheetHandler: XMLHandler {
  private enum Place {
    case outside, rows, row, cell, value, inline
  }

  /// Rows read and not yet taken.
  var rows: [SheetRow] = []

  private let values: CellValues
  private let maxFieldBytes: Int
  private var place = Place.outside
  /// Elements open within one that is not looked at.
  private var skipped = 0
  private var row = SheetRow(number: 0)
  private var rowNumber = 0
  private var column = -1
  private var isOrdered = true
  private var type = CellValues.StoredType.number
  private var style = 0
  private var value: [UInt8] = []
  private var inline = RichText()
  private var hasInline = false
  private var hasFormula = false

  init(values: CellValues, maxFieldBytes: Int) {
    self.values = values
    self.maxFieldBytes = maxFieldBytes
  }

  func start(_ element: XMLName, _ attributes: XMLAttributes) throws(WorkbookProblem) {
    if skipped > 0 {
      skipped += 1
      return
    }
    switch (place, element) {
    case (.outside, .sheetData): place = .rows
    case (.outside, _): break
    case (.rows, .row): try startRow(attributes)
    case (.row, .c): try startCell(attributes)
    case (.cell, .v): place = .value
    case (.cell, .inline): (place, hasInline) = (.inline, true)
    case (.cell, .f): (hasFormula, skipped) = (true, 1)
    case (.inline, _): inline.start(element)
    default: skipped = 1
    }
  }

  func text(_ bytes: Span<UInt8>) throws(WorkbookProblem) {
    guard skipped == 0 else { return }
    switch place {
    case .value:
      for index in bytes.indices { value.append(bytes[index]) }
      if value.count > maxFieldBytes { throw .textTooLong(place: "cell \(cellName)", limit: maxFieldBytes) }
    case .inline:
      if !inline.take(bytes, limit: maxFieldBytes) {
        throw .textTooLong(place: "cell \(cellName)", limit: maxFieldBytes)
      }
    default: break
    }
  }

  func end(_ element: XMLName) throws(WorkbookProblem) {
    if skipped > 0 {
      skipped -= 1
      return
    }
    switch place {
    case .outside: break
    case .rows: place = .outside
    case .row:
      try endRow()
      place = .rows
    case .cell:
      try endCell()
      place = .row
    case .value: place = .cell
    case .inline: if inline.isInside { inline.end() } else { place = .cell }
    }
  }

  private static let notComputed = Array("#NOT COMPUTED".utf8)

  private var cellName: String { CellReference.name(column: column, row: rowNumber) }

  private func startRow(_ attributes: XMLAttributes) throws(WorkbookProblem) {
    let before = rowNumber
    rowNumber += 1
    if let written = attributes.value(.r), !written.isEmpty {
      let text = String(decoding: written, as: UTF8.self)
      guard let number = Int(text), number > 0 else { throw .rowOutOfRange(String(text.prefix(20))) }
      rowNumber = number
    }
    guard rowNumber <= WorkbookLimits.rows else { throw .rowOutOfRange("\(rowNumber)") }
    guard rowNumber > before else { throw .rowOutOfOrder(rowNumber) }
    row = SheetRow(number: rowNumber)
    (column, isOrdered, place) = (-1, true, .row)
  }

  private func startCell(_ attributes: XMLAttributes) throws(WorkbookProblem) {
    let before = column
    column += 1
    if let reference = attributes.value(.r), !reference.isEmpty {
      guard let column = CellReference.column(reference) else {
        throw .badReference(String(decoding: reference.prefix(20), as: UTF8.self), row: rowNumber)
      }
      self.column = column
    }
    guard column < WorkbookLimits.columns else { throw .badReference(cellName, row: rowNumber) }
    if column <= before { isOrdered = false }
    type = CellValues.StoredType(attributes.value(.t))
    style = attributes.number(.s) ?? 0
    value.removeAll(keepingCapacity: true)
    inline.reset()
    (hasInline, hasFormula, place) = (false, false, .cell)
  }

  private func endCell() throws(WorkbookProblem) {
    if hasInline {
      let text = EscapedText.decoded(inline.bytes)
      if !text.isEmpty { row.append(text[...], .text, column: column) }
      return
    }
    if value.isEmpty {
      // A formula that comes to no text says that it is a text; programs that compute nothing say nothing.
      if hasFormula, type == .number { row.append(Self.notComputed[...], .notComputed, column: column) }
      return
    }
    do throws(CellValues.UnknownText) {
      if let found = try values.shown(value, type, style: style) { row.append(found.text, found.kind, column: column) }
    } catch {
      throw .unknownText(cell: cellName, number: error.number)
    }
  }

  private func endRow() throws(WorkbookProblem) {
    if !isOrdered {
      row.cells.sort { $0.column < $1.column }
      for (left, right) in zip(row.cells, row.cells.dropFirst()) where left.column == right.column {
        throw .repeatedCell(CellReference.name(column: left.column, row: rowNumber))
      }
    }
    if row.count > 0 { rows.append(row) }
  }
}
