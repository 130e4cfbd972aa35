@testable import CSV

/// One record, or the error that stopped the reading, in a form that two parsers can be compared by.
enum Reading: Equatable {
  case record(line: Int, fields: [[UInt8]], raw: [UInt8])
  case failure(CSVError)
}

/// The grammar of IN-04 read from a whole file, byte by byte, with nothing shared with `RecordReader`.
struct PlainParser {
  private let bytes: [UInt8]
  private let delimiter: UInt8
  private var at = 0
  private var line = 1

  static func readings(of text: [UInt8], delimiter: UInt8 = 0x2C) -> [Reading] {
    var parser = PlainParser(bytes: text.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(text.dropFirst(3)) : text, delimiter)
    var readings: [Reading] = []
    while let reading = parser.next() {
      readings.append(reading)
      if case .failure = reading { break }
    }
    return readings
  }

  private init(bytes: [UInt8], _ delimiter: UInt8) {
    self.bytes = bytes
    self.delimiter = delimiter
  }

  private var byte: UInt8? { at < bytes.count ? bytes[at] : nil }
  private var endsField: Bool { byte == nil || byte == delimiter || byte == 0x0A || byte == 0x0D }

  private mutating func next() -> Reading? {
    while at < bytes.count {
      let (start, startLine) = (at, line)
      var fields: [[UInt8]] = []
      var hasQuotes = false
      while true {
        while byte == 0x20 { at += 1 }
        if byte == 0x22 {
          hasQuotes = true
          let quoteLine = line
          guard let field = quoted() else { return .failure(.unclosedQuote(line: quoteLine)) }
          fields.append(field)
        } else {
          fields.append(plain())
        }
        guard byte == delimiter, byte != nil else { break }
        at += 1
      }
      let raw = Array(bytes[start..<at])
      skipLineEnd()
      if hasQuotes || fields != [[]] { return .record(line: startLine, fields: fields, raw: raw) }
    }
    return nil
  }

  private mutating func plain() -> [UInt8] {
    var field: [UInt8] = []
    while !endsField {
      field.append(bytes[at])
      at += 1
    }
    while field.last == 0x20 { field.removeLast() }
    return field
  }

  private mutating func quoted() -> [UInt8]? {
    var field: [UInt8] = []
    at += 1
    while true {
      guard let byte else { return nil }
      if byte == 0x22 {
        at += 1
        if self.byte != 0x22 { return field + plain() }
        field.append(0x22)
        at += 1
      } else if byte == 0x0A || byte == 0x0D {
        let start = at
        skipLineEnd()
        field += bytes[start..<at]
      } else {
        field.append(byte)
        at += 1
      }
    }
  }

  private mutating func skipLineEnd() {
    guard let byte else { return }
    at += 1
    if byte == 0x0D, self.byte == 0x0A { at += 1 }
    line += 1
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
