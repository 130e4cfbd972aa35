import Infusion

extension PolicyOption {
  /// Every option: the disputed points by number, then what differs from site to site.
  ///
  /// All of them shape what is derived; none belongs to the billing checks alone.
  package static let all: [PolicyOption] = disputed + siteDependent

  /// The rules of disputed points, each once, by number.
  static var rules: [Rule] {
    let disputes = disputed.map(\.rule).filter { $0.id.description.hasPrefix("DSP-") }
    var seen: Set<RuleID> = []
    return disputes.filter { seen.insert($0.id).inserted }.sorted { $0.id < $1.id }
  }

  private static let disputed: [PolicyOption] = [
    .choice(
      "same_drug_infusion_repeat", \.sameDrugRepeat, "What a later infusion of a drug already infused earns."),
    .choice("concurrent_rule", \.concurrentRule, "When two overlapping infusions are concurrent and not sequential."),
    .choice("concurrent_cap", \.concurrentCap, "How often a concurrent infusion is counted."),
    .choice("concurrent_chemo", \.concurrentChemo, "What chemo infused beside chemo at one site is."),
    .choice("missing_stop", \.missingStop, "What an infusion without a stop time supports."),
    .choice(
      "hydration_accumulation", \.hydrationAccumulation,
      "Whether stretches of fluid between drugs are added before the 31 minutes are asked for."),
    .choice("hydration_push_deduct", \.hydrationPushDeduct, "Whether pushes take their minutes off fluids."),
    .choice(
      "hydration_other_site_overlap", \.hydrationOverlap, "Whether drugs at other sites take their minutes off fluids."),
    .choice(
      "chemo_protocol_hydration", \.chemoProtocolHydration, "Whether fluids count that a chemo drug's label demands."),
    .choice("second_site", \.secondSite, "When a second line has an initial of its own."),
    .choice("distinct_modifier", \.distinctModifier, "Which modifier tells second initials apart."),
    .choice("dos_rule", \.dateRule, "Which day the units of an infusion over midnight carry."),
    .choice("initial_tiebreak", \.initialTiebreak, "Which of two services of one rank is the initial."),
    .choice("bolus_then_infusion", \.bolusThenInfusion, "What a loading push before a drip of the same drug is."),
    .choice("push_interval", \.pushInterval, "How far apart two reported pushes of one drug must be."),
    .choice("push_interval_from", \.pushIntervalFrom, "From which push the next one's distance is measured."),
    .choice("electrolytes", \.electrolytes, "What electrolytes infused into a vein are."),
    .choice("mixed_bag", \.mixedBag, "What drugs are that the record lists apart and that ran from one bag."),
    .choice("complex_class", \.complexClass, "Who says which drugs that treat no cancer take chemo codes."),
    .choice(
      "nononc_biologic_iv", \.noncancerBiologic, "What a complex biologic that treats no cancer is into a vein."),
    .choice("split_im_dose", \.splitDose, "What one dose given as several shots is."),
    .choice("transfusion_premeds", \.transfusionPremeds, "Whether documented premedication before blood counts."),
    .choice("rsi_drugs", \.sedationDrugs, "Whether drugs for sedation and intubation count."),
    .free(
      "hydration_min_ml", \.leastHydrationMilliliters, takes: "a number of milliliters, 0 or more", standard: "0",
      Policy.hydrationVolumeRule, "The least documented volume at which a fluid infusion is hydration.",
      text: \.description, parse: amount),
    .choice("hydration_with_blood", \.hydrationWithBlood, "Whether fluids count while blood runs."),
    .choice(
      "sad_admin", \.selfAdministered,
      "Whether Medicare is billed for injecting a drug that it lists as usually self-administered."),
    .choice(
      "prof_hydration_primary", \.physicianHydrationPrimary,
      "Whether fluids can be a physician's initial when drugs went into the vein too."),
    .choice(
      "sequential_min", \.sequentialMinimum, "From how many minutes on a further drug earns its first hour."),
  ]

  private static let siteDependent: [PolicyOption] = [
    .free(
      "bag_change_gap_min", \.bagChangeGapMinutes, takes: "a number of minutes, 0 to 60", standard: "5",
      Merging.pausesAndBagChanges, "The longest pause, in minutes, that a change of bags may take within one infusion.",
      text: { $0?.description },
      parse: { text in Int(text).flatMap { (0...60).contains($0) ? .some($0) : nil } }),
    .free(
      "kvo_rate_ml_h", \.keepOpenMillilitersPerHour, takes: "a number of milliliters an hour, 0 or more",
      standard: "30", NotBillable.dropped, "The rate up to which fluid only keeps the vein open.",
      text: { $0?.description }, parse: { amount($0).map { .some($0) } }),
    .free(
      "facility_pos", \.facilityPlacesOfService, takes: "places of service of two digits, apart by commas",
      standard: "19,21,22,23,24,26,31,34,51,52,53,56,61", PhysicianInFacility.withheld,
      "Places of service in which physicians may not report drug administration.",
      text: { $0?.sorted().joined(separator: ",") }, parse: { places($0).map { .some($0) } }),
    .choice("pump_home_code", \.pumpHomeCode, "What starts a chemo pump that the patient takes home."),
    .choice(
      "hydration_secondary_modifier", \.hydrationSecondaryModifier, "Which modifier fluids behind a drug carry."),
    .choice(
      "hydration_second_site", \.hydrationSecondSite, "Whether fluids at a second site have an initial of their own."),
    .choice(
      "discontinued_infusion", \.discontinuedInfusion,
      "How a chemo infusion is coded that a reaction stopped within 15 minutes."),
  ]

  private static func amount(_ text: String) -> ExactDecimal? {
    ExactDecimal(text).flatMap { $0 < .zero ? nil : $0 }
  }

  private static func places(_ text: String) -> Set<String>? {
    let places = text.split(separator: ",", omittingEmptySubsequences: false).map { part in
      String(part.filter { $0 != " " })
    }
    return places.allSatisfy { $0.utf8.count == 2 && $0.utf8.allSatisfy { (48...57).contains($0) } } ? Set(places) : nil
  }
}
