import CSV
import Infusion

/// One record of a file, copied out of the reader's buffer; reused from row to row.
///
/// Layout: the cells' bytes one behind the other without delimiters, and where each ends. Cells are trimmed of
/// spaces, tabs, line ends and no-break spaces.
package struct IntakeRecord: Sendable {
  package private(set) var source: SourceRow
  /// All cells' bytes; cut with `range(_:)`.
  var bytes: [UInt8] = []
  /// Where each cell ends in `bytes`.
  var ends: [Int] = []
  /// The record as it stands in the file.
  package var raw: [UInt8] = []
  /// Whether all of it is characters of the file's encoding, and none is a NUL.
  var isText = true

  package init(source: SourceRow, cells: [String] = []) {
    self.source = source
    for cell in cells {
      bytes += cell.utf8
      ends.append(bytes.count)
    }
    raw = Array(cells.joined(separator: ",").utf8)
  }

  /// Takes a record as read, keeping the memory of the last one; `row` counts from 1 behind the header.
  ///
  /// - Parameters:
  ///   - width: how many fields it has at the least; those that it lacks are blank.
  ///   - isDoubtful: whether the record may hold what is no text.
  package mutating func take(_ record: Record, file: Int, row: Int, width: Int = 0, isDoubtful: Bool = false) {
    start(source: SourceRow(file: file, line: record.line, row: row))
    isText = !isDoubtful || record.isText
    raw += record.raw
    for field in 0..<record.count {
      bytes += record.bytes(field)
      ends.append(bytes.count)
    }
    while ends.count < width { ends.append(bytes.count) }
  }

  /// Forgets the last record, not its memory.
  mutating func start(source: SourceRow) {
    self.source = source
    bytes.removeAll(keepingCapacity: true)
    ends.removeAll(keepingCapacity: true)
    raw.removeAll(keepingCapacity: true)
  }

  /// The record as one of a file with another number.
  func moved(toFile file: Int) -> IntakeRecord {
    var record = self
    record.source = SourceRow(file: file, line: Int(source.line), row: Int(source.row))
    return record
  }

  package var count: Int { ends.count }

  /// Where the cell of this column stands, without spaces around it; empty when there is no such column.
  func range(_ column: Int?) -> Range<Int> {
    guard let column, column < ends.count else { return 0..<0 }
    var start = column == 0 ? 0 : ends[column - 1]
    var end = ends[column]
    while start < end, case let space = Self.spaceLength(bytes[start], bytes[min(start + 1, end - 1)]), space > 0 {
      start += space
    }
    while end > start, case let space = Self.spaceLength(atEnd: bytes[end - 1], bytes[max(end - 2, start)]), space > 0 {
      end -= space
    }
    return start..<end
  }

  func isBlank(_ column: Int?) -> Bool { range(column).isEmpty }

  func text(_ column: Int?) -> String {
    String(decoding: bytes[range(column)], as: UTF8.self)
  }

  /// The text, or nil when the cell is blank.
  func filled(_ column: Int?) -> String? {
    let range = range(column)
    return range.isEmpty ? nil : String(decoding: bytes[range], as: UTF8.self)
  }

  /// The bytes of a space that begins with `first`; 0 where none does.
  ///
  /// U+00A0, no-break space, comes with cells that were copied from a page, and makes another id of an id.
  @inline(__always)
  private static func spaceLength(_ first: UInt8, _ second: UInt8) -> Int {
    first.isASCIISpace ? 1 : first == 0xC2 && second == 0xA0 ? 2 : 0
  }

  /// The bytes of a space that ends with `last`; 0 where none does.
  @inline(__always)
  private static func spaceLength(atEnd last: UInt8, _ before: UInt8) -> Int {
    last.isASCIISpace ? 1 : last == 0xA0 && before == 0xC2 ? 2 : 0
  }

  /// Refuses a record with bytes that are no text, or with more or fewer cells than the header (input IN-03, IN-06).
  func checkShape(_ wanted: Int) throws(RowFailure) {
    guard isText else {
      throw .reject(
        RowProblem(
          source: source, rule: "IN-03",
          problem: "the record holds a NUL or bytes that are no character of the file's encoding",
          fix: "export the file again, or say its encoding with --encoding",
          raw: Array(String(decoding: raw, as: UTF8.self).utf8)))
    }
    guard count != wanted else { return }
    throw .reject(
      RowProblem(
        source: source, value: "\(count)", rule: "IN-06",
        problem: "the record has \(count) field\(count == 1 ? "" : "s") where the header has \(wanted)",
        fix: "look for a missing quote or an added delimiter, or leave the line out", raw: raw))
  }

  /// The id in a cell, without the `.0` that a data frame adds to a number.
  func fingerprint(ofID column: Int?) -> RowFingerprint {
    var range = range(column)
    let whole = range.dropLast(2)
    if !whole.isEmpty, bytes[whole.endIndex..<range.upperBound].elementsEqual(".0".utf8),
      bytes[whole].allSatisfy(\.isASCIIDigit)
    {
      range = whole.startIndex..<whole.endIndex
    }
    var fingerprint = RowFingerprint()
    fingerprint.add(bytes, range)
    return fingerprint
  }

  func fingerprint(of columns: [Int?]) -> RowFingerprint {
    var fingerprint = RowFingerprint()
    for column in columns { fingerprint.add(bytes, range(column)) }
    return fingerprint
  }
}
