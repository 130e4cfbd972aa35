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
        let cells = (0..<record.count).map { String(trimmed(record.text($0))) }
        records.append(Record(line: record.line, cells: cells))
      }
    } catch {
      throw TableError(file: file, line: error.line, .unreadable(reason: "a field that starts here does not end"))
    }
    return records
  }
}
