import Infusion

/// Times that the clocks of a place skipped or showed twice.
enum ClockChanges {
  /// Says of each row with such a time what it was taken for; the reading itself is settled at intake (input IN-23).
  static func note(_ givings: [Giving], on sheet: inout Worksheet) {
    for giving in givings {
      let facts = giving.row.facts
      guard facts.contains(.clockSkipped) || facts.contains(.clockTwice) else { continue }
      let taken =
        facts.contains(.clockSkipped)
        ? "a time that the clocks skipped when they were put forward; it was taken by the clock before the change"
        : "a time that the clocks showed twice when they were put back; the first was taken unless order shows otherwise"
      sheet.note(
        .clockChange, [GivenRows.wholeMinutes], rows: [giving.source], on: giving.date,
        "\(capitalized(giving.row.drugName)) (\(times(of: giving.row))) has \(taken)")
    }
  }

  private static func times(of row: MARRow) -> String {
    [row.start, row.stop].compactMap { $0?.clock }.joined(separator: "-")
  }
}
