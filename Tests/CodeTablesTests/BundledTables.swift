import Infusion

@testable import CodeTables

/// The bundled tables, loaded once for all tests.
let bundledTables = Result { try CodeTables.load() }

extension CodeTables {
  /// The tables of every year, ascending.
  var allYears: [YearTables] {
    years.compactMap { CivilDate(year: $0, month: 7, day: 1) }.map(tables(for:))
  }
}

func date(_ year: Int, _ month: Int, _ day: Int) -> CivilDate {
  guard let date = CivilDate(year: year, month: month, day: day) else { preconditionFailure("no such day") }
  return date
}
