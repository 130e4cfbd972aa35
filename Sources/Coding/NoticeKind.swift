import Infusion

/// The stable keys of notices; `reason_code` of a finding holds them.
@usableFromInline package enum NoticeKind: String, CaseIterable, Sendable {
  case classDefaulted = "CLASS_DEFAULTED"
  case complexityToDocument = "COMPLEXITY_DOC"
  case timeOrder = "TIME_ORDER"
  /// A time that a change of clocks makes doubtful.
  case clockChange = "DST"
  case stopEstimated = "STOP_ESTIMATED"
  case startEstimated = "START_ESTIMATED"
  case noStopPush = "NO_STOP_PUSH"
  case noStop = "NO_STOP"
  case noTime = "NO_TIME"
  case zeroMinutes = "ZERO_MINUTES"
  case longPush = "LONG_PUSH"
  case discontinued = "DISCONTINUED"
  case siteAssumed = "SITE_ASSUMED"
  case secondSiteNeedsReason = "SECOND_SITE_NEEDS_REASON"
  case primaryReasonAssumed = "PRIMARY_REASON_ASSUMED"
  case sameDrug16To30 = "SAME_DRUG_16_30"
  /// Less than 16 net minutes of a drug that is coded already.
  case sameDrugBeside = "SAME_DRUG_BESIDE"
  case sequential16To30 = "SEQUENTIAL_16_30"
  case mixOverlap = "MIX_OVERLAP"
  case concurrentChemo = "CONC_CHEMO"
  case concurrentChemoNotCoded = "CONC_CHEMO_NOT_CODED"
  case concurrentNoParent = "CONC_NO_PARENT"
  case concurrentCap = "CONC_CAP"
  case pushWithin30 = "PUSH_WITHIN_30"
  case pushRepeatProfessional = "PUSH_REPEAT_PROFESSIONAL"
  case pushNoStart = "PUSH_NO_START"
  case chemoPushRepeat = "CHEMO_PUSH_REPEAT"
  case hydrationNoStop = "HYD_NO_STOP"
  case hydrationShort = "HYD_SHORT"
  case hydrationVolume = "HYD_VOLUME"
  case hydrationNecessity = "HYD_NECESSITY"
  case hydrationRoute = "HYD_ROUTE"
  case physicianInFacility = "PHYSICIAN_IN_FACILITY"
  case chemoSubcutaneousInfusion = "CHEMO_SC_INFUSION"
  case hormonalRoute = "HORMONAL_ROUTE"
  case arterialInfusion = "ARTERIAL_INFUSION"
  case lesionCount = "LESION_COUNT"
  case reservoirNotStated = "RESERVOIR_NOT_STATED"
  case punctureByAnother = "PUNCTURE_BY_ANOTHER"
  case pumpWithoutCode = "PUMP_NO_CODE"
  case lysisDrug = "LYSIS_DRUG"
  case patientControlled = "PCA"
  case intraosseous = "INTRAOSSEOUS"
  case drugUnitUnknown = "DRUG_UNIT_UNKNOWN"

  package enum Severity: String, Sendable {
    case warning, info
  }

  package var severity: Severity {
    switch self {
    case .complexityToDocument, .zeroMinutes, .siteAssumed, .mixOverlap, .sameDrugBeside, .concurrentCap, .pushWithin30,
      .pushRepeatProfessional, .hydrationShort, .hydrationVolume, .pushNoStart, .intraosseous,
      .concurrentChemoNotCoded, .drugUnitUnknown:
      .info
    default: .warning
    }
  }

  /// Whether a person must decide before the suggestion can be billed.
  package var needsReview: Bool {
    switch self {
    case .concurrentChemo, .chemoPushRepeat, .chemoSubcutaneousInfusion, .hormonalRoute, .arterialInfusion,
      .lesionCount, .reservoirNotStated, .punctureByAnother, .pumpWithoutCode, .lysisDrug, .patientControlled,
      .noStopPush, .noStop,
      .noTime, .stopEstimated, .startEstimated, .hydrationNoStop, .secondSiteNeedsReason, .timeOrder, .clockChange:
      true
    default: false
    }
  }

  /// Whether the documentation does not settle which code is right (REVIEW in the specification).
  package var isUnsettled: Bool {
    switch self {
    case .concurrentChemo, .chemoPushRepeat, .chemoSubcutaneousInfusion, .hormonalRoute, .arterialInfusion,
      .lesionCount, .reservoirNotStated, .punctureByAnother, .pumpWithoutCode, .lysisDrug, .patientControlled:
      true
    default: false
    }
  }
}
