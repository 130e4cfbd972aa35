import Coding
import Infusion
import Pipeline
import Testing

/// Event logs as systems export them, read without a configuration; the facts are always 09:00 to 10:31 by two events.
@Suite("Event logs of several systems")
struct EventDialectTests {
  private struct Export: Sendable {
    let system: String
    let header: String
    let begin: String
    let end: String
  }

  private static let exports = [
    Export(
      system: "Epic, by order",
      header: "pat_enc_csn_id,pat_id,order_med_id,SIMPLE_GENERIC,ROUTE,MED_DISPLAY_NAME,taken_time,sig,DOSE_UNIT,"
        + "infusion_rate,INFUSION_RATE_UNIT,MAR_ACTION,SITE",
      begin: "1,P,77,VANCOMYCIN,Intravenous,VANCOMYCIN 1 G IVPB,1/5/2026 9:00 AM,1000,mg,250,mL/hr,New Bag,",
      end: "1,P,77,VANCOMYCIN,Intravenous,VANCOMYCIN 1 G IVPB,1/5/2026 10:31 AM,,,0,mL/hr,Stopped,"),
    Export(
      system: "Epic, with the length that was ordered",
      header: "CSN_ID,display_name,TimeActionTaken,ActionTaken,SCHEDULED_TIME,MedRoute,Dose,MedUnit,INFUSION_RATE,"
        + "MAR_INF_RATE_UNIT,mar_duration,MAR_DURATION_UNIT",
      begin: "1,vancomycin,2026-01-05 09:00,New Bag,2026-01-05 08:00,IV,1000,mg,250,mL/hr,2,Hours",
      end: "1,vancomycin,2026-01-05 10:31,Stopped,2026-01-05 08:00,IV,,,,,2,Hours"),
    Export(
      system: "Cerner",
      header: "ENCOUNTER_ID,EVENT_ID,EVENT_DATETIME,MEDICATION,DOSE,DOSE_UNIT,RATE,RATE_UNIT,IV_EVENT,ROUTE,ORDER_ID",
      begin: "1,500,2026-01-05T09:00:00,vancomycin,1000,mg,250,mL/hr,Begin Bag,IV,9",
      end: "1,501,2026-01-05T10:31:00,vancomycin,,,,,Infusion Complete,IV,9"),
    Export(
      system: "CLIF",
      header: "hospitalization_id,med_order_id,med_name,admin_dttm,mar_action_name,mar_action_category,med_dose,"
        + "med_dose_unit,med_route_category",
      begin: "1,9,Vancomycin,2026-01-05 09:00:00+00:00,[Started],start,250,mL/hour,iv",
      end: "1,9,Vancomycin,2026-01-05 10:31:00+00:00,FinishedRunning,stop,0,mL/hour,iv"),
    Export(
      system: "MIMIC-IV, with the route of its detail",
      header: "subject_id,hadm_id,emar_id,pharmacy_id,charttime,medication,event_txt,scheduletime,storetime,route",
      begin: "P,1.0,P-1,9.0,2026-01-05 09:00:00,Vancomycin,Started,2026-01-05 08:00:00,2026-01-05 09:02:00,IV",
      end: "P,1.0,P-2,9.0,2026-01-05 10:31:00,Vancomycin,Stopped,2026-01-05 08:00:00,2026-01-05 10:32:00,IV"),
  ]

  @Test("Two events are one infusion", arguments: 0..<5)
  func infusion(number: Int) throws {
    let export = Self.exports[number]
    let result = try SmallRun.of(header: export.header, mar: [export.end, export.begin])
    let rows = result.output.coded.flatMap(\.encounter.rows)
    #expect(rows.map { "\($0.start?.clock ?? "?")-\($0.stop?.clock ?? "?")" } == ["09:00-10:31"], "\(export.system)")
    #expect(
      result.output.coded.flatMap(\.derivation.charges).map { "\($0.code) x\($0.units)" } == ["96365 x1", "96366 x1"],
      "\(export.system)")
    #expect(result.summary.rows.isBalanced)
  }

  @Test("A PCORnet or OMOP export names start and stop, and needs no events")
  func intervals() throws {
    let omop = try SmallRun.of(
      header: "drug_exposure_id,drug_exposure_start_date,drug_exposure_start_datetime,drug_exposure_end_datetime,"
        + "quantity,visit_occurrence_id,drug_source_value,route_source_value,dose_unit_source_value",
      mar: ["5,2026-01-05,2026-01-05 09:00:00,2026-01-05 10:31:00,1,1,vancomycin,IV,g"])
    let pcornet = try SmallRun.of(
      header: "MEDADMINID,PATID,ENCOUNTERID,PRESCRIBINGID,MEDADMIN_START_DATE,MEDADMIN_START_TIME,MEDADMIN_STOP_DATE,"
        + "MEDADMIN_STOP_TIME,MEDADMIN_ROUTE,RAW_MEDADMIN_MED_NAME",
      mar: ["5,P,1,9,2026-01-05,09:00,2026-01-05,10:31,IV,vancomycin"])
    for output in [omop.output, pcornet.output] {
      #expect(output.coded.flatMap(\.derivation.charges).map(\.code.description) == ["96365", "96366"])
    }
  }
}
