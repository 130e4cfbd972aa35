import CodeTables
import Coding
import Infusion
import Reconciliation

/// The engine as the properties use it: bundled tables, default policy.
enum Engine {
  private static let tables = Result { () throws(TableError) in try CodeTables.load(overrideFolder: nil) }
  private static let coder = Coder(tables: Engine.year)
  private static let explainingCoder = Coder(tables: Engine.year, explaining: true)

  static func derivation(of encounter: Encounter, explaining: Bool = false) -> Derivation {
    (explaining ? explainingCoder : coder).derivation(of: encounter)
  }

  /// The tables of a day; without them no property can be tried.
  static func year(for date: CivilDate) -> CodingYear {
    guard case .success(let tables) = tables else { preconditionFailure("the bundled tables cannot be read") }
    return tables.year(for: date)
  }

  static func year(of encounter: Encounter) -> CodingYear {
    year(for: encounter.times.min()?.date ?? RandomEncounter.firstDate)
  }

  /// What comparing comes to.
  static func findings(_ tried: Case, billed: [ChargeLine]) -> [Finding] {
    Reconciler(year: tried.year).findings(
      encounter: tried.encounter, derivation: tried.derivation, billed: billed
    ).findings
  }
}

extension Encounter {
  /// Every moment that the rows name.
  var times: [ClockTime] {
    rows.flatMap { [$0.start, $0.stop, $0.due].compactMap(\.self) }
  }
}
