import Infusion

/// Gives billed units without a date the days on which their code is suggested and not yet billed, earliest first.
///
/// What is left over joins the first of those days; a code that is suggested on no day stays undated.
///
/// - Parameter suggested: lines of which nothing is billed yet.
func dated(_ billed: [BilledNet], by suggested: [ComparedLine]) -> [BilledNet] {
  guard billed.contains(where: { $0.date == nil }) else { return billed }
  var need = Dictionary(uniqueKeysWithValues: suggested.map { (CellKey($0), $0.suggestedUnits) })
  for net in billed where net.date != nil { need[CellKey(net)]? -= net.units }
  return billed.flatMap { net -> [BilledNet] in
    guard net.date == nil else { return [net] }
    let days = days(for: net, among: need.keys)
    guard let first = days.first else { return [net] }
    var parts: [BilledNet] = []
    var left = net.units
    for day in days where left > 0 {
      let units = min(left, max(0, need[day] ?? 0))
      need[day]? -= units
      left -= units
      if units > 0 { parts.append(net.part(units, on: day.date)) }
    }
    return left > 0 ? parts + [net.part(left, on: parts.first?.date ?? first.date)] : parts
  }
}

/// Where the code is suggested, earliest first; other identity modifiers only where there are none with its own.
private func days(for net: BilledNet, among keys: some Sequence<CellKey>) -> [CellKey] {
  let ofCode = keys.filter { $0.code == net.code }.sorted { isEarlier($0.date, $1.date) }
  let alike = ofCode.filter { $0.isDistinct == net.isDistinct }
  return alike.isEmpty ? ofCode : alike
}
