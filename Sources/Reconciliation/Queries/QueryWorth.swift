import Coding
import Infusion

/// What the answer to a question is worth: what would be derived with it, less what is derived now.
struct QueryWorth {
  let coder: Coder
  let fees: FeeLookup?
  let encounter: Encounter
  let derivation: Derivation
  let earlier: EarlierDays

  /// Nil where it depends on the answer, and where a code has no amount.
  func worth(of missing: DocumentationQuery.MissingFact, _ notice: Notice) -> DocumentationQuery.Worth? {
    guard fees != nil else { return nil }
    switch notice.kind {
    case .noStopPush: return sum(gained(notice) { $0.runOneHour() }, .gain)
    case .stopEstimated, .startEstimated:
      return sum(gained(notice) { $0.forgetEstimate() }.map { $0.mapValues { -$0 } }, .atRisk)
    case .lesionCount: return sum(gained(notice) { $0.lesions = $0.lesions ?? 1 }, .gain)
    case .secondSiteNeedsReason: return sum(services(of: notice) { $0.isInitial }, .atRisk)
    case .hydrationNecessity: return sum(services(of: notice) { Service.hydrations.contains($0) }, .atRisk)
    default: return nil
    }
  }

  private struct Line: Hashable {
    let code: ProcedureCode
    let date: CivilDate
  }

  /// Units that would be derived besides if the rows of the notice were other than they are; fewer are negative.
  private func gained(_ notice: Notice, _ change: (inout MARRow) -> Void) -> [Line: Int]? {
    var changed = encounter
    for place in changed.rows.indices where notice.rows.contains(changed.rows[place].source) {
      change(&changed.rows[place])
    }
    var units: [Line: Int] = [:]
    for charge in coder.derivation(of: changed, earlier: earlier).charges {
      units[Line(code: charge.code, date: charge.serviceDate), default: 0] += charge.units
    }
    for charge in derivation.charges {
      units[Line(code: charge.code, date: charge.serviceDate), default: 0] -= charge.units
    }
    return units.filter { $0.value != 0 }
  }

  /// Units derived from the rows of the notice.
  private func services(of notice: Notice, _ isMeant: (Service) -> Bool) -> [Line: Int]? {
    let rows = Set(notice.rows)
    var units: [Line: Int] = [:]
    for service in derivation.services where isMeant(service.service) && !rows.isDisjoint(with: service.rows) {
      units[Line(code: service.code, date: service.serviceDate), default: 0] += service.units
    }
    return units.isEmpty ? nil : units
  }

  private func sum(_ units: [Line: Int]?, _ sense: DocumentationQuery.Worth.Sense) -> DocumentationQuery.Worth? {
    guard let units, let fees else { return nil }
    var amount = ExactDecimal.zero
    for (line, count) in units {
      guard let price = fees.price(of: line.code, encounter.setting, on: line.date) else { return nil }
      amount = amount + price.amount * count
    }
    return DocumentationQuery.Worth(amount: amount, sense: sense)
  }
}

extension MARRow {
  /// An infusion whose length nobody knows is reckoned at one hour: the first, and no further one.
  fileprivate mutating func runOneHour() {
    let hour = 60
    if let start {
      stop = start.advanced(byMinutes: hour)
    } else if let stop {
      start = stop.advanced(byMinutes: -hour)
    }
    pauses = []
  }

  /// What the nursing record tells of a missing time; the way of giving that it told stays.
  fileprivate mutating func forgetEstimate() {
    rateMillilitersPerHour = nil
    lastSeenRunning = nil
    if technique == .unknown { technique = .infusion }
  }
}
