import Infusion

/// What a physician may not bill from a hospital's rooms.
enum PhysicianInFacility {
  static let withheld = Rule(
    "ALG-18",
    "A physician's bill from a facility's place of service carries none of the barred administration codes; procedures that the physician performs stay.",
    evidence: "K")
  static let rules = [withheld]

  /// Takes the barred codes off the sheet.
  ///
  /// Example: 96365 from an office (11) stays, from a hospital's outpatient rooms (22) it goes; 96440 stays in both.
  static func withholdBarredCodes(on sheet: inout Worksheet) {
    let places = sheet.policy.facilityPlacesOfService ?? sheet.year.facilityPlacesOfService
    guard sheet.encounter.setting == .professional, places.contains(sheet.encounter.placeOfService)
    else { return }
    let rows = sheet.removeBarredServices()
    sheet.note(
      .physicianInFacility, [withheld], rows: rows, on: sheet.firstDate,
      "place of service \(sheet.encounter.placeOfService) is a facility, so giving drugs is the facility's to bill")
  }
}
