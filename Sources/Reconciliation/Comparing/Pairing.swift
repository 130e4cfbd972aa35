import Coding
import Infusion

extension Comparison {
  /// Pairs each code billed short with one billed over that may stand for it, same day before other days, the
  /// likeliest first; a line has one partner at most.
  mutating func pairSubstitutes(_ documentation: Documentation) {
    for candidate in candidates(documentation.roles).inOrder(by: <) {
      let (missing, surplus) = (lines[candidate.short], lines[candidate.long])
      guard missing.pair == nil, surplus.pair == nil else { continue }
      let because = documentation.reason(thatRecordSupports: missing, insteadOf: surplus)
      lines[candidate.short].pair = Substitute(surplus, suggestedBy: missing, because: because)
      lines[candidate.long].pair = Substitute(missing, suggestedBy: missing, because: because)
    }
  }

  private func candidates(_ roles: CodeRoles) -> [Candidate] {
    var candidates: [Candidate] = []
    for short in lines.indices where lines[short].status == .missing || lines[short].status == .unitsLow {
      for long in lines.indices where lines[long].status == .unsupported || lines[long].status == .unitsHigh {
        guard let rank = Substitutes.rank(lines[short].code, lines[long].code, roles: roles) else { continue }
        let otherDay = lines[short].date == lines[long].date ? 0 : 1
        candidates.append(Candidate(otherDay: otherDay, rank: rank, short: short, long: long))
      }
    }
    return candidates
  }
}

/// Two lines that may be one administration.
private struct Candidate: Comparable {
  let otherDay: Int
  let rank: Int
  let short: Int
  let long: Int

  static func < (left: Candidate, right: Candidate) -> Bool {
    (left.otherDay, left.rank, left.short, left.long) < (right.otherDay, right.rank, right.short, right.long)
  }
}

extension Substitute {
  fileprivate init(_ other: ComparedLine, suggestedBy missing: ComparedLine, because: String?) {
    self.init(
      code: other.code, identity: other.identity, units: abs(other.excess), isOneSided: other.isOneSided,
      charges: missing.charges, isBilled: other.excess > 0, because: because)
  }
}

extension Documentation {
  /// Why the one stands for the other where that is not plain: a second access site decides, or who supplies a pump.
  fileprivate func reason(thatRecordSupports missing: ComparedLine, insteadOf surplus: ComparedLine) -> String? {
    if missing.isDistinct, isInitialInfusion(missing.code), isConcurrent(surplus.code) {
      return "That is another access site, with an initial of its own, so nothing is concurrent there."
    }
    if surplus.isDistinct, isInitialInfusion(surplus.code), isConcurrent(missing.code) {
      return encounter.veinSites.count > 1
        ? "No reason for a second access site is documented, so it counts as concurrent."
        : "The record shows one access site, whatever its lumens, so it counts as concurrent."
    }
    if roles.startsHomePump(missing.code), roles.startsHomePump(surplus.code) {
      return "Who supplies the pump decides: policy pump_home_code says that for a whole run."
    }
    return nil
  }

  private func isInitialInfusion(_ code: ProcedureCode) -> Bool {
    roles.services(of: code).contains { $0.service == .infusionInitial }
  }

  private func isConcurrent(_ code: ProcedureCode) -> Bool {
    roles.services(of: code).contains { $0.service == .infusionConcurrent }
  }
}
