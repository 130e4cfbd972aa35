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

  /// "Vancomycin ran 09:00-10:31 (91 min) at PIV L AC": who reads it knows the chart.
  var story: String { story(andThen: "") }

  /// The story, and behind a colon what became of it.
  ///
  /// Each service has one: its parts go into one text that is long enough from the start.
  func story(andThen ending: String) -> String {
    var story: [UInt8] = []
    story.reserveCapacity(112 + drugName.utf8.count + ending.utf8.count)
    addCapitalized(drugName, to: &story)
    switch (technique, manner) {
    case (.infusion, _):
      addRun(to: &story)
      addPlace(to: &story)
    case (_, .shortInfusion):
      addRun(to: &story)
      addPlace(to: &story)
      story += ", which counts as a push".utf8
    case (_, .withoutStop):
      story += " was hung".utf8
      addMoment(to: &story)
      addPlace(to: &story)
      story += " without a stop time, which counts as a push".utf8
    case (_, .withoutStart):
      story += " has no start time".utf8
      addPlace(to: &story)
      story += ", which counts as a push".utf8
    default:
      story += " was pushed".utf8
      addMoment(to: &story)
      if minutes > 0 { addMinutes(to: &story) }
      addPlace(to: &story)
    }
    if !ending.isEmpty {
      story += ": ".utf8
      story += ending.utf8
    }
    return String(decoding: story, as: UTF8.self)
  }

  private func addRun(to story: inout [UInt8]) {
    guard minutes > 0 || technique == .infusion else {
      story += " ran 0 min".utf8
      return addMoment(to: &story)
    }
    story += " ran ".utf8
    running.addClock(to: &story)
    addMinutes(to: &story)
  }

  private func addMinutes(to story: inout [UInt8]) {
    story += " (".utf8
    story.append(decimal: minutes)
    story += " min)".utf8
  }

  private func addMoment(to story: inout [UInt8]) {
    guard let start else { return }
    story += " at ".utf8
    start.writeClock(to: &story)
  }

  private func addPlace(to story: inout [UInt8]) {
    for (place, name) in siteNames.enumerated() {
      story += (place == 0 ? " at " : "/").utf8
      story += name.utf8
    }
  }
}

/// How a push came to be one.
enum PushManner {
  case documented
  /// An infusion that ran no longer than a push.
  case shortInfusion
  /// An infusion whose stop, or start, nobody wrote down.
  case withoutStop, withoutStart
}

extension IntervalSet {
  /// "09:00-09:30, 09:40-10:10"; what begins or ends on another day than the first piece carries its date.
  var clock: String {
    var clock: [UInt8] = []
    addClock(to: &clock)
    return String(decoding: clock, as: UTF8.self)
  }

  func addClock(to text: inout [UInt8]) {
    for (place, interval) in intervals.enumerated() {
      if place > 0 { text += ", ".utf8 }
      Self.add(interval, after: intervals[0].start.date, to: &text)
    }
  }

  private static func add(_ interval: Interval, after firstDate: CivilDate, to text: inout [UInt8]) {
    let (startDate, stopDate) = (interval.start.date, interval.stop.date)
    if startDate != firstDate {
      startDate.write(to: &text)
      text += " ".utf8
    }
    interval.start.writeClock(to: &text)
    text += (startDate == stopDate ? "-" : " to ").utf8
    interval.stop.writeClock(to: &text)
    guard startDate != stopDate else { return }
    text += " on ".utf8
    stopDate.write(to: &text)
  }
}

/// Appends the text with its first letter in upper case.
private func addCapitalized(_ text: String, to story: inout [UInt8]) {
  let start = story.count
  story += text.utf8
  guard story.count > start + 1, story[start] < 0x80, story[start + 1] < 0x80 else {
    return story.replaceSubrange(start..., with: capitalized(text).utf8)
  }
  // A letter of ASCII stands alone where another one follows: nothing is put upon it.
  if (0x61...0x7A).contains(story[start]) { story[start] &= 0xDF }
}

/// The text with its first letter in upper case.
func capitalized(_ text: String) -> String {
  let letters = text.utf8
  guard let first = letters.first, first >= 0x80 || (0x61...0x7A).contains(first) else { return text }
  let rest = letters.dropFirst()
  // A letter of ASCII stands alone where another one follows: nothing is put upon it.
  if first < 0x80, let second = rest.first, second < 0x80 {
    return String(Unicode.Scalar(first & 0xDF)) + Substring(rest)
  }
  return text.prefix(1).uppercased() + text.dropFirst()
}
