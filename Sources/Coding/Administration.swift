import Infusion

/// One giving of a drug into a vein: one or more rows, joined (coding-rules ALG-04).
struct Administration {
  /// Place of its first row in the encounter, the last tie-breaker.
  let index: Int
  let rows: [SourceRow]
  let drug: DrugKey
  let drugName: String
  /// `chemo`, `therapeutic` or `hydration`.
  let drugClass: DrugClass
  /// `infusion` or `push`.
  var technique: Technique
  var manner: PushManner
  let site: Int
  let siteNames: [String]
  /// Nil when the record holds no time.
  let start: ClockTime?
  /// The day that all its units carry (coding-rules DOS-01).
  let serviceDate: CivilDate
  /// When it ran; for a push its documented minutes from its start.
  var running: IntervalSet
  let facts: RowFacts
  /// What its rows document; nil when none does.
  var volumeMilliliters: ExactDecimal?
  /// An infusion that a reaction stopped before it was one, and that by choice stays one (coding-rules RD-20).
  var isCutShort = false
  var rules: [RuleID]

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
  var story: String {
    let name = capitalized(drugName)
    switch (technique, manner) {
    case (.infusion, _): return "\(name) ran \(running.clock) (\(minutes) min)\(place)"
    case (_, .shortInfusion):
      let when = minutes > 0 ? "ran \(running.clock) (\(minutes) min)" : "ran 0 min\(moment)"
      return "\(name) \(when)\(place), which counts as a push"
    case (_, .withoutStop): return "\(name) was hung\(moment)\(place) without a stop time, which counts as a push"
    case (_, .withoutStart): return "\(name) has no start time\(place), which counts as a push"
    default:
      let length = minutes > 0 ? " (\(minutes) min)" : ""
      return "\(name) was pushed\(moment)\(length)\(place)"
    }
  }

  private var moment: String { start.map { " at \($0.clock)" } ?? "" }
  private var place: String { siteNames.isEmpty ? "" : " at " + siteNames.joined(separator: "/") }
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
    guard let first = intervals.first else { return "" }
    if intervals.count == 1 { return Self.clock(of: first, after: first.start.date) }
    return intervals.map { Self.clock(of: $0, after: first.start.date) }.joined(separator: ", ")
  }

  private static func clock(of interval: Interval, after firstDate: CivilDate) -> String {
    let begin = interval.start.date == firstDate ? interval.start.clock : interval.start.description
    guard interval.start.date != interval.stop.date else { return begin + "-" + interval.stop.clock }
    return "\(begin) to \(interval.stop.clock) on \(interval.stop.date)"
  }
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
