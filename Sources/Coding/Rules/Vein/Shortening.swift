import Infusion

/// What takes minutes off fluids (coding-rules HYD-04, HYD-05), as far as the organisation's choices let it.
struct Shortening {
  private let drugs: [Administration]
  private let others: [OtherRunning]
  private let policy: Policy
  /// By site.
  private var taken: [Int: IntervalSet] = [:]

  /// - Parameter sites: those of the fluids.
  init(drugs: [Administration], others: [OtherRunning], policy: Policy, sites: Set<Int>) {
    self.drugs = drugs
    self.others = others
    self.policy = policy
    for site in sites {
      var intervals: [Interval] = []
      for drug in drugs where shortens(drug, at: site) { intervals += drug.running.intervals }
      for other in others where shortens(other, at: site) { intervals += other.running.intervals }
      taken[site] = IntervalSet(intervals)
    }
  }

  /// The minutes that do not count for fluids at a site.
  func minutes(at site: Int) -> IntervalSet { taken[site] ?? IntervalSet() }

  /// Drugs that shorten these runs.
  func drugs(beside runs: [Administration]) -> [Administration] {
    drugs.filter { drug in runs.contains { shortens(drug, at: $0.site) && overlap($0, drug.running) } }
  }

  /// Rules of the choices by which something does not shorten these runs.
  func choices(_ runs: [Administration]) -> [Rule] {
    let spared = drugs.filter { drug in runs.contains { !shortens(drug, at: $0.site) && overlap($0, drug.running) } }
    let sparedOthers = others.filter { other in
      runs.contains { !shortens(other, at: $0.site) && overlap($0, other.running) }
    }
    var rules: [Rule] = []
    if spared.contains(where: { $0.technique == .push }) { rules += policy.hydrationPushDeduct.cited }
    if sparedOthers.contains(where: \.isBlood) { rules += policy.hydrationWithBlood.cited }
    if !spared.isEmpty || !sparedOthers.isEmpty { rules += policy.hydrationOverlap.cited }
    return rules
  }

  private func shortens(_ drug: Administration, at site: Int) -> Bool {
    (policy.hydrationPushDeduct == .yes || drug.technique != .push)
      && (policy.hydrationOverlap == .anySite || drug.site == site)
  }

  private func shortens(_ other: OtherRunning, at site: Int) -> Bool {
    !(other.isBlood && policy.hydrationWithBlood == .counted)
      && (policy.hydrationOverlap == .anySite || other.site == site)
  }

  private func overlap(_ run: Administration, _ running: IntervalSet) -> Bool {
    run.running.overlaps(running)
  }
}
