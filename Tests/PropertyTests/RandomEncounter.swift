import Infusion
import TestSupport

/// Encounters as hospitals might record them, with more of what is difficult than is usual.
enum RandomEncounter {
  /// The first of 300 days on which encounters begin, so that all fall into one table year.
  static let firstDate = CivilDate(daysSince1970: 20_458)

  /// What kind of day it was: which drugs are on the record.
  private static let kinds: [[RandomDrug]] = [
    RandomDrug.therapeutic + RandomDrug.fluids,
    RandomDrug.therapeutic + RandomDrug.fluids,
    RandomDrug.therapeutic + RandomDrug.chemo + RandomDrug.fluids,
    RandomDrug.therapeutic + RandomDrug.chemo + RandomDrug.fluids + RandomDrug.others,
    RandomDrug.others + RandomDrug.fluids,
  ]

  static func encounter(from draw: inout Draw) -> Encounter {
    let isFacility = draw.chance(65)
    let placeOfService = draw.chance(10) ? "22" : "11"
    var encounter = Encounter(
      id: "E1", setting: isFacility ? .facility : .professional, placeOfService: isFacility ? nil : placeOfService)
    let date = CivilDate(daysSince1970: firstDate.daysSince1970 + Int32(draw.number(0...299)))
    var record = RandomRow(date: date, isTidy: draw.chance(40), sites: draw.pick(RandomRow.lines))
    let drugs = draw.pick(kinds)
    for number in 1...draw.number(1...9) {
      encounter.rows.append(record.row(number: number, of: draw.pick(drugs), from: &draw))
    }
    if draw.chance(20) { encounter.arrival = ClockTime(date, minuteOfDay: draw.number(360...660)) }
    if draw.chance(20) { encounter.departure = ClockTime(date, minuteOfDay: draw.number(660...2_400)) }
    return encounter
  }
}
