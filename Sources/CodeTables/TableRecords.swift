import CSV

/// The records of a table's bytes.
///
/// Tables are small and read once: their cells become strings.
enum TableRecords {
  struct Record: Sendable {
    /// The 1-based physical line where the record starts.
    let line: Int
    /// Without spaces around them.
    let cells: [String]
  }

  static func read(_ bytes: [UInt8], file: String) throws(TableError) -> [Record] {
    var reader = RecordReader()
    reader.append(bytes)
    reader.finish()
    var records: [Record] = []
    do {
      while let record = try reader.next() {
        let cells = (0..<record.count).map { cell(record.text($0)) }
        records.append(Record(line: record.line, cells: cells))
      }
    } catch {
      throw TableError(file: file, line: error.line, .unreadable(reason: "a field that starts here does not end"))
    }
    return records
  }

  /// Nearly every cell begins and ends with a printed character of ASCII and is taken as it is.
  private static func cell(_ text: String) -> String {
    let bytes = text.utf8
    guard let first = bytes.first, let last = bytes.last else { return text }
    let isTrimmed = (0x21..<0x7F).contains(first) && (0x21..<0x7F).contains(last)
    return isTrimmed ? text : String(trimmed(text))
  }
}
