import Infusion

/// The rows of the exports of one kind, one by one, from the first row of the first file to the last of the last.
struct ExportQueue<Field: IntakeField> {
  typealias Export = (table: ExportTable<Field>, form: ExportForm)

  private let role: RunSummary.InputFile.Role
  private var exports: [Export]
  /// The row to which `next` has moved.
  private(set) var row = IntakeRecord(source: SourceRow(file: 0, line: 0, row: 0))
  /// What was read of the files that are at their end.
  private(set) var inputs: [RunSummary.InputFile] = []

  /// - Parameter exports: in their order.
  init(_ role: RunSummary.InputFile.Role, _ exports: [Export]) { (self.role, self.exports) = (role, exports) }

  /// Bytes of all files, as stored, that were read so far.
  var bytesRead: Int {
    let current = inputs.count < exports.count ? exports[inputs.count].table.bytesRead() : 0
    return inputs.reduce(current) { $0 + $1.bytes }
  }

  /// Moves on to the next row, and says how it is taken; nil behind the last.
  mutating func next() throws(RunError) -> ExportForm? {
    while inputs.count < exports.count {
      let file = inputs.count
      if try exports[file].table.next(into: &row) { return exports[file].form }
      inputs.append(try exports[file].table.inputFile(role))
    }
    return nil
  }
}
