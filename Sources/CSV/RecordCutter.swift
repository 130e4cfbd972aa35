/// Cuts records that stand alone into fields, as the reader did that gave them (`RecordCopy.raw`).
package struct RecordCutter: Sendable {
  private let dialect: Dialect
  private let width: Int
  private var parser: RecordParser

  /// - Parameter width: how many fields a record has at the least; those that it lacks are empty.
  package init(dialect: Dialect, width: Int = 0) {
    self.dialect = dialect
    self.width = width
    // Whoever read the record kept to the limits; a sum of two such numbers is still one.
    parser = RecordParser(dialect: dialect, maxFieldBytes: .max / 4, maxRecordBytes: .max / 4, line: 1)
  }

  /// Copies the record in `bytes`, without its line end, and cuts it.
  ///
  /// - Parameter line: where it stands in its file.
  package mutating func cut(_ bytes: Span<UInt8>, line: Int, into copy: inout RecordCopy) {
    parser.startRecordAlone()
    guard let isRecord = try? parser.findRecord(in: bytes, isLast: true) else {
      preconditionFailure("a record that was read once is read again")
    }
    // Only a record of one empty cell is nothing.
    let fields = isRecord ? parser.fields : [Record.Field(start: 0, end: 0, form: .value)]
    copy.take(bytes, 0..<bytes.count, fields, dialect, line: line)
    copy.fill(to: width)
  }
}
