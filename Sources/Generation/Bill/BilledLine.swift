import Infusion

/// What one day of a visit supports or bills of one code.
struct BilledLine: Sendable {
  /// What is told apart by comparing: drug waste and distinct services stand on lines of their own.
  struct Key: Hashable, Comparable {
    let date: CivilDate
    let code: ProcedureCode
    let apart: [Modifier]

    static func < (left: Key, right: Key) -> Bool {
      if left.date != right.date { return left.date < right.date }
      if left.code != right.code { return left.code < right.code }
      return left.apart.lexicographicallyPrecedes(right.apart)
    }
  }

  var date: CivilDate
  var code: ProcedureCode
  var modifiers: [Modifier]
  var units: Int
  /// Whether it bills the drug itself and not its giving.
  let isDrug: Bool

  static let wasted = Modifier("JW")
  static let nothingWasted = Modifier("JZ")

  var key: Key {
    Key(date: date, code: code, apart: modifiers.filter { $0.marksDistinctService || $0 == Self.wasted }.sorted())
  }
}

extension Visit {
  /// What it supports: first what giving earns, then the drugs; each code once a day.
  var supported: [BilledLine] {
    var lines: [BilledLine] = []
    for giving in givings {
      for earned in giving.supports {
        let line = BilledLine(
          date: date(of: giving.start), code: earned.code, modifiers: earned.modifiers, units: earned.units,
          isDrug: false)
        if let place = lines.firstIndex(where: { $0.key == line.key }) {
          lines[place].units += line.units
        } else {
          lines.append(line)
        }
      }
    }
    return lines + drugLines
  }

  /// Doses of a day and code added up and rounded up once; whole units that were opened and not given are waste
  /// (coding-rules DRUG-01 … DRUG-03).
  private var drugLines: [BilledLine] {
    var lines: [BilledLine] = []
    var amounts: [BilledLine.Key: ExactDecimal] = [:]
    for giving in givings where giving.isGiven {
      guard let code = giving.drug.code else { continue }
      let line = BilledLine(date: date(of: giving.start), code: code, modifiers: [], units: 0, isDrug: true)
      let given = (amounts[line.key] ?? .zero) + giving.drug.dose
      amounts[line.key] = given
      let place = lines.firstIndex { $0.key == line.key } ?? lines.count
      if place == lines.count { lines.append(line) }
      lines[place].units = given.ceilingQuotient(dividedBy: giving.drug.billingUnit) ?? 0
      guard let opened = giving.drug.opened else { continue }
      let wasted = (opened.floorQuotient(dividedBy: giving.drug.billingUnit) ?? 0) - lines[place].units
      if wasted > 0 {
        lines.append(
          BilledLine(date: line.date, code: code, modifiers: [BilledLine.wasted], units: wasted, isDrug: true))
      } else {
        lines[place].modifiers = [BilledLine.nothingWasted]
      }
    }
    return lines
  }
}
