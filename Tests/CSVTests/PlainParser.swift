@testable import CSV

/// One record, or the error that stopped the reading, in a form that two parsers can be compared by.
enum Reading: Equatable {
  case record(line: Int, fields: [[UInt8]], raw: [UInt8])
  case failure(CSVError)
}

/// The grammar of IN-04 read from a whole file, byte by byte, with nothing shared with `RecordReader`.
struct PlainParser {
  private let bytes: [UInt8]
  private let dialect: Dialect
  private var at = 0
  private var line = 1

  static func readings(of text: [UInt8], _ dialect: Dialect = .comma) -> [Reading] {
    var parser = PlainParser(bytes: text.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(text.dropFirst(3)) : text, dialect)
    var readings: [Reading] = []
    do throws(CSVError) {
      while let reading = try parser.next() { readings.append(reading) }
    } catch {
      readings.append(.failure(error))
    }
    return readings
  }

  private init(bytes: [UInt8], _ dialect: Dialect) {
    self.bytes = bytes
    self.dialect = dialect
  }

  private var byte: UInt8? { at < bytes.count ? bytes[at] : nil }
  private var isAtDelimiter: Bool { byte == dialect.delimiter.rawValue && dialect.delimiter != .none }
  private var endsField: Bool { byte == nil || isAtDelimiter || byte == 0x0A || byte == 0x0D }

  private mutating func next() throws(CSVError) -> Reading? {
    while at < bytes.count {
      if byte == dialect.comment {
        while let byte, byte != 0x0A, byte != 0x0D { at += 1 }
        skipLineEnd()
        continue
      }
      let (start, startLine) = (at, line)
      var fields: [[UInt8]] = []
      var hasQuotes = false
      while true {
        while dialect.spaces != .kept, byte == 0x20 { at += 1 }
        let isQuoted = byte != nil && byte == dialect.quote
        hasQuotes = hasQuotes || isQuoted
        fields.append(withoutFormula(try isQuoted ? quoted() : plain(escape: dialect.escape)))
        guard isAtDelimiter else { break }
        at += 1
      }
      let raw = Array(bytes[start..<at])
      skipLineEnd(after: raw)
      if hasQuotes || fields != [[]] || raw.contains(0x3D) {
        return .record(line: startLine, fields: fields, raw: raw)
      }
    }
    return nil
  }

  private mutating func plain(escape: UInt8?) throws(CSVError) -> [UInt8] {
    var field: [UInt8] = []
    var fixed = 0
    while !endsField {
      guard byte == escape else {
        field.append(take())
        continue
      }
      try escaped(into: &field)
      fixed = field.count
    }
    if dialect.spaces == .trimmed { while field.count > fixed, field.last == 0x20 { field.removeLast() } }
    return field
  }

  private mutating func quoted() throws(CSVError) -> [UInt8] {
    let quoteLine = line
    var field: [UInt8] = []
    at += 1
    while let byte {
      if byte == dialect.quote {
        at += 1
        guard dialect.doublesQuotes, self.byte == byte else { return try closed(field, line: quoteLine) }
        field.append(take())
      } else if byte == dialect.escape {
        try escaped(into: &field)
      } else if byte == 0x0A || byte == 0x0D {
        let start = at
        skipLineEnd(after: Array(bytes[..<at]))
        field += bytes[start..<at]
      } else {
        field.append(take())
      }
    }
    throw .unclosedQuote(line: quoteLine)
  }

  private mutating func closed(_ field: [UInt8], line: Int) throws(CSVError) -> [UInt8] {
    let tail = try plain(escape: nil)
    if dialect.refusesTextAfterQuotes, !tail.isEmpty { throw .textAfterQuotes(line: line) }
    return field + tail
  }

  private mutating func escaped(into field: inout [UInt8]) throws(CSVError) {
    at += 1
    guard let byte else { throw .nothingEscaped(line: line) }
    if byte == 0x0A || byte == 0x0D { line += 1 }
    field.append(take())
  }

  private mutating func take() -> UInt8 {
    at += 1
    return bytes[at - 1]
  }

  /// Moves over a line end; one that completes an escaped carriage return is not counted again.
  private mutating func skipLineEnd(after text: [UInt8] = []) {
    guard let byte else { return }
    at += 1
    if byte == 0x0A, text.last == 0x0D { return }
    if byte == 0x0D, self.byte == 0x0A { at += 1 }
    line += 1
  }

  /// `="a""b"` is `a"b`.
  private func withoutFormula(_ value: [UInt8]) -> [UInt8] {
    guard dialect.undoesFormulaText, value.count >= 3, value[0] == 0x3D, value[1] == 0x22 else { return value }
    var text: [UInt8] = []
    var index = 2
    while index < value.count - 1 {
      if value[index] == 0x22 {
        guard index + 1 < value.count - 1, value[index + 1] == 0x22 else { return value }
        index += 1
      }
      text.append(value[index])
      index += 1
    }
    return value[index] == 0x22 ? text : value
  }
}

/// What `RecordReader` makes of the text when it comes in these pieces.
func readings(of pieces: [[UInt8]], _ reader: RecordReader = RecordReader()) -> [Reading] {
  var reader = reader
  var readings: [Reading] = []
  func drain() -> Bool {
    do throws(CSVError) {
      while let record = try reader.next() {
        let fields = (0..<record.count).map { Array(record.bytes($0)) }
        readings.append(.record(line: record.line, fields: fields, raw: Array(record.raw)))
      }
      return true
    } catch {
      readings.append(.failure(error))
      return false
    }
  }
  for piece in pieces {
    reader.append(piece)
    guard drain() else { return readings }
  }
  reader.finish()
  _ = drain()
  return readings
}
