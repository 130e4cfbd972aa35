/// Rows on their way to a sheet, cell by cell, made by whoever knows what the cells mean.
///
///     var rows = SheetRows()
///     rows.text(drug)
///     rows.whole(units)
///     rows.amount("12.50")
///     rows.endRow()
///
/// Layout: cells one behind the other, each a byte for its kind and then its value: of a text, and of an amount, its
/// length in four bytes and its UTF-8; of a whole number, and of a day, eight bytes. Bytes of a number run from the lowest.
package struct SheetRows: Sendable {
  enum Kind: UInt8 {
    case blank, text, whole, amount, day, endOfRow
  }

  /// Days that a spreadsheet can count: 1900-03-01, behind the leap day that 1900 did not have, to 9999-12-31.
  package static let days = -25_508...2_932_896

  private(set) var bytes: [UInt8] = []

  package init() {}

  /// A cell of text, from the input or ours; whatever it says, it is never run.
  package mutating func text(_ value: String) {
    guard !value.isEmpty else { return blank() }
    append(.text, value)
  }

  /// A whole number.
  package mutating func whole(_ value: Int) {
    bytes.append(Kind.whole.rawValue)
    append(UInt64(bitPattern: Int64(value)), bytes: 8)
  }

  /// An amount of money: sign, digits, point.
  package mutating func amount(_ value: String) {
    append(.amount, value)
  }

  /// A day, counted from 1970-01-01; one of `days`.
  package mutating func day(_ daysSince1970: Int) {
    precondition(Self.days.contains(daysSince1970), "a day that no spreadsheet knows")
    bytes.append(Kind.day.rawValue)
    append(UInt64(bitPattern: Int64(daysSince1970)), bytes: 8)
  }

  /// A cell without content.
  package mutating func blank() { bytes.append(Kind.blank.rawValue) }

  package mutating func endRow() { bytes.append(Kind.endOfRow.rawValue) }

  private mutating func append(_ kind: Kind, _ text: String) {
    var text = text
    text.makeContiguousUTF8()
    bytes.append(kind.rawValue)
    append(UInt64(text.utf8.count), bytes: 4)
    bytes += text.utf8
  }

  private mutating func append(_ number: UInt64, bytes count: Int) {
    for place in 0..<count { bytes.append(UInt8(truncatingIfNeeded: number >> (8 * UInt64(place)))) }
  }
}

/// One cell of `SheetRows`.
enum SheetCell {
  case blank
  case text(ArraySlice<UInt8>)
  case whole(Int)
  case amount(ArraySlice<UInt8>)
  case day(Int)
  case endOfRow
}

extension SheetRows {
  /// The cells in order.
  struct Cells: IteratorProtocol {
    private let bytes: [UInt8]
    private var place = 0

    init(_ rows: SheetRows) { bytes = rows.bytes }

    mutating func next() -> SheetCell? {
      guard place < bytes.count, let kind = Kind(rawValue: bytes[place]) else { return nil }
      place += 1
      switch kind {
      case .blank: return .blank
      case .endOfRow: return .endOfRow
      case .text: return .text(take(Int(number(bytes: 4))))
      case .amount: return .amount(take(Int(number(bytes: 4))))
      case .whole: return .whole(Int(Int64(bitPattern: number(bytes: 8))))
      case .day: return .day(Int(Int64(bitPattern: number(bytes: 8))))
      }
    }

    private mutating func take(_ count: Int) -> ArraySlice<UInt8> {
      defer { place += count }
      return bytes[place..<(place + count)]
    }

    private mutating func number(bytes count: Int) -> UInt64 {
      var number: UInt64 = 0
      for offset in 0..<count { number |= UInt64(bytes[place + offset]) << (8 * UInt64(offset)) }
      place += count
      return number
    }
  }
}
