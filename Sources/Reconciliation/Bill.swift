import Coding
import Infusion

/// What was billed for one encounter, added up.
struct Bill {
  /// Services, sorted by date (undated last), code, identity modifiers; the order of the input leaves no trace.
  private(set) var nets: [BilledNet] = []
  /// Nets of which nothing stands: billed and reversed, or billed with no units; in the same order.
  private(set) var reversed: [BilledNet] = []

  /// Drugs and supplies that stand, by date and code: not compared with administrations.
  private(set) var drugs: [BilledNet] = []

  /// Nets that are billed and not only reversed, in the order of the bill.
  var standing: [BilledNet] { nets.filter { $0.units > 0 } }

  /// Lines that cancel each other and are gone.
  var nettedLines: Int { reversed.reduce(0) { $0 + $1.rows.count } }

  /// - Parameter suggestedDates: days on which something is suggested; with the billed ones they may date lines
  ///   that have no date of their own.
  init(lines: [ChargeLine], suggestedDates: Set<CivilDate>, roles: CodeRoles) {
    let days = suggestedDates.union(lines.compactMap(\.serviceDate))
    let onlyDay = days.count == 1 ? days.first : nil
    var groups: [NetKey: [ChargeLine]] = [:]
    var goods: [NetKey: [ChargeLine]] = [:]
    for line in lines {
      let isService =
        roles.isService(line.code) || roles.inactivity(line.code, line.serviceDate ?? onlyDay) != nil
      let key = NetKey(line, onlyDay: onlyDay)
      if isService { groups[key, default: []].append(line) } else { goods[key, default: []].append(line) }
    }
    drugs = goods.sorted { $0.key < $1.key }.map { BilledNet($0, $1, inactivity: nil) }.filter { $0.units > 0 }
    for (key, lines) in groups.sorted(by: { $0.key < $1.key }) {
      let net = BilledNet(key, lines, inactivity: roles.inactivity(key.code, key.date))
      if net.units == 0 { reversed.append(net) } else { nets.append(net) }
    }
  }

  /// Puts in the place of nets what comparing left of them: dated, and reversals on other days applied.
  mutating func settle(_ compared: [BilledNet], by comparison: Comparison) {
    var parts: [NetKey: BilledNet] = [:]
    for part in comparison.lines.flatMap(\.allBilled) {
      let key = NetKey(part)
      if var net = parts[key] {
        net.units += part.units
        net.mostOfALine = max(net.mostOfALine, part.mostOfALine)
        net.rows = merged([net.rows, part.rows])
        parts[key] = net
      } else {
        parts[key] = part
      }
    }
    let others = Set(nets).subtracting(compared)
    nets = (Array(others) + parts.values).sorted { NetKey($0) < NetKey($1) }
  }
}

extension BilledNet {
  fileprivate init(_ key: NetKey, _ lines: [ChargeLine], inactivity: Inactivity?) {
    self.init(
      code: key.code, date: key.date, identity: key.identity,
      others: Set(lines.flatMap(\.modifiers)).filter { !$0.marksDistinctService }.sorted(),
      units: lines.reduce(0) { $0 + $1.units },
      mostOfALine: Dictionary(grouping: lines) { Set($0.modifiers) }.values.map { $0.reduce(0) { $0 + $1.units } }.max()
        ?? 0, rows: lines.map(\.source).sorted(),
      everHadUnits: lines.contains { $0.units != 0 }, inactivity: inactivity)
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

  init(_ net: BilledNet) {
    date = net.date
    code = net.code
    identity = net.identity
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
