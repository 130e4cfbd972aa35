import Infusion

extension CodePairs {
  /// Reads `YEAR/ncci.csv`, and puts the files as published beside it.
  convenience init(year: Int, in folder: TableFolder, published: PairList) throws(TableError) {
    let table = try folder.file(
      "\(year)/ncci.csv",
      columns: ["column1", "column2", "indicator", "setting", "effective", "deleted", "as_of", "source"])
    let rows = try table.keyed(by: "column1") { (row) throws(TableError) in try Key(row) }
    var list = PairList()
    for (key, row) in rows { try list.append(key, row) }
    list.finish()
    self.init(own: list, published: published)
  }

  fileprivate struct Key: Hashable, CustomStringConvertible {
    let column1: ProcedureCode
    let column2: ProcedureCode
    let setting: Setting
    let effective: CivilDate?
    var description: String { "\(column1) with \(column2) \(setting.rawValue)" }

    init(_ row: TableRow) throws(TableError) {
      column1 = try row.code("column1")
      column2 = try row.code("column2")
      setting = try row.choice("setting")
      effective = try row.date("effective")
    }
  }
}

extension PairList {
  fileprivate mutating func append(_ key: CodePairs.Key, _ row: TableRow) throws(TableError) {
    guard let packed = Self.key(key.column1, key.column2, key.setting) else {
      preconditionFailure("codes are checked when they are read")
    }
    guard let number = Int(try row.text("indicator")), let indicator = CodePair.Indicator(rawValue: number) else {
      throw row.unknown("indicator", expected: "0, 1 or 9")
    }
    let deleted = try row.date("deleted")
    if let effective = key.effective, let deleted, deleted < effective {
      throw row.failure("deleted", .contradiction("it lies before effective"))
    }
    let release = try row.firstDay("as_of")
    add(release: release, key.setting)
    append(
      Entry(
        key: packed, from: key.effective?.daysSince1970 ?? .min, to: deleted?.daysSince1970 ?? .max,
        release: release.daysSince1970, indicator: UInt8(indicator.rawValue),
        source: add(source: try row.text("source"))))
  }
}
