import Infusion

extension UnitLimits {
  /// Reads `YEAR/mue.csv`, and puts the tables as published beside it.
  convenience init(year: Int, in folder: TableFolder, published: [Edition]) throws(TableError) {
    let table = try folder.file(
      "\(year)/mue.csv", columns: ["code", "setting", "units", "mai", "effective", "source"])
    let rows = try table.keyed(by: "code") { (row) throws(TableError) in
      DatedKey(
        key: Key(code: try row.code("code"), setting: try row.choice("setting")),
        effective: try row.firstDay("effective"))
    }
    var limits: [Key: [UnitLimit]] = [:]
    for (dated, row) in rows { limits[dated.key, default: []].append(try UnitLimit(row, dated.effective)) }
    self.init(limits: limits, editions: published)
  }

  private struct DatedKey: Hashable, CustomStringConvertible {
    let key: Key
    let effective: CivilDate
    var description: String { "\(key) from \(effective)" }
  }
}

extension UnitLimit {
  fileprivate init(_ row: TableRow, _ effective: CivilDate) throws(TableError) {
    guard let units = Int(try row.text("units")), units >= 0 else {
      throw row.unknown("units", expected: "a whole number, not below 0")
    }
    guard let adjudication = Int(try row.text("mai")).flatMap(Adjudication.init(rawValue:)) else {
      throw row.unknown("mai", expected: "1, 2 or 3")
    }
    self.init(
      units: units, adjudication: adjudication, effectiveFrom: effective, source: try row.text("source"))
  }
}

extension TableRow {
  /// A date that must be there.
  func firstDay(_ column: String) throws(TableError) -> CivilDate {
    guard let date = try date(column) else { throw failure(column, .emptyCell) }
    return date
  }
}
