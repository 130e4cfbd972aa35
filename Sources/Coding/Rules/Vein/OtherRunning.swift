import Infusion

/// Something that ran beside the vein's infusions and pushes and shortens fluids too (coding-rules RD-08).
struct OtherRunning {
  let running: IntervalSet
  /// The logical site; nil for other ways in.
  let site: Int?
  let isBlood: Bool

  /// Drug infusions under the skin and into arteries.
  static func byOtherRoutes(_ givings: [Giving]) -> [OtherRunning] {
    let infusions = givings.filter { giving in
      !giving.isIntravenous && giving.row.drugClass != .hydration && giving.row.technique != .push
        && giving.row.technique != .injection
    }
    return infusions.map { OtherRunning(running: $0.running, site: nil, isBlood: false) }
  }

  /// Blood, clot dissolvers and antibodies with a documented start and stop, or pushed for documented minutes.
  static func specialProducts(_ givings: [Giving], places: ShortMap<String, Int>) -> [OtherRunning] {
    givings.compactMap { giving in
      guard let start = giving.row.start else { return nil }
      let isPush = giving.row.technique == .push
      let pushEnd = start.advanced(byMinutes: Techniques.pushMinutes(of: giving))
      guard let stop = isPush ? pushEnd : giving.row.stop else { return nil }
      let site = giving.isIntravenous ? giving.place(among: places) : nil
      return OtherRunning(
        running: IntervalSet(Interval(start, stop)), site: site, isBlood: giving.row.drugClass == .blood)
    }
  }
}
