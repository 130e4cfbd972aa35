import Infusion

/// What a comparison should find for one code of a visit, from what was supported and what was billed alone.
package struct Answer: Sendable {
  /// The words of the findings (output section 2).
  package enum Status: String, Sendable {
    case match, missing, unsupported
    case unitsLow = "units_low"
    case unitsHigh = "units_high"
    case modifier, date, review, check
  }

  /// Without a code it is a question about the visit.
  let key: BilledLine.Key
  let isDrug: Bool
  let supportedUnits: Int
  let billedUnits: Int
  let status: Status

  /// By day, then code.
  ///
  /// - Parameter day: of a question.
  static func all(of bill: Bill, codes: BillingCodes, isQuestion: Bool, day: CivilDate) -> [Answer] {
    let supported = units(of: bill.supported)
    var billed = units(of: bill.billed)
    var statuses: [BilledLine.Key: Status] = [:]
    settle(.modifier, supported, &billed, &statuses) { $0.code == $1.code && $0.date == $1.date }
    settle(.date, supported, &billed, &statuses) { $0.code == $1.code && $0.apart == $1.apart }
    for line in codes.orphans(of: bill.billed) where statuses[line.key] == nil { statuses[line.key] = .check }
    let answers = Set(supported.keys).union(billed.keys).sorted().map { key in
      let (right, posted) = (supported[key], billed[key])
      return Answer(
        key: key, isDrug: (right ?? posted)?.isDrug ?? false, supportedUnits: right?.units ?? 0,
        billedUnits: posted?.units ?? 0, status: difference(right, posted) ?? statuses[key] ?? .match)
    }
    return isQuestion ? asking(answers, day) : answers
  }

  /// Nil where the units agree.
  private static func difference(_ right: BilledLine?, _ posted: BilledLine?) -> Status? {
    guard let right else { return .unsupported }
    guard right.units != posted?.units else { return nil }
    guard let posted else { return .missing }
    return posted.units < right.units ? .unitsLow : .unitsHigh
  }

  /// What is too much may stand for what is open; where nothing is, the question stands by itself.
  private static func asking(_ answers: [Answer], _ day: CivilDate) -> [Answer] {
    let isSurplus = answers.map { !$0.isDrug && $0.billedUnits > $0.supportedUnits }
    guard isSurplus.contains(true) else {
      let key = BilledLine.Key(date: day, code: ProcedureCode(""), apart: [])
      return answers + [Answer(key: key, isDrug: false, supportedUnits: 0, billedUnits: 0, status: .review)]
    }
    return zip(answers, isSurplus).map { answer, isSurplus in
      isSurplus
        ? Answer(
          key: answer.key, isDrug: false, supportedUnits: answer.supportedUnits, billedUnits: answer.billedUnits,
          status: .review) : answer
    }
  }

  private static func units(of lines: [BilledLine]) -> [BilledLine.Key: BilledLine] {
    Dictionary(lines.map { ($0.key, $0) }) { first, second in
      var sum = first
      sum.units += second.units
      return sum
    }
  }

  /// Units that only stand on another line or day: what was supported takes the status, and the other line with it.
  private static func settle(
    _ status: Status, _ supported: [BilledLine.Key: BilledLine], _ billed: inout [BilledLine.Key: BilledLine],
    _ statuses: inout [BilledLine.Key: Status], _ belong: (BilledLine.Key, BilledLine.Key) -> Bool
  ) {
    for (key, right) in supported.sorted(by: { $0.key < $1.key }) where billed[key] == nil {
      let others = billed.filter { other in
        belong(other.key, key) && other.value.units - (supported[other.key]?.units ?? 0) == right.units
      }
      guard let other = others.first, others.count == 1 else { continue }
      billed[other.key] = supported[other.key]
      billed[key] = right
      statuses[key] = status
    }
  }
}
