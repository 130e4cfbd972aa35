import Coding
import Infusion

/// Billed lines of one date, code and set of identity modifiers, reversals applied (output section 2).
struct BilledNet: Hashable {
  let code: ProcedureCode
  /// Nil when no line of it has a date.
  var date: CivilDate?
  /// Modifiers that keep lines apart, sorted.
  let identity: [Modifier]
  /// The other modifiers of its lines, sorted; not judged.
  let others: [Modifier]
  /// Never 0; negative when more was reversed than billed.
  var units: Int
  /// Its lines, sorted.
  let rows: [SourceRow]

  var isDistinct: Bool { !identity.isEmpty }
  var modifiers: [Modifier] { (identity + others).sorted() }
}

/// What was billed for one encounter, added up.
struct Bill {
  /// Services, sorted by date (undated last), code, identity modifiers; the order of the input leaves no trace.
  private(set) var nets: [BilledNet] = []
  /// Lines that cancel each other and are gone.
  private(set) var nettedLines = 0
  /// Lines of goods, which are not compared with administrations.
  private(set) var goodsLines = 0

  /// - Parameter suggestedDates: days on which something is suggested; with the billed ones they may date lines
  ///   that have no date of their own.
  init(lines: [ChargeLine], suggestedDates: Set<CivilDate>, roles: CodeRoles) {
    let days = suggestedDates.union(lines.compactMap(\.serviceDate))
    let onlyDay = days.count == 1 ? days.first : nil
    var groups: [NetKey: [ChargeLine]] = [:]
    for line in lines {
      guard roles.isService(line.code) || roles.isDerivable(line.code) else {
        goodsLines += 1
        continue
      }
      groups[NetKey(line, onlyDay: onlyDay), default: []].append(line)
    }
    for (key, lines) in groups.sorted(by: { $0.key < $1.key }) {
      let units = lines.reduce(0) { $0 + $1.units }
      guard units != 0 else {
        nettedLines += lines.count
        continue
      }
      let others = Set(lines.flatMap(\.modifiers)).filter { !$0.marksDistinctService }
      nets.append(
        BilledNet(
          code: key.code, date: key.date, identity: key.identity, others: others.sorted(), units: units,
          rows: lines.map(\.source).sorted()))
    }
  }
}

/// What billed lines must share to be added up.
private struct NetKey: Hashable, Comparable {
  let date: CivilDate?
  let code: ProcedureCode
  let identity: [Modifier]

  init(_ line: ChargeLine, onlyDay: CivilDate?) {
    date = line.serviceDate ?? onlyDay
    code = line.code
    identity = Set(line.modifiers.filter(\.marksDistinctService)).sorted()
  }

  static func < (left: NetKey, right: NetKey) -> Bool {
    if left.date != right.date { return isEarlier(left.date, right.date) }
    if left.code != right.code { return left.code < right.code }
    return left.identity.lexicographicallyPrecedes(right.identity)
  }
}

/// Whether one day comes before another; no day comes last.
func isEarlier(_ left: CivilDate?, _ right: CivilDate?) -> Bool {
  guard let left else { return false }
  guard let right else { return true }
  return left < right
}
