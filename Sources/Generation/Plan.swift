import Infusion

/// What is to be generated.
package struct Plan: Sendable {
  /// In which order the rows of the record stand.
  package enum Order: String, CaseIterable, Sendable {
    /// Those of an encounter together.
    case grouped
    case byTime = "by-time"
  }

  package var encounters: Int
  package var seed: UInt64 = 1
  package var style = RecordStyle.intervals
  package var order = Order.grouped
  package var firstDay: CivilDate
  /// Over how many days the encounters are spread.
  package var days = 90
  /// Of a thousand bills, how many have a mistake.
  package var errorsInThousand = 200
  package var isCompressed = false
  package var jobs = 1

  package init(encounters: Int, firstDay: CivilDate) {
    self.encounters = encounters
    self.firstDay = firstDay
  }

  /// The day of an encounter, by its place; days do not fall.
  func day(ofEncounter place: Int) -> CivilDate {
    CivilDate(daysSince1970: firstDay.daysSince1970 + Int32(place * days / max(encounters, 1)))
  }

  /// So many that nobody comes twice within three weeks, and everybody again in a long run.
  var patients: Int { max(encounters * 21 / days, encounters / 4, 1_000) }
}
