import Infusion

/// A flush as the only service of a day.
enum PortFlush {
  static let soleService = Rule(
    "ALG-19",
    "A flush of a port or central line is reported only when it is all that happened on that date.", evidence: "D")
  static let disconnectVisit = Rule(
    "TIME-22", "A visit only to disconnect a pump is a port flush, and only when nothing else is billed.",
    evidence: "S38 U")
  static let rules = [soleService, disconnectVisit]

  /// Derives the port flushes; their rows need no other code.
  static func derive(from givings: inout [Giving], on sheet: inout Worksheet) {
    let firstDate = sheet.firstDate
    guard mayBeSole(among: givings, firstDate) else { return }
    let isFlush = givings.map(isCentralFlush)
    guard isFlush.contains(true) else { return }
    let flushes = zip(givings, isFlush).filter(\.1).map(\.0)
    var busyDates: Set<CivilDate> = []
    for (giving, isFlush) in zip(givings, isFlush) where !isFlush { busyDates.formUnion(dates(of: giving, firstDate)) }
    let byDate = Dictionary(grouping: flushes) { $0.date ?? firstDate }
    for (date, rows) in byDate.sorted(by: { $0.key < $1.key }) where !busyDates.contains(date) {
      guard !sheet.encounter.datesWithOtherServices.contains(date) else { continue }
      for index in givings.indices where (givings[index].date ?? firstDate) == date {
        givings[index].isBillable = false
      }
      sheet.add(
        .portFlush, .any, on: date, siteNames: uniqued(rows.compactMap(\.documentedSite)),
        rules: [soleService.id], rows: rows.map(\.source).sorted(),
        story: "The line was flushed and nothing else was done on \(date)")
      sheet.step(
        [disconnectVisit], rows: rows.map(\.source), "A flush after taking off a pump is reported in the same way")
    }
  }

  /// Whether a flush of any line has a day on which no other row begins; which line it was is looked at only then.
  private static func mayBeSole(among givings: [Giving], _ firstDate: CivilDate) -> Bool {
    let flushes = givings.filter(isFlush)
    guard !flushes.isEmpty else { return false }
    let begun = Set(givings.lazy.filter { !isFlush($0) }.map { $0.date ?? firstDate })
    return flushes.contains { !begun.contains($0.date ?? firstDate) }
  }

  private static func isFlush(_ giving: Giving) -> Bool {
    let facts = giving.row.facts
    return facts.contains(.portFlush) || facts.contains(.flush)
  }

  /// Every day that the row touches, to its stop as well as it is known.
  private static func dates(of giving: Giving, _ firstDate: CivilDate) -> [CivilDate] {
    guard let start = giving.row.start else { return [giving.date ?? firstDate] }
    let estimate = MissingTimes.estimatedMinutes(giving.row).map { start.advanced(byMinutes: $0) }
    guard let stop = giving.row.stop ?? estimate ?? giving.row.lastSeenRunning, stop > start else {
      return [start.date]
    }
    return DatesOfService.piecesByDay(Interval(start, stop)).map(\.start.date)
  }

  /// Whether it flushed a port or central line, as its purpose or the name of its site says; not after drawing blood.
  private static func isCentralFlush(_ giving: Giving) -> Bool {
    let facts = giving.row.facts
    guard !facts.contains(.bloodDraw) else { return false }
    return facts.contains(.portFlush) || (facts.contains(.flush) && namesCentralLine(giving.row.site ?? ""))
  }

  /// Whether the words name an implanted port or a central catheter.
  private static func namesCentralLine(_ site: String) -> Bool {
    let site = site.lowercased()
    // Bytes are letters where all of them are ASCII, as nearly everywhere.
    let words =
      site.utf8.allSatisfy { $0 < 0x80 }
      ? site.utf8.split { !(0x61...0x7A).contains($0) }.map { Substring($0) } : site.split { !$0.isLetter }
    return words.contains { word in
      word.hasSuffix("port") || word.hasSuffix("portacath") || centralLineWords.contains(String(word))
    }
  }

  private static let centralLineWords: Set<String> = [
    "picc", "central", "cvc", "cvl", "hickman", "broviac", "groshong", "permacath", "tunneled", "tunnelled",
    "portacath", "ij", "subclavian",
  ]
}
