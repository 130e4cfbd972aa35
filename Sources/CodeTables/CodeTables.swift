import Coding
import Infusion

// CodeTables reads the dated tables that rules, checks and intake work from: codes, thresholds, hierarchy, drugs, words,
// amounts, Medicare's edits. It checks them once, before any row is read, and knows nothing of the rows themselves.

/// All tables of the program, loaded and checked.
package struct CodeTables: Sendable {
  /// Ascending; never empty.
  package let years: [Int]
  package let formulary: Formulary
  package let words: Words
  /// An organisation's own amounts where it gave a file, else Medicare's.
  package let fees: FeeSchedule
  private let tables: [YearTables]
  private let edits: [EditTables]
  /// First day of each year.
  private let firstDays: [CivilDate]

  /// Loads every table.
  ///
  /// - Parameters:
  ///   - overrideFolder: an organisation's own folder; a file there replaces the bundled one of the same name, and
  ///     files as CMS publishes them each quarter (MUE, PTP pairs, add-on codes) are read beside the bundled excerpts.
  ///   - ownDrugs: the drugs of its configuration, which go before every table.
  ///   - feesFile: path of its own fee schedule.
  package static func load(
    overrideFolder: String? = nil, ownDrugs: [OwnDrug] = [], feesFile: String? = nil
  ) throws(TableError) -> CodeTables {
    try load(from: TableFolder(overrideFolder: overrideFolder), ownDrugs: ownDrugs, feesFile: feesFile)
  }

  static func load(
    from folder: TableFolder, ownDrugs: [OwnDrug] = [], feesFile: String? = nil
  ) throws(TableError) -> CodeTables {
    let publishedFiles = try folder.publishedFiles()
    let years = try folder.years()
    // Classes do not change with the date of service yet: the last year's limits hold.
    let thresholds = try ThresholdReader(year: years[years.count - 1], in: folder)
    // Of several that are missing, one that every service needs is named.
    _ = try thresholds.thresholds()
    let limits = try thresholds.classLimits()
    let (formulary, others) = try SideBySide.both(
      { () throws(TableError) in try Formulary(in: folder, limits: limits, ownDrugs: ownDrugs) },
      { () throws(TableError) in
        try BesideFormulary(years: years, in: folder, hasPublishedEdits: !publishedFiles.isEmpty)
      })
    var tables = others.tables
    let codes = DrugCodes(formulary)
    for place in tables.indices { tables[place].addDrugBilling(from: codes) }
    var edits = others.edits
    if edits == nil {
      let published = try PublishedTables(publishedFiles, known: knownCodes(tables, formulary))
      edits = try EditTables.all(years, in: folder, published: published)
    }
    return CodeTables(
      years: years, formulary: formulary, words: others.words,
      fees: try feesFile.map(FeeSchedule.own) ?? others.fees, tables: tables,
      edits: edits ?? [],
      firstDays: years.compactMap { CivilDate(year: $0, month: 1, day: 1) })
  }

  /// Tables that can be read while the formulary is.
  private struct BesideFormulary {
    let tables: [YearTables]
    let words: Words
    let fees: FeeSchedule
    /// Nil where published tables stand beside them: of those only what is known is kept, drugs too.
    let edits: [EditTables]?

    init(years: [Int], in folder: TableFolder, hasPublishedEdits: Bool) throws(TableError) {
      var tables: [YearTables] = []
      for year in years { tables.append(try YearTables(year: year, in: folder)) }
      try checkSameServices(tables)
      self.tables = tables
      edits = hasPublishedEdits ? nil : try EditTables.all(years, in: folder, published: PublishedTables([], known: []))
      fees = try FeeReader.schedule(years: years, in: folder)
      words = try Words(in: folder)
    }
  }

  /// What the rules take for services of this day: its own year's tables, or those of the nearest year.
  package func year(for date: CivilDate) -> CodingYear { tables(for: date).codingYear }

  /// The year whose tables hold for services of this day; asked of every encounter, it copies none of them.
  package func tableYear(for date: CivilDate) -> Int { years[place(of: date)] }

  /// All that the tables of that year say.
  package func tables(for date: CivilDate) -> YearTables { tables[place(of: date)] }

  /// Medicare's edits for services of this day.
  package func edits(for date: CivilDate) -> EditTables { edits[place(of: date)] }

  /// What is known of a code that is in force, or was, by the tables of a day; asked of every billed line, it copies no
  /// table.
  package func listing(of code: ProcedureCode, on date: CivilDate) -> CodeListing? {
    tables[place(of: date)].listings[code]
  }

  package func deletion(of code: ProcedureCode, on date: CivilDate) -> DeletedCode? {
    tables[place(of: date)].deletedCodes[code]
  }

  package func unitLimit(of code: ProcedureCode, _ setting: Setting, on date: CivilDate) -> UnitLimit? {
    edits[place(of: date)].unitLimits.limit(of: code, setting, on: date)
  }

  package func pair(
    _ column1: ProcedureCode, _ column2: ProcedureCode, _ setting: Setting, on date: CivilDate
  ) -> CodePair? {
    edits[place(of: date)].codePairs.pair(column1, column2, setting, on: date)
  }

  /// Whether a modifier lets both codes of a pair be paid on a day.
  package func setsApart(_ modifier: Modifier, on date: CivilDate) -> Bool {
    edits[place(of: date)].pairModifiers.contains(modifier)
  }

  private func place(of date: CivilDate) -> Int { firstDays.lastIndex { $0 <= date } ?? 0 }

  /// Whether there are tables of the very year of this day.
  package func covers(_ date: CivilDate) -> Bool { years.contains(date.year) }

  private static func knownCodes(_ tables: [YearTables], _ formulary: Formulary) -> Set<ProcedureCode> {
    let codes = tables.flatMap { Array($0.listings.keys) + Array($0.deletedCodes.keys) }
    return Set(codes + formulary.products.keys.map { ProcedureCode($0) })
  }

  private static func checkSameServices(_ tables: [YearTables]) throws(TableError) {
    guard let first = tables.first else { return }
    for other in tables.dropFirst() {
      let difference = other.serviceKeys.symmetricDifference(first.serviceKeys)
      let names = difference.map { "\($0.service.rawValue) \($0.serviceClass.rawValue)" }.sorted()
      guard let name = names.first else { continue }
      let (here, there) = (other.codingYear.year, first.codingYear.year)
      throw TableError(
        file: "\(here)/services.csv", .contradiction("\(name) is in the table of \(here) or of \(there), not in both"))
    }
  }
}
