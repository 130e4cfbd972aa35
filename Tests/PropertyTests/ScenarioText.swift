import Coding
import Infusion

/// An encounter as the text of a scenario file (`Tests/Scenarios/README.md`).
///
/// The expectations are what the engine says now: whoever pastes the text puts them right.
enum ScenarioText {
  static func text(of tried: Case) -> String {
    let encounter = tried.encounter
    let day = firstDay(of: encounter)
    var lines = [
      "# Say in a line what this case shows.", "# Source: found by PropertyTests.", "",
      "setting: \(encounter.setting.rawValue)", "date: \(day)",
    ]
    if encounter.setting == .professional { lines.append("pos: \(encounter.placeOfService)") }
    if let arrival = encounter.arrival { lines.append("encounter_start: \(time(arrival, from: day))") }
    if let departure = encounter.departure { lines.append("encounter_end: \(time(departure, from: day))") }
    lines += ["", "given"] + table(given(encounter, from: day))
    lines += ["", "expect"] + table(expected(tried.derivation, from: day))
    lines += ["", "notices"] + table(notices(tried)) + ["", "excluded"] + table(excluded(tried))
    return lines.joined(separator: "\n")
  }

  private static func firstDay(of encounter: Encounter) -> CivilDate {
    let bounds = [encounter.arrival, encounter.departure].compactMap(\.self)
    return (encounter.times + bounds).map(\.date).min() ?? RandomEncounter.firstDate
  }

  /// `09:00`, or `+1T09:00` for the next day.
  private static func time(_ moment: ClockTime?, from day: CivilDate) -> String {
    guard let moment else { return "" }
    let days = moment.date.daysSince1970 - day.daysSince1970
    return days == 0 ? moment.clock : "+\(days)T\(moment.clock)"
  }

  private static func table(_ rows: [[String]]) -> [String] {
    let widths = (rows.first ?? []).indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
    return rows.map { row in
      let cells = zip(row, widths).map { $0 + String(repeating: " ", count: $1 - $0.count) }
      return "| " + cells.joined(separator: " | ") + " |"
    }
  }

  // MARK: What was given

  private static func given(_ encounter: Encounter, from day: CivilDate) -> [[String]] {
    [["drug", "class", "route", "technique", "site", "start", "stop", "more"]]
      + encounter.rows.map { row in
        [
          row.drug.description, row.drugClass.rawValue, row.route.rawValue, row.technique.rawValue, row.site ?? "",
          time(row.start, from: day), time(row.stop, from: day), details(row, from: day).joined(separator: " "),
        ]
      }
  }

  private static func details(_ row: MARRow, from day: CivilDate) -> [String] {
    var details: [String] = row.isGiven ? [] : ["status=held"]
    if let bag = row.bag { details.append("bag=\(bag)") }
    if let minutes = row.pushMinutes { details.append("push_minutes=\(minutes)") }
    if let volume = row.volumeMilliliters { details.append("volume=\(volume)") }
    if let rate = row.rateMillilitersPerHour { details.append("rate=\(rate)") }
    if let seen = row.lastSeenRunning { details.append("last_seen=\(time(seen, from: day))") }
    if let due = row.due { details.append("due=\(time(due, from: day))") }
    if let lesions = row.lesions { details.append("lesions=\(lesions)") }
    if let family = row.family { details.append("family=\(family.rawValue)") }
    let pauses = row.pauses.map { "\(time($0.start, from: day))-\(time($0.stop, from: day))" }
    if !pauses.isEmpty { details.append("pauses=" + pauses.joined(separator: ",")) }
    return details + facts.filter { row.facts.contains($0.fact) }.map(\.name)
  }

  private static let facts: [(fact: RowFacts, name: String)] = [
    (.flush, "flush"), (.portFlush, "port_flush"), (.keepOpen, "kvo"), (.vehicle, "vehicle"),
    (.procedureIntegral, "procedure_integral"), (.protocolIntegral, "protocol_integral"),
    (.deficiency, "deficiency"), (.secondSiteJustified, "second_site_justified"),
    (.primaryReason, "primary_reason"), (.indicationDocumented, "indication_documented"),
    (.catheterClearance, "catheter_clearance"), (.stroke, "stroke"), (.coronary, "coronary"),
    (.counselling, "counselling"), (.secondPump, "second_pump"), (.discontinued, "discontinued"),
    (.implantedPump, "implanted"), (.reservoir, "reservoir"), (.noReservoir, "no_reservoir"),
    (.punctureByAnother, "puncture_by_another"), (.patientControlled, "patient_controlled"),
    (.classDefaulted, "class_defaulted"), (.complexityToDocument, "complexity_doc"), (.bloodDraw, "blood_draw"),
    (.medicare, "payer=medicare"),
  ]

  // MARK: What the engine says

  private static func expected(_ derivation: Derivation, from day: CivilDate) -> [[String]] {
    [["code", "units", "modifiers", "date", "because"]]
      + derivation.charges.map { charge in
        let days = charge.serviceDate.daysSince1970 - day.daysSince1970
        return [
          charge.code.description, "\(charge.units)",
          charge.modifiers.map(\.description).joined(separator: " "), days == 0 ? "" : "+\(days)", "",
        ]
      }
  }

  private static func notices(_ tried: Case) -> [[String]] {
    [["key", "rows", "because"]]
      + tried.derivation.notices.map { notice in
        [notice.kind.rawValue, notice.rows.map { place(of: $0, in: tried) }.joined(separator: " "), ""]
      }
  }

  private static func excluded(_ tried: Case) -> [[String]] {
    [["row", "reason", "because"]]
      + tried.derivation.excluded.map { [place(of: $0.row, in: tried), $0.reason.rawValue, ""] }
  }

  /// Rows of a scenario are numbered from 1, also when shrinking has dropped some.
  private static func place(of source: SourceRow, in tried: Case) -> String {
    let place = tried.encounter.rows.firstIndex { $0.source == source }
    return place.map { "\($0 + 1)" } ?? "?"
  }
}
