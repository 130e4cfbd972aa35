import Infusion

/// Which rows count at all, and from when to when.
enum GivenRows {
  static let givenOnly = Rule(
    "ALG-01", "Only what was given counts: held, refused, returned and wasted doses support nothing.", evidence: "D")
  static let wholeMinutes = Rule(
    "ALG-02", "Times are cut to the minute; a stop before its start counts as no stop; pauses do not count.",
    evidence: "D")
  static let onlyInsideTheEncounter = Rule(
    "TIME-14", "What already runs on arrival counts from arrival, what still runs at departure counts to departure.",
    evidence: "K")
  static let outsideTheEncounter = Rule(
    "RD-07", "A row wholly before arrival or after departure is dropped.", evidence: "D")
  static let runningTimeOnly = Rule(
    "TIME-03", "Only running time counts: not line start, priming, flushes, observation, or keep-open between doses.",
    evidence: "S01 S33")
  static let noRounding = Rule(
    "TIME-04", "Minutes are whole, seconds dropped; an hour is earned at its minute (31, 91, 151), never by rounding.",
    evidence: "D")
  static let rules = [
    givenOnly, wholeMinutes, onlyInsideTheEncounter, outsideTheEncounter, runningTimeOnly, noRounding,
  ]

  /// The rows that were given on this encounter, with times inside it, in input order.
  static func givings(on sheet: inout Worksheet) -> [Giving] {
    var givings: [Giving] = []
    let rows = sheet.encounter.rows
    givings.reserveCapacity(rows.count)
    for index in rows.indices {
      guard rows[index].isGiven else {
        sheet.exclude(rows[index], .notGiven, givenOnly)
        continue
      }
      var giving = Giving(index: index, row: rows[index])
      orderTimes(of: &giving, on: &sheet)
      guard cutToEncounter(&giving, on: &sheet) else {
        sheet.exclude(rows[index], .outsideEncounter, outsideTheEncounter, onlyInsideTheEncounter)
        continue
      }
      givings.append(giving)
    }
    return givings
  }

  /// A stop before its start tells nothing and is not used.
  private static func orderTimes(of giving: inout Giving, on sheet: inout Worksheet) {
    guard let start = giving.row.start, let stop = giving.row.stop, stop < start else { return }
    sheet.note(
      .timeOrder, [wholeMinutes], rows: [giving.source], on: start.date,
      "\(capitalized(giving.row.drugName)) stops (\(stop)) before it starts (\(start)): the stop was not used")
    giving.row.stop = nil
  }

  /// False when nothing of the row lies inside the encounter.
  private static func cutToEncounter(_ giving: inout Giving, on sheet: inout Worksheet) -> Bool {
    guard let bounds = Bounds(of: sheet.encounter) else { return true }
    guard let begin = giving.row.start ?? giving.row.stop, let end = giving.row.stop ?? giving.row.start else {
      return true
    }
    // An infusion with one time missing is cut when the other is known: its volume and rate tell its minutes.
    let isOpen = giving.row.start == nil || giving.row.stop == nil
    if isOpen, giving.mayBeEstimated(sheet.thresholds) { return true }
    guard bounds.touch(from: begin, to: end) else { return false }
    cut(&giving, to: bounds, on: &sheet)
    return true
  }

  /// Arrival and departure; either may be open.
  struct Bounds {
    let arrival: ClockTime?
    let departure: ClockTime?

    /// Nil when the encounter has neither, or when it ends before it begins, which tells nothing.
    init?(of encounter: Encounter) {
      guard encounter.arrival != nil || encounter.departure != nil else { return nil }
      if let arrival = encounter.arrival, let departure = encounter.departure, departure < arrival { return nil }
      arrival = encounter.arrival
      departure = encounter.departure
    }

    /// Whether any of it lies inside; a moment on the border does.
    func touch(from begin: ClockTime, to end: ClockTime) -> Bool {
      if let arrival, end < arrival || (end == arrival && begin < arrival) { return false }
      if let departure, begin > departure || (begin == departure && end > departure) { return false }
      return true
    }
  }

  /// Cuts the times of a row, which touch the encounter, to it.
  static func cut(_ giving: inout Giving, to bounds: Bounds, on sheet: inout Worksheet) {
    let before = (giving.row.start, giving.row.stop)
    if let arrival = bounds.arrival { giving.row.start = giving.row.start.map { max($0, arrival) } }
    if let departure = bounds.departure { giving.row.stop = giving.row.stop.map { min($0, departure) } }
    guard before != (giving.row.start, giving.row.stop) else { return }
    giving.rules.append(onlyInsideTheEncounter.id)
    sheet.step(
      [onlyInsideTheEncounter, runningTimeOnly], rows: [giving.source],
      "\(capitalized(giving.row.drugName)) is counted only from arrival to departure")
  }
}
