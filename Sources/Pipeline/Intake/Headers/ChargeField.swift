/// A field of a charge export (input section 2).
package enum ChargeField: String, IntakeField {
  case encounterID = "encounter_id"
  case code
  case units
  case modifiers
  case modifier1
  case modifier2
  case modifier3
  case modifier4
  case serviceDate = "service_date"
  case setting
  case placeOfService = "pos"
  case amount
  case lineID = "line_id"
  case revenueCode = "revenue_code"
  case status

  package static let required: [ChargeField] = [.encounterID, .code]
  package static let substitutes: [ChargeField: [ChargeField]] = [:]
  package static let section = "charges"

  static let allModifiers: [ChargeField] = [.modifiers, .modifier1, .modifier2, .modifier3, .modifier4]
}
