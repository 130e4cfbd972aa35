import Infusion

/// One giving of a drug into a vein: one or more rows, joined (coding-rules ALG-04).
///
/// An object, since rules pass it on far more often than they see it differently.
final class Administration {
  /// Place of its first row in the encounter, the last tie-breaker.
  let index: Int
  let rows: [SourceRow]
  let drug: DrugKey
  let drugName: String
  /// `chemo`, `therapeutic` or `hydration`.
  let drugClass: DrugClass
  /// `infusion` or `push`.
  let technique: Technique
  let manner: PushManner
  let site: Int
  let siteNames: [String]
  /// Nil when the record holds no time.
  let start: ClockTime?
  /// The day that all its units carry (coding-rules DOS-01).
  let serviceDate: CivilDate
  /// When it ran; for a push its documented minutes from its start.
  let running: IntervalSet
  let facts: RowFacts
  /// What its rows document; nil when none does.
  let volumeMilliliters: ExactDecimal?
  /// An infusion that a reaction stopped before it was one, and that by choice stays one (coding-rules RD-20).
  let isCutShort: Bool
  let rules: [RuleID]

  /// - Parameter first: its earliest row, which gives it drug, class, technique and start.
  init(
    first: Giving, index: Int, rows: [SourceRow], drugName: String, site: Int, siteNames: [String],
    serviceDate: CivilDate, running: IntervalSet, facts: RowFacts, volumeMilliliters: ExactDecimal?, rules: [RuleID]
  ) {
    self.index = index
    self.rows = rows
    drug = first.row.drug
    self.drugName = drugName
    drugClass = first.row.drugClass == .hormonal ? .chemo : first.row.drugClass
    technique = first.row.technique
    manner = first.manner
    self.site = site
    self.siteNames = siteNames
    start = first.row.start
    self.serviceDate = serviceDate
    self.running = running
    self.facts = facts
    self.volumeMilliliters = volumeMilliliters
    isCutShort = false
    self.rules = rules
  }

  /// The same giving as a rule sees it; what is not named stays as it is.
  init(
    _ other: Administration, technique: Technique? = nil, manner: PushManner? = nil, running: IntervalSet? = nil,
    isCutShort: Bool? = nil, furtherRules: [RuleID] = []
  ) {
    index = other.index
    rows = other.rows
    drug = other.drug
    drugName = other.drugName
    drugClass = other.drugClass
    self.technique = technique ?? other.technique
    self.manner = manner ?? other.manner
    site = other.site
    siteNames = other.siteNames
    start = other.start
    serviceDate = other.serviceDate
    self.running = running ?? other.running
    facts = other.facts
    volumeMilliliters = other.volumeMilliliters
    self.isCutShort = isCutShort ?? other.isCutShort
    rules = furtherRules.isEmpty ? other.rules : other.rules + furtherRules
  }

  var minutes: Int { running.minutes }

  /// From the first drop to the last, pauses included.
  var span: Interval? {
    guard let first = running.intervals.first, let last = running.intervals.last else {
      return start.map { Interval($0, $0) }
    }
    return Interval(first.start, last.stop)
  }

  var serviceClass: ServiceClass { drugClass.serviceClass }
}

/// How a push came to be one.
enum PushManner {
  case documented
  /// An infusion that ran no longer than a push.
  case shortInfusion
  /// An infusion whose stop, or start, nobody wrote down.
  case withoutStop, withoutStart
}
