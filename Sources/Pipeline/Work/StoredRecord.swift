import CSV
import Infusion

/// A record that waits its turn, as bytes: whose it is, where it stood, and itself as it stands in the file.
///
/// Layout: numbers are little-endian base 128, low digits first, the high bit says that one more follows. Encounter, file,
/// line, row, twice the length of the record and 1 where all is text; then the record.
struct StoredRecord {
  /// The number of its encounter.
  let encounter: Int
  let source: SourceRow
  let isText: Bool
  /// Where the record itself stands in the store.
  let place: Range<Int>

  /// Reads what stands at `position` and moves behind it.
  init(in store: Span<UInt8>, at position: inout Int) {
    encounter = store.number(at: &position)
    let (file, line) = (store.number(at: &position), store.number(at: &position))
    source = SourceRow(file: file, line: line, row: store.number(at: &position))
    let length = store.number(at: &position)
    isText = length % 2 == 1
    place = position..<position + length / 2
    position = place.upperBound
  }
}

extension IntakeRecord {
  /// Adds the record, with the number of its encounter, to `store`.
  func put(into store: inout [UInt8], encounter: Int) {
    store.append(number: encounter)
    store.append(number: Int(source.file))
    store.append(number: Int(source.line))
    store.append(number: Int(source.row))
    store.append(number: 2 * rawCount + (isText ? 1 : 0))
    FieldScanner.append(bytes.span.extracting(first: rawCount), to: &store)
  }
}

extension [UInt8] {
  /// Adds records that were stored with 0 for their encounter, as records of `encounter`.
  mutating func append(unnumbered stored: [UInt8], encounter: Int) {
    var position = 0
    while position < stored.count {
      let start = position
      _ = StoredRecord(in: stored.span, at: &position)
      append(number: encounter)
      self += stored[start + 1..<position]
    }
  }

  /// Of stored records those of some encounters, in their order.
  func records(of wanted: Set<Int>) -> [UInt8] {
    var found: [UInt8] = []
    var position = 0
    while position < count {
      let start = position
      if wanted.contains(StoredRecord(in: span, at: &position).encounter) { found += self[start..<position] }
    }
    return found
  }

  fileprivate mutating func append(number: Int) {
    var rest = UInt(number)
    while rest >= 0x80 {
      append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    append(UInt8(truncatingIfNeeded: rest))
  }
}

extension Span<UInt8> {
  fileprivate func number(at position: inout Int) -> Int {
    var value: UInt = 0
    var shift: UInt = 0
    while true {
      let byte = self[position]
      position += 1
      value |= UInt(byte & 0x7F) << shift
      if byte < 0x80 { return Int(value) }
      shift += 7
    }
  }
}
