import Infusion

/// Everything that the CMS files of an organisation's folder say, wider than the program's own excerpts.
///
/// Shape: unit limits of all codes; pairs of which one code at least is `known`, since millions of others can be no
/// finding of this program; the add-on edits of the newest list.
struct PublishedTables: Sendable {
  private(set) var limits: [UnitLimits.Edition] = []
  private(set) var pairs = PairList()
  private(set) var addOns = PublishedAddOns()
  private let known: Set<UInt32>

  /// - Parameter known: the codes of the program's tables.
  init(_ files: [PublishedFile], known: Set<ProcedureCode>) throws(TableError) {
    self.known = Set(known.compactMap { PairList.packed($0.description.utf8) })
    for file in files {
      switch file.layout {
      case .unitLimits(nil, _, _, _): continue
      case .unitLimits(let setting?, let code, let units, let adjudication):
        try addLimits(file, setting, code: code, units: units, adjudication: adjudication)
      case .pairs(let column1, let column2, let from, let to, let indicator):
        try addPairs(file, (column1, column2), from: from, to: to, indicator: indicator)
      case .addOns(let addOn, let parent, let kind, let from, let to):
        try addAddOns(file, addOn: addOn, parent: parent, kind: kind, from: from, to: to)
      }
    }
    pairs.finish()
  }

  private mutating func addLimits(
    _ file: PublishedFile, _ setting: Setting, code: Int, units: Int, adjudication: Int
  ) throws(TableError) {
    let first = try file.firstDay()
    guard !limits.contains(where: { $0.setting == setting && $0.effectiveFrom == first }) else {
      throw TableError(
        file: file.name, .contradiction("another file holds the unit limits of \(setting.rawValue) from \(first)"))
    }
    var edition = UnitLimits.Edition(setting: setting, effectiveFrom: first)
    try file.forEachRow { (row) throws(TableError) in
      guard let number = Int(row.text(units)), number >= 0 else {
        throw row.unknown(units, "MUE Values", expected: "a whole number, not below 0")
      }
      let limit = UnitLimit(
        units: number,
        adjudication: try row.number(adjudication, "MUE Adjudication Indicator", UnitLimit.Adjudication.self),
        effectiveFrom: first, source: file.name)
      guard edition.limits.updateValue(limit, forKey: try row.code(code, "HCPCS/CPT Code")) == nil else {
        throw row.unknown(code, "HCPCS/CPT Code", expected: "each code once")
      }
    }
    limits.append(edition)
  }

  private mutating func addPairs(
    _ file: PublishedFile, _ columns: (Int, Int), from: Int, to: Int, indicator: Int
  ) throws(TableError) {
    guard let setting = PublishedName(file.name).setting else {
      throw TableError(
        file: file.name,
        .published(
          reason: "the name does not tell whose pairs these are",
          remedy: "keep CMS's name, which starts with ccipra (practitioner) or ccioph (hospital)"))
    }
    let release = try file.firstDay()
    let source = pairs.add(source: file.name)
    pairs.add(release: release, setting)
    try file.forEachRow { (row) throws(TableError) in
      let (first, second) = (try row.packedCode(columns.0, "Column 1"), try row.packedCode(columns.1, "Column 2"))
      guard known.contains(first) || known.contains(second) else { return }
      let kind = try row.number(indicator, "Modifier", CodePair.Indicator.self)
      pairs.append(
        PairList.Entry(
          key: PairList.key(first, second, setting),
          from: try row.date(from, "Effective Date")?.daysSince1970 ?? .min,
          to: try row.date(to, "Deletion Date")?.daysSince1970 ?? .max, release: release.daysSince1970,
          indicator: UInt8(kind.rawValue), source: source))
    }
  }

  private mutating func addAddOns(
    _ file: PublishedFile, addOn: Int, parent: Int, kind: Int, from: Int?, to: Int?
  ) throws(TableError) {
    let release = try file.firstDay()
    if let newest = addOns.release, newest >= release { return }
    addOns = PublishedAddOns(release: release)
    try file.forEachRow { (row) throws(TableError) in
      // CCCCC stands for parents that the contractor lists.
      let isListed = row.text(parent).uppercased() != "CCCCC"
      addOns.edits.append(
        AddOnEdit(
          addOn: try row.code(addOn, "Add-On_Code"),
          parent: isListed ? try row.code(parent, "Primary_Code") : nil,
          kind: try row.number(kind, "AOC_Edit_Type", AddOnEdit.Kind.self),
          effectiveFrom: try row.date(from, "AOC_Edit_EffDT"), effectiveTo: try row.date(to, "AOC_Edit_DelDT"),
          source: file.name))
    }
  }
}
