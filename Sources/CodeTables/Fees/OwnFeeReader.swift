import Infusion

extension FeeSchedule {
  /// Reads an organisation's own schedule: CSV with the columns `code` and `amount`, and, where it has them, `setting`
  /// (empty for both), `effective_from` and `effective_to`.
  ///
  /// - Throws: when the file cannot be read, and where a row says no amount or two amounts for one day.
  package static func own(file path: String) throws(TableError) -> FeeSchedule {
    try own(name: path, bytes: try TableFolder.bytes(at: path))
  }

  static func own(name: String, bytes: [UInt8]) throws(TableError) -> FeeSchedule {
    let table = try TableFile(
      name: name, bytes: bytes, columns: ["code", "amount"], optional: ["setting", "effective_from", "effective_to"])
    guard !table.rows.isEmpty else { throw table.failure(.incomplete(what: "every amount")) }
    var entries: [ProcedureCode: [(entry: Entry, line: Int)]] = [:]
    for row in table.rows {
      let code = try row.code("code")
      let entry = try Entry(own: row)
      if let other = entries[code]?.first(where: { $0.entry.overlaps(entry) }) {
        throw row.failure("code", .contradiction("\(code) has an amount for the same days on line \(other.line)"))
      }
      entries[code, default: []].append((entry, row.line))
    }
    return FeeSchedule(entries: entries.mapValues { $0.map(\.entry) }, isOwn: true)
  }
}

extension FeeSchedule.Entry {
  fileprivate init(own row: TableRow) throws(TableError) {
    guard let amount = try row.amount("amount") else { throw row.failure("amount", .emptyCell) }
    fee = Fee(amount: amount, isPackaged: false, label: "own fee schedule", source: "\(row.file):\(row.line)")
    setting = try row.optionalChoice("setting")
    from = try row.date("effective_from")
    to = try row.date("effective_to")
    if let from, let to, to < from {
      throw row.failure("effective_to", .contradiction("it lies before effective_from"))
    }
  }

  fileprivate func overlaps(_ other: FeeSchedule.Entry) -> Bool {
    guard setting == other.setting else { return false }
    let startsInTime = from.map { start in other.to.map { start <= $0 } ?? true } ?? true
    let endsLateEnough = to.map { end in other.from.map { $0 <= end } ?? true } ?? true
    return startsInTime && endsLateEnough
  }
}
