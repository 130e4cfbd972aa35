import Infusion

extension Policy {
  /// What a later infusion of the same drug earns.
  package enum SameDrugRepeat: String, PolicyChoice {
    case eachFrom31 = "PER_BAG_31"
    case eachFrom16 = "PER_BAG_16"
    /// The minutes of all givings are added.
    case cumulative = "CUMULATIVE"
    /// From 16 to 30 minutes a repeat push, longer as `eachFrom31`.
    case pushTo30 = "PUSH_16_30"

    package static let standard = eachFrom31
    package static let rule = Rule(
      "DSP-01",
      "By choice, a later infusion of the same drug earns further hours from 16 minutes on, or by the minutes of all its infusions added, or from 16 to 30 minutes a repeat push.",
      evidence: "S22 S25 S26 S27 S49")
  }

  /// When overlapping infusions of different drugs are concurrent; chemo beside chemo goes by net time always (DSP-04).
  package enum ConcurrentRule: String, PolicyChoice {
    case netTime = "NET_TIME"
    case overlapFrom16 = "OVERLAP_16"
    case anyOverlap = "ANY_OVERLAP"

    package static let standard = netTime
    package static let rule = Rule(
      "DSP-02",
      "By choice, a drug is concurrent when it runs beside a coded infusion for 16 minutes or more, or for any minute; else it is sequential with all its minutes.",
      evidence: "S22 S23")
  }

  /// How often a concurrent infusion is counted.
  package enum ConcurrentCap: String, PolicyChoice {
    case eachDate = "PER_DATE"
    case eachEncounter = "PER_ENCOUNTER"

    package static let standard = eachDate
    package static let rule = Rule(
      "DSP-03", "By choice, one concurrent unit an encounter, however many days it lasts.", evidence: "S20b S23")
  }

  /// What chemo infused beside chemo at one site is.
  package enum ConcurrentChemo: String, PolicyChoice {
    case review = "REVIEW"
    case unlisted = "UNLISTED_96549"
    case none = "NONE"

    package static let standard = review
    package static let rule = Rule(
      "DSP-04", "By choice, chemo infused beside chemo is an unlisted service, or nothing.", evidence: "S23 S24")
  }

  /// What an infusion without a stop supports.
  package enum MissingStop: String, PolicyChoice {
    case estimateThenPush = "ESTIMATE_THEN_PUSH"
    case estimateThenNone = "ESTIMATE_THEN_NONE"
    case pushOnly = "PUSH_ONLY"
    case none = "NONE"

    package static let standard = estimateThenPush
    package static let rule = Rule(
      "DSP-05", "By choice, a missing stop is not estimated, or an infusion that has none supports nothing.",
      evidence: "S17 S18 S20 S20b S22")

    var estimates: Bool { self == .estimateThenPush || self == .estimateThenNone }
    var fallsBackToPush: Bool { self == .estimateThenPush || self == .pushOnly }
  }

  /// What two drugs are that the record lists apart and that ran from one bag.
  package enum MixedBag: String, PolicyChoice {
    case oneInfusion = "ONE_INFUSION"
    case concurrent = "CONCURRENT"

    package static let standard = oneInfusion
    package static let rule = Rule(
      "DSP-17",
      "By choice, drugs that the record lists apart are infusions of their own also when they ran from one bag.",
      evidence: "S23")
  }

  /// From how many minutes on a further drug earns its first hour.
  package enum SequentialMinimum: String, PolicyChoice {
    case shortestInfusion = "16"
    case thirtyOne = "31"

    package static let standard = shortestInfusion
    package static let rule = Rule(
      "DSP-26", "By choice, a further drug infused for 16 to 30 minutes earns nothing.", evidence: "S01")

    func minutes(_ thresholds: Thresholds) -> Int {
      self == .shortestInfusion ? thresholds.shortestInfusion : Int(rawValue) ?? thresholds.shortestInfusion
    }
  }

  /// How a chemo infusion is coded that a reaction stopped before it was one (RD-20).
  package enum DiscontinuedInfusion: String, PolicyChoice {
    case actualMinutes = "ACTUAL_MINUTES"
    case infusionWith53 = "INFUSION_WITH_53"

    package static let standard = actualMinutes
    package static let rule = Techniques.stoppedByReaction
  }
}
