import Infusion

/// The settings above a `given` table; they hold until the file says otherwise.
struct ScenarioHeader {
  /// The day that times and service dates without a day belong to.
  private(set) var date = CivilDate(daysSince1970: 0)
  private var isDated = false
  private var encounterID = "E1"
  private var setting: Setting?
  private var placeOfService: String?
  private var patient: String?
  private var arrival: ClockTime?
  private var departure: ClockTime?
  private var otherServices: Set<CivilDate> = []

  mutating func set(_ name: String, to value: Substring) throws(ScenarioError.Problem) {
    switch name {
    case "encounter": startEncounter(String(value))
    case "date":
      date = try ScenarioTime.date(value, relativeTo: date)
      isDated = true
    case "setting":
      guard let known = Setting(rawValue: String(value)) else { throw .badValue(field: name, value: String(value)) }
      setting = known
    case "pos": placeOfService = String(value)
    case "patient": patient = String(value)
    case "encounter_start", "encounter_end":
      guard isDated else { throw .outOfPlace(name) }
      let time = try ScenarioTime.time(value, on: date)
      if name == "encounter_start" { arrival = time } else { departure = time }
    case "other_services":
      for day in value.split(separator: " ") { otherServices.insert(try ScenarioTime.date(day, relativeTo: date)) }
    default: throw .unknownSetting(name: name)
    }
  }

  /// The encounter that the settings describe, without rows.
  func encounter() throws(ScenarioError.Problem) -> Encounter {
    guard let setting else { throw .missing("setting") }
    guard isDated else { throw .missing("date") }
    var encounter = Encounter(id: encounterID, setting: setting, placeOfService: placeOfService, patientID: patient)
    encounter.arrival = arrival
    encounter.departure = departure
    encounter.datesWithOtherServices = otherServices
    return encounter
  }

  /// Setting, date, place of service and patient stay; what belongs to one visit does not.
  private mutating func startEncounter(_ id: String) {
    encounterID = id
    arrival = nil
    departure = nil
    otherServices = []
  }
}
