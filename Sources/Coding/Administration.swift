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
  let site: Int
  let siteNames: [String]
  /// Nil when the record holds no time.
  let start: ClockTime?
  /// The day that all its units carry (coding-rules DOS-01).
  let serviceDate: CivilDate
  /// When it ran; for a push its documented minutes from its start.
  var running: IntervalSet
  let facts: RowFacts
  var rules: [RuleID]

  var minutes: Int { running.minutes }

  /// From the first drop to the last, pauses included.
  var span: Interval? {
    guard let first = running.intervals.first, let last = running.intervals.last else {
      return start.map { Interval($0, $0) }
    }
    return Interval(first.start, last.stop)
  }

  var serviceClass: ServiceClass {
    switch drugClass {
    case .chemo: .chemo
    case .hydration: .hydration
    default: .therapeutic
    }
  }

  /// "Vancomycin ran 09:00-10:31 (91 min) at PIV L AC": who reads it knows the chart.
  var story: String {
    let place = siteNames.isEmpty ? "" : " at " + siteNames.joined(separator: "/")
    switch technique {
    case .infusion: return "\(capitalized(drugName)) ran \(running.clock) (\(minutes) min)\(place)"
    default:
      let when = start.map { " at \($0.clock)" } ?? ""
      let length = minutes > 0 ? " (\(minutes) min)" : ""
      return "\(capitalized(drugName)) was pushed\(when)\(length)\(place)"
    }
  }
}

extension IntervalSet {
  /// "09:00-09:30, 09:40-10:10"; a stop on a later day carries its date.
  var clock: String {
    intervals.map { interval in
      let sameDay = interval.start.date == interval.stop.date
      return "\(interval.start.clock)-\(sameDay ? interval.stop.clock : interval.stop.description)"
    }.joined(separator: ", ")
  }
}

/// The text with its first letter in upper case.
func capitalized(_ text: String) -> String {
  text.prefix(1).uppercased() + text.dropFirst()
}
