import CodeTables
import Coding
import Infusion

extension CodeTables {
  /// The tables of the last year that there are.
  package var latestYear: CodingYear {
    // Any day of a year finds its tables.
    CivilDate(year: years[years.count - 1], month: 1, day: 1).map { year(for: $0) }
      ?? year(for: CivilDate(daysSince1970: 0))
  }

  var portFlushCode: ProcedureCode? { latestYear.codeBook.code(.portFlush, .any) }

  /// Whether a billed code has to do with giving drugs: of the code tables, now or once, or a drug's own (input IN-10).
  func isRelevant(_ code: ProcedureCode) -> Bool {
    if code.description.hasPrefix("J") || code.description.hasPrefix("Q") { return true }
    if formulary.products[code.description] != nil { return true }
    return years.contains { year in
      guard let day = CivilDate(year: year, month: 1, day: 1) else { return false }
      let tables = tables(for: day)
      return tables.codingYear.codeBook.entries[code] != nil || tables.deletedCodes[code] != nil
    }
  }
}
