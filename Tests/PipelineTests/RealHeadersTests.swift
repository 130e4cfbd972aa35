import CodeTables
import Pipeline
import Testing

@Suite("Header lines of real systems, read with the bundled words")
struct RealHeadersTests {
  private func map(_ line: String) throws -> HeaderMap<MARField> {
    let tables = try CodeTables.load()
    return try HeaderMap(
      file: "mar.csv", candidates: [.init(line: 1, cells: line.split(separator: ",").map(String.init))],
      mapping: FileMapping(), synonyms: Vocabulary(words: tables.words).marHeaders)
  }

  @Test(
    "The columns of an export are found without a configuration",
    arguments: [
      (
        "CSN_ID,display_name,MEDICATION_ID,Thera_Class_c,pharm_class_c,ORDER_INST,TimeActionTaken,ActionTaken,"
          + "MAR_ORIG_DUE_TM,SCHEDULED_TIME,MedRoute,Dose,MedUnit,AdminSite,INFUSION_RATE,MAR_INF_RATE_UNIT,"
          + "mar_duration,MAR_DURATION_UNIT,MIN_DISCRETE_DOSE,MAX_DISCRETE_DOSE",
        [
          .encounterID: "CSN_ID", .drug: "display_name", .start: "TimeActionTaken", .action: "ActionTaken",
          .route: "MedRoute", .rate: "INFUSION_RATE", .rateUnit: "MAR_INF_RATE_UNIT", .duration: "mar_duration",
          .durationUnit: "MAR_DURATION_UNIT",
        ]
      ),
      (
        "pat_enc_csn_id,pat_id,order_med_id,SIMPLE_GENERIC,freq_name,THERA_CLASS,ROUTE,MED_DISPLAY_NAME,taken_time,sig,"
          + "DOSE_UNIT,infusion_rate,INFUSION_RATE_UNIT,MAR_ACTION,SITE,department_name",
        [
          .encounterID: "pat_enc_csn_id", .patientID: "pat_id", .orderID: "order_med_id", .route: "ROUTE",
          .start: "taken_time", .action: "MAR_ACTION", .rate: "infusion_rate", .rateUnit: "INFUSION_RATE_UNIT",
          .site: "SITE",
        ]
      ),
      (
        "MRN,CSN,OrderStatusDSC,MedicationDSC,DoseUnitDSC,DiscreteDoseAMT,PatientWeightBasedDoseFLG,MedicationTakenDTS,"
          + "MARActionDSC,RouteDSC,InfusionRateNBR,InfusionRateUnitDSC,DurationNBR,DurationUnitDSC",
        [
          .encounterID: "CSN", .patientID: "MRN", .drug: "MedicationDSC", .start: "MedicationTakenDTS",
          .action: "MARActionDSC", .route: "RouteDSC", .duration: "DurationNBR", .durationUnit: "DurationUnitDSC",
        ]
      ),
      (
        "ENCOUNTER_ID,EVENT_ID,EVENT_DATETIME,MEDICATION,MED_PRODUCT,DOSE,DOSE_UNIT,RATE,RATE_UNIT,IV_EVENT,ROUTE,"
          + "ORDER_ID,TEMPLATE_ORDER_ID",
        [
          .encounterID: "ENCOUNTER_ID", .actionTime: "EVENT_DATETIME", .drug: "MEDICATION", .action: "IV_EVENT",
          .route: "ROUTE", .orderID: "ORDER_ID",
        ]
      ),
      (
        "hospitalization_id,med_order_id,admin_dttm,med_name,med_category,med_route_category,med_dose,med_dose_unit,"
          + "mar_action_name,mar_action_category",
        [
          .encounterID: "hospitalization_id", .orderID: "med_order_id", .start: "admin_dttm", .drug: "med_name",
          .route: "med_route_category", .action: "mar_action_name",
        ]
      ),
      (
        "MEDADMINID,PATID,ENCOUNTERID,PRESCRIBINGID,MEDADMIN_START_DATE,MEDADMIN_START_TIME,MEDADMIN_STOP_DATE,"
          + "MEDADMIN_STOP_TIME,MEDADMIN_ROUTE,RAW_MEDADMIN_MED_NAME",
        [
          .encounterID: "ENCOUNTERID", .startDate: "MEDADMIN_START_DATE", .start: "MEDADMIN_START_TIME",
          .stopDate: "MEDADMIN_STOP_DATE", .stop: "MEDADMIN_STOP_TIME", .route: "MEDADMIN_ROUTE",
          .drug: "RAW_MEDADMIN_MED_NAME",
        ]
      ),
    ] as [(String, [MARField: String])])
  func found(line: String, fields: [MARField: String]) throws {
    let header = try map(line)
    for (field, name) in fields {
      #expect(header[field].map { header.headers[$0] } == name, "\(field.rawValue)")
    }
  }

  @Test("Scheduled and filed times are never the start")
  func scheduledTimes() throws {
    let header = try map("hadm_id,charttime,medication,route,event_txt,scheduletime,storetime")
    #expect(header[.start] == 1)
    #expect(header.passedOver.allSatisfy { $0.field != .start })
    #expect(throws: IntakeError.self) { _ = try map("hadm_id,medication,route,scheduletime,storetime") }
  }

  @Test("An export without routes is refused with a mapping to write")
  func noRoute() throws {
    let line =
      "subject_id,hadm_id,emar_id,emar_seq,poe_id,pharmacy_id,enter_provider_id,charttime,medication,event_txt,"
      + "scheduletime,storetime"
    do {
      _ = try map(line)
      Issue.record("not refused")
    } catch let error as IntakeError {
      guard case .noHeader(_, _, _, let missing, _) = error else { throw error }
      #expect(missing == ["route"])
    }
  }
}
