/// A field of a medication administration record (input section 2).
package enum MARField: String, IntakeField {
  case encounterID = "encounter_id"
  case patientID = "patient_id"
  case setting
  case placeOfService = "pos"
  case payer
  case department
  case drug
  case hcpcs
  case drugClass = "drug_class"
  case route
  case technique
  case action
  case actionTime = "action_time"
  /// Beside an action, or without one: says whether the row was given at all, and nothing more.
  case status
  case site
  case lumen
  case orderID = "order_id"
  /// Names one entry of an event log, in all versions of it.
  case eventID = "event_id"
  /// When the entry was filed; never a start.
  case savedTime = "saved_time"
  case bagID = "bag_id"
  case start
  case startDate = "start_date"
  case stop
  case stopDate = "stop_date"
  case serviceDate = "service_date"
  case dueTime = "due_time"
  case lastSeenRunning = "last_seen_running"
  case duration = "duration_min"
  case durationUnit = "duration_unit"
  case dose
  case doseUnit = "dose_unit"
  case volume = "volume_ml"
  case rate = "rate_ml_h"
  case rateUnit = "rate_unit"
  case pushMinutes = "push_minutes"
  case purpose
  case primaryReason = "primary_reason"
  case secondSiteReason = "second_site_reason"
  case lesions
  case opened
  case openedUnit = "opened_unit"
  case singleDose = "single_dose"
  case encounterStart = "encounter_start"
  case encounterEnd = "encounter_end"
  case billedCode = "billed_code"
  case billedUnits = "billed_units"
  case billedModifiers = "billed_modifiers"

  package static let required: [MARField] = [.encounterID, .drug, .route, .start]
  package static let substitutes: [MARField: [MARField]] = [.start: [.startDate, .actionTime]]
  package static let section = "mar"
}
