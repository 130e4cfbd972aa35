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
    var tables: [YearTables] = []
    for year in years { tables.append(try YearTables(year: year, in: folder)) }
    try checkSameServices(tables)
    // Classes do not change with the date of service yet: the last year's limits hold.
    let limits = tables[tables.count - 1].classLimits
    let formulary = try Formulary(in: folder, limits: limits, ownDrugs: ownDrugs)
    let published = try PublishedTables(publishedFiles, known: knownCodes(tables, formulary))
    var edits: [EditTables] = []
    for year in years { edits.append(try EditTables(year: year, in: folder, published: published)) }
    let medicareFees = try FeeReader.schedule(years: years, in: folder)
    return CodeTables(
      years: years, formulary: formulary, words: try Words(in: folder),
      fees: try feesFile.map(FeeSchedule.own) ?? medicareFees, tables: tables, edits: edits)
  }

  /// What the rules take for services of this day: its own year's tables, or those of the nearest year.
  package func year(for date: CivilDate) -> CodingYear { tables(for: date).codingYear }

  /// All that the tables of that year say.
  package func tables(for date: CivilDate) -> YearTables { tables[place(of: date)] }

  /// Medicare's edits for services of this day.
  package func edits(for date: CivilDate) -> EditTables { edits[place(of: date)] }

  private func place(of date: CivilDate) -> Int { years.lastIndex { $0 <= date.year } ?? 0 }

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
