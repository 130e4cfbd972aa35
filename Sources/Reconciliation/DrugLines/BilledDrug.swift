import Coding
import Infusion

/// Billed lines of one drug code and day, reversals applied.
struct BilledDrug {
  let code: ProcedureCode
  /// Nil when nothing dates its lines.
  let date: CivilDate?
  /// The drug itself.
  private(set) var units = 0
  /// What was thrown away: lines with JW.
  private(set) var wastedUnits = 0
  /// Modifiers of the lines of the drug, sorted, and of those of its waste.
  private(set) var modifiers: [Modifier] = []
  private(set) var wasteModifiers: [Modifier] = []
  /// Sorted.
  private(set) var rows: [SourceRow] = []
  private(set) var wasteRows: [SourceRow] = []

  /// Whether a line says that nothing was thrown away.
  var saysNoWaste: Bool { (modifiers + wasteModifiers).contains(.noDrugWasted) }
  var isStanding: Bool { units > 0 || wastedUnits > 0 }
  var allRows: [SourceRow] { merged([rows, wasteRows]) }

  /// By day (none last), then code; only what stands.
  ///
  /// - Parameters:
  ///   - lines: of an encounter, in any order; lines that are not of drugs are passed over.
  ///   - days: days on which each code is documented; one alone dates a line without a date.
  static func all(
    in lines: [ChargeLine], days: [ProcedureCode: Set<CivilDate>], billing: DrugBilling
  ) -> [BilledDrug] {
    let onlyDay = Self.only(Set(lines.compactMap(\.serviceDate)).union(days.values.joined()))
    var groups: [Key: [ChargeLine]] = [:]
    for line in lines where billing.isDrug(line.code) {
      let date = line.serviceDate ?? Self.only(days[line.code] ?? []) ?? onlyDay
      groups[Key(date: date, code: line.code), default: []].append(line)
    }
    return groups.sorted { $0.key < $1.key }.map { BilledDrug($0.key, $0.value) }.filter(\.isStanding)
  }

  private init(_ key: Key, _ lines: [ChargeLine]) {
    code = key.code
    date = key.date
    let wasted = lines.filter { $0.modifiers.contains(.drugWasted) }
    let given = lines.filter { !$0.modifiers.contains(.drugWasted) }
    units = given.reduce(0) { $0 + $1.units }
    wastedUnits = wasted.reduce(0) { $0 + $1.units }
    // A line that was taken back says nothing any more.
    if units > 0 { modifiers = Self.standing(given) }
    if wastedUnits > 0 { wasteModifiers = Self.standing(wasted) }
    rows = given.map(\.source).sorted()
    wasteRows = wasted.map(\.source).sorted()
  }

  /// Modifiers whose lines do not net to nothing, sorted.
  private static func standing(_ lines: [ChargeLine]) -> [Modifier] {
    var units: [Modifier: Int] = [:]
    for line in lines { for modifier in Set(line.modifiers) { units[modifier, default: 0] += line.units } }
    return units.filter { $0.value > 0 }.keys.sorted()
  }

  private static func only(_ days: Set<CivilDate>) -> CivilDate? { days.count == 1 ? days.first : nil }

  private struct Key: Hashable, Comparable {
    let date: CivilDate?
    let code: ProcedureCode

    static func < (left: Key, right: Key) -> Bool {
      left.date == right.date ? left.code < right.code : isEarlier(left.date, right.date)
    }
  }
}
