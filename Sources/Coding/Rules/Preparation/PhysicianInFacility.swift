import Infusion

/// What a physician may not bill from a hospital's rooms.
enum PhysicianInFacility {
  static let withheld = Rule(
    "ALG-18",
    "A physician's bill from a facility's place of service carries none of the barred administration codes; procedures that the physician performs stay.",
    evidence: "K")
  static let rules = [withheld]

  static func withholdBarredCodes(on sheet: inout Worksheet) {
    guard sheet.encounter.setting == .professional,
      sheet.year.facilityPlacesOfService.contains(sheet.encounter.placeOfService)
    else { return }
    sheet.withholdsBarredCodes = true
    sheet.note(
      .physicianInFacility, [withheld], rows: [], on: sheet.firstDate,
      "Place of service \(sheet.encounter.placeOfService) is a facility: drug administration is the facility's to bill")
  }
}
