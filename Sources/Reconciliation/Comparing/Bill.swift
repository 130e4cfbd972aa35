import Coding
import Infusion

/// What was billed for one encounter, added up.
struct Bill {
  /// Services, sorted by date (undated last), code, identity modifiers; the order of the input leaves no trace.
  private(set) var nets: [BilledNet] = []
  /// Nets that are billed and not only reversed, in the order of the bill.
  private(set) var standing: [BilledNet] = []
  /// Of those, initial services of the vein.
  private(set) var initials: [BilledNet] = []
  /// What the codes that stand may stand for.
  private(set) var services = ServiceSet()
  /// Whether codes that stand are of services beside drug administration.
  private(set) var holdsNeighbours = false
  /// Nets of which nothing stands: billed and reversed, or billed with no units; in the same order.
  private(set) var reversed: [BilledNet] = []

  /// Drugs and supplies that stand, by date and code: not compared with administrations.
  private(set) var drugs: [BilledNet] = []

  /// - Parameter suggested: their days and the billed ones may date lines that have no date of their own.
  init(lines: [ChargeLine], suggested: [ExpectedCharge], roles: CodeRoles) {
    let onlyDay = Self.onlyDay(lines, suggested)
    var services: [KeyedLine] = []
    var goods: [KeyedLine] = []
    for place in lines.indices {
      let keyed = KeyedLine(lines[place], place, onlyDay: onlyDay, roles)
      if keyed.role.isService || roles.inactivity(keyed.key.code, keyed.key.date) != nil {
        services.append(keyed)
      } else {
        goods.append(keyed)
      }
    }
    drugs = Self.nets(goods, lines) { _ in nil }.filter { $0.units > 0 }
    let all = Self.nets(services, lines) { roles.inactivity($0.code, $0.date) }
    reversed = all.filter { $0.units == 0 }
    nets = reversed.isEmpty ? all : all.filter { $0.units != 0 }
    noteWhatStands()
  }

  /// The day on which anything is suggested or billed; nil when there are several, or none.
  private static func onlyDay(_ lines: [ChargeLine], _ suggested: [ExpectedCharge]) -> CivilDate? {
    guard lines.contains(where: { $0.serviceDate == nil }) else { return nil }
    let days = Set(suggested.map(\.serviceDate)).union(lines.compactMap(\.serviceDate))
    return days.count == 1 ? days.first : nil
  }

  /// Adds up the lines of each key.
  private static func nets(
    _ keyed: [KeyedLine], _ lines: [ChargeLine], inactivity: (NetKey) -> Inactivity?
  ) -> [BilledNet] {
    let sorted = keyed.inOrder { $0.key < $1.key }
    var nets: [BilledNet] = []
    nets.reserveCapacity(sorted.count)
    var start = 0
    while start < sorted.count {
      let key = sorted[start].key
      var end = start + 1
      while end < sorted.count, sorted[end].key == key { end += 1 }
      let ofKey = sorted[start..<end].map { lines[$0.place] }
      nets.append(BilledNet(key, ofKey, sorted[start].role, inactivity: inactivity(key)))
      start = end
    }
    return nets
  }

  private mutating func noteWhatStands() {
    standing = nets.contains { $0.units < 0 } ? nets.filter { $0.units > 0 } : nets
    services = standing.reduce(into: ServiceSet()) { $0.formUnion($1.role.services) }
    initials = standing.filter(\.role.isInitial)
    holdsNeighbours = standing.contains { !($0.role.kind?.isOfFamily ?? true) }
  }

  /// Puts in the place of nets what comparing left of them: dated.
  ///
  /// Units that it counted elsewhere come back to the line that they were taken from.
  mutating func settle(_ compared: [BilledNet], by comparison: Comparison) {
    guard compared.contains(where: { $0.date == nil }) else { return }
    var parts: [NetKey: BilledNet] = [:]
    for part in comparison.lines.flatMap(\.allBilled) {
      let key = NetKey(part)
      parts[key] = parts[key]?.with(part) ?? part
    }
    let settled = Set(compared.map { NetKey($0) })
    nets = (nets.filter { !settled.contains(NetKey($0)) } + parts.values).sorted(by: BilledNet.precedes)
    noteWhatStands()
  }
}

/// A billed line with what it is added up by.
private struct KeyedLine {
  let key: NetKey
  let role: CodeRole
  /// Place of the line in the bill.
  let place: Int

  init(_ line: ChargeLine, _ place: Int, onlyDay: CivilDate?, _ roles: CodeRoles) {
    key = NetKey(line, onlyDay: onlyDay)
    role = roles.role(of: line.code)
    self.place = place
  }
}

extension BilledNet {
  /// - Parameter lines: never empty.
  fileprivate convenience init(_ key: NetKey, _ lines: [ChargeLine], _ role: CodeRole, inactivity: Inactivity?) {
    self.init(
      code: key.code, role: role, date: key.date, identity: key.identity,
      others: distinctSorted(lines.flatMap(\.modifiers).filter { !$0.marksDistinctService }),
      units: lines.reduce(0) { $0 + $1.units }, mostOfALine: Self.mostOfALine(lines),
      rows: lines.count == 1 ? [lines[0].source] : lines.map(\.source).sorted(),
      everHadUnits: lines.contains { $0.units != 0 }, inactivity: inactivity)
  }

  private static func mostOfALine(_ lines: [ChargeLine]) -> Int {
    if lines.count == 1 { return lines[0].units }
    return Dictionary(grouping: lines) { Set($0.modifiers) }.values.map { $0.reduce(0) { $0 + $1.units } }.max() ?? 0
  }
}

extension BilledNet {
  /// The order of a bill: by date (undated last), code, identity modifiers.
  static func precedes(_ left: BilledNet, _ right: BilledNet) -> Bool { NetKey(left) < NetKey(right) }
}

/// What billed lines must share to be added up.
private struct NetKey: Hashable, Comparable {
  let date: CivilDate?
  let code: ProcedureCode
  let identity: [Modifier]

  init(_ line: ChargeLine, onlyDay: CivilDate?) {
    date = line.serviceDate ?? onlyDay
    code = line.code
    identity = line.modifiers.settingApart
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

extension [Modifier] {
  /// Those that set a line apart, each once, sorted.
  var settingApart: [Modifier] {
    contains(where: \.marksDistinctService) ? distinctSorted(filter(\.marksDistinctService)) : []
  }
}

/// Whether one day comes before another; no day comes last.
func isEarlier(_ left: CivilDate?, _ right: CivilDate?) -> Bool {
  guard let left else { return false }
  guard let right else { return true }
  return left < right
}
