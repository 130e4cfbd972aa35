import Infusion

/// An intake record as bytes, for records that wait their turn.
///
/// Layout: numbers are little-endian base 128, low digits first, the high bit says that one more follows. Encounter, file,
/// line, row, twice the number of cells and 1 where all is text, the length of each cell, the cells' bytes; then the delimiter, or a zero byte, the
/// length of the record as it stands in the file and its bytes where delimiters alone do not give it back.
extension IntakeRecord {
  /// Adds the record, with the number of its encounter, to `store`.
  func put(into store: inout [UInt8], encounter: Int) {
    store.append(number: encounter)
    store.append(number: Int(source.file))
    store.append(number: Int(source.line))
    store.append(number: Int(source.row))
    store.append(number: 2 * count + (isText ? 1 : 0))
    var start = 0
    for end in ends {
      store.append(number: end - start)
      start = end
    }
    store += bytes
    if let delimiter = plainDelimiter {
      store.append(delimiter)
    } else {
      store.append(0)
      store.append(number: raw.count)
      store += raw
    }
  }

  /// Takes the record that begins at `position`, keeping the memory of the last one; moves behind it.
  ///
  /// - Returns: the number of its encounter.
  mutating func take(from store: [UInt8], at position: inout Int) -> Int {
    let encounter = store.number(at: &position)
    let (file, line) = (store.number(at: &position), store.number(at: &position))
    start(source: SourceRow(file: file, line: line, row: store.number(at: &position)))
    let count = store.number(at: &position)
    isText = count % 2 == 1
    var end = 0
    for _ in 0..<count / 2 {
      end += store.number(at: &position)
      ends.append(end)
    }
    bytes += store[position..<position + end]
    position += end
    let delimiter = store[position]
    position += 1
    if delimiter == 0 {
      let rawCount = store.number(at: &position)
      raw += store[position..<position + rawCount]
      position += rawCount
    } else {
      joinCells(with: delimiter)
    }
    return encounter
  }

  /// What stands between the cells, when the record is its cells and nothing else: no quotes, no spaces around them.
  private var plainDelimiter: UInt8? {
    guard count > 1, raw.count == bytes.count + count - 1 else { return nil }
    let delimiter = raw[ends[0]]
    return delimiter == 0 ? nil : delimiter
  }

  private mutating func joinCells(with delimiter: UInt8) {
    var start = 0
    for (cell, end) in ends.enumerated() {
      if cell > 0 { raw.append(delimiter) }
      raw += bytes[start..<end]
      start = end
    }
  }
}

extension [UInt8] {
  fileprivate mutating func append(number: Int) {
    var rest = UInt(number)
    while rest >= 0x80 {
      append(UInt8(rest & 0x7F) | 0x80)
      rest >>= 7
    }
    append(UInt8(rest))
  }

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
