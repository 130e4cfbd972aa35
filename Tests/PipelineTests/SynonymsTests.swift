import CodeTables
import Foundation
import Pipeline
import Testing

/// Every header that the input contract names, and every other that the tables hold (input section 2).
@Suite("Synonyms of headers")
struct SynonymsTests {
  private static let mar: [(MARField, String)] = [
    (
      .encounterID,
      "encounter_id csn pat_enc_csn_id csn_id hsp_account_id har fin fin_nbr encntr_id visit_id visit_number account "
        + "account_number acct hadm_id stay_id hospitalization_id visit_occurrence_id encounter"
    ),
    (.patientID, "patient_id mrn pat_mrn_id pat_id person_id subject_id patient"),
    (.setting, "setting claim_type bill_type"), (.placeOfService, "pos place_of_service"),
    (.payer, "payer payor financial_class"),
    (
      .drug,
      "drug medication med_name medication_name display_name med_display_name simple_generic drug_name "
        + "product_description item description"
    ),
    (.hcpcs, "hcpcs hcpcs_code jcode drug_code"), (.drugClass, "drug_class class med_class"),
    (.route, "route admin_route med_route route_name routeadmin med_route_category"),
    (.technique, "technique method administration_type admin_method"),
    (.action, "action mar_action mar_action_name action_taken iv_event event_txt status_description"),
    (.site, "site iv_site access_site line line_name access vascular_access"), (.lumen, "lumen port_lumen lumen_name"),
    (.orderID, "order_id order_med_id orderid link_order_id med_order_id pharmacy_id rx_number"),
    (.bagID, "bag_id bag container_id dose_id"),
    (
      .start,
      "start start_time start_dt start_dttm taken_time time_action_taken admin_dttm admin_time charttime begin_time "
        + "infusion_start given_at"
    ),
    (.actionTime, "action_time"), (.startDate, "start_date"), (.stopDate, "stop_date end_date"),
    (.stop, "stop end_time stop_time end_dt endtime infusion_end infusion_stop"),
    (.duration, "duration_min duration mar_duration"), (.dose, "dose amount admin_dose dose_given"),
    (.doseUnit, "dose_unit unit amountuom"), (.volume, "volume_ml volume infused_volume"),
    (.rate, "rate_ml_h rate infusion_rate"), (.pushMinutes, "push_minutes"), (.purpose, "purpose reason indication"),
    (.primaryReason, "primary_reason primary main_reason"), (.secondSiteReason, "second_site_reason"),
    (.lesions, "lesions lesion_count"), (.opened, "opened amount_opened vial_total"), (.openedUnit, "opened_unit"),
    (.singleDose, "single_dose"), (.encounterStart, "encounter_start arrival admit_time"),
    (.encounterEnd, "encounter_end departure disch_time"), (.billedCode, "billed_code"),
    (.billedUnits, "billed_units"), (.billedModifiers, "billed_modifiers"),
  ]

  private static let charges: [(ChargeField, String)] = [
    (.encounterID, "encounter_id csn har fin hadm_id encounter"),
    (.code, "code cpt cpt_code hcpcs procedure_code proc_code charge_code billed_code"),
    (.units, "units qty quantity unit_count billed_units"), (.modifiers, "modifiers mod modifier"),
    (.modifier1, "modifier1 mod1"), (.modifier2, "modifier2 mod2"), (.modifier3, "modifier3 mod3"),
    (.modifier4, "modifier4 mod4"), (.serviceDate, "service_date dos date_of_service svc_date"),
    (.setting, "setting"), (.placeOfService, "pos"), (.amount, "amount charge_amount price"),
    (.lineID, "line_id charge_id transaction_id"), (.revenueCode, "revenue_code rev_code"),
    (.status, "status line_status"),
  ]

  /// The field whose column is the last one, in a file that has the needed ones besides.
  private func isFound<Field: IntakeField>(_ header: String, _ field: Field, _ synonyms: [Field: [String]]) throws
    -> Bool
  {
    let needed = Field.required.filter { $0 != field && Field.substitutes[$0]?.contains(field) != true }
    let cells = needed.map(\.rawValue) + [header]
    let map = try HeaderMap<Field>(
      file: "export.csv", candidates: [.init(line: 1, cells: cells)], mapping: FileMapping(), synonyms: synonyms)
    return map[field] == cells.count - 1 && map.columns.values.count { $0 == cells.count - 1 } == 1
  }

  @Test("Headers that the contract names are found, each as one field, however they are written")
  func contract() throws {
    let vocabulary = Vocabulary(words: try CodeTables.load().words)
    for spell in [{ $0 }, { $0.uppercased() }, { $0.replacing("_", with: " ").capitalized }] as [(String) -> String] {
      for (field, names) in Self.mar {
        for name in names.split(separator: " ").map({ spell(String($0)) }) {
          #expect(try isFound(name, field, vocabulary.marHeaders), "\(name) as \(field.rawValue)")
        }
      }
      for (field, names) in Self.charges {
        for name in names.split(separator: " ").map({ spell(String($0)) }) {
          #expect(try isFound(name, field, vocabulary.chargeHeaders), "\(name) as \(field.rawValue)")
        }
      }
    }
  }

  @Test("Every header of the tables is found, each as one field")
  func tables() throws {
    let vocabulary = Vocabulary(words: try CodeTables.load().words)
    for (field, names) in vocabulary.marHeaders {
      for name in names { #expect(try isFound(name, field, vocabulary.marHeaders), "\(name) as \(field.rawValue)") }
    }
    for (field, names) in vocabulary.chargeHeaders {
      for name in names { #expect(try isFound(name, field, vocabulary.chargeHeaders), "\(name) as \(field.rawValue)") }
    }
  }

  @Test(
    "Times that were planned or filed, remarks and post dates are no start, purpose or day of service",
    arguments: [
      "scheduled_time", "due_time", "mar_orig_due_tm", "filed_time", "store_time", "order_time", "ordering_date",
      "order_inst", "recorded_time", "entry_time", "verify_time", "comments", "comment", "mar_comments",
    ])
  func neverTaken(header: String) throws {
    let synonyms = Vocabulary(words: try CodeTables.load().words).marHeaders
    for field in [MARField.start, .startDate, .actionTime, .stop, .purpose] {
      #expect(synonyms[field]?.contains(Words.fold(header)) != true, "\(field.rawValue)")
    }
  }

  @Test("The day of posting is no day of service")
  func postDate() throws {
    let synonyms = Vocabulary(words: try CodeTables.load().words).chargeHeaders
    #expect(synonyms[.serviceDate]?.contains("postdate") == false)
  }
}
