import Infusion

/// Reads Medicare's amounts, `YEAR/fees.csv`, into one schedule.
struct FeeReader {
  private var entries: [ProcedureCode: [FeeSchedule.Entry]] = [:]

  /// - Parameter years: ascending; an amount holds from its year on until a later year has one.
  static func schedule(years: [Int], in folder: TableFolder) throws(TableError) -> FeeSchedule {
    var reader = FeeReader()
    for year in years { try reader.read(year, in: folder) }
    return FeeSchedule(entries: reader.entries, isOwn: false)
  }

  private mutating func read(_ year: Int, in folder: TableFolder) throws(TableError) {
    let table = try folder.file(
      "\(year)/fees.csv", columns: ["code", "professional", "facility", "packaged", "source"])
    let rows = try table.keyed(by: "code") { (row) throws(TableError) in try row.code("code") }
    for (code, row) in rows {
      let isPackaged = try row.flag("packaged")
      let facility = try row.amount("facility")
      guard !isPackaged || facility == .zero else {
        throw row.failure("facility", .contradiction("\(code) is packaged and has an amount other than 0"))
      }
      try add(code, .professional, try row.amount("professional"), isPackaged: false, year, row)
      try add(code, .facility, facility, isPackaged: isPackaged, year, row)
    }
  }

  private mutating func add(
    _ code: ProcedureCode, _ setting: Setting, _ amount: ExactDecimal?, isPackaged: Bool, _ year: Int, _ row: TableRow
  ) throws(TableError) {
    guard let amount else { return }
    let fee = Fee(
      amount: amount, isPackaged: isPackaged, label: "Medicare \(year) estimate", source: try row.text("source"))
    entries[code, default: []].append(
      FeeSchedule.Entry(fee: fee, setting: setting, from: CivilDate(year: year, month: 1, day: 1), to: nil))
  }
}

extension TableRow {
  /// An amount of money, not below zero; nil when the cell is empty.
  func amount(_ column: String) throws(TableError) -> ExactDecimal? {
    if self[column].isEmpty { return nil }
    guard let amount = ExactDecimal(self[column]), amount >= .zero else {
      throw unknown(column, expected: "an amount such as 57.90, without sign and separators")
    }
    return amount
  }
}
