import Infusion

extension Policy {
  /// Whether pieces of fluid are added before or after the threshold.
  package enum HydrationAccumulation: String, PolicyChoice {
    case cumulative = "CUMULATIVE"
    case eachSegmentFrom31 = "EACH_SEGMENT_31"

    package static let standard = cumulative
    package static let rule = Rule(
      "DSP-06",
      "By choice, stretches of fluid of 30 minutes or less between drugs are dropped before the rest is added.",
      evidence: "S31")
  }

  /// Whether the minutes of pushes, and of infusions of push length, shorten fluids.
  package enum HydrationPushDeduct: String, PolicyChoice {
    case yes = "YES"
    case no = "NO"

    package static let standard = yes
    package static let rule = Rule("DSP-07", "By choice, pushes do not shorten fluids.", evidence: "S30")
  }

  /// Which sites' drugs shorten fluids.
  package enum HydrationOverlap: String, PolicyChoice {
    case anySite = "ANY_SITE"
    case sameSiteOnly = "SAME_SITE_ONLY"

    package static let standard = anySite
    package static let rule = Rule(
      "DSP-08", "By choice, only drugs at the fluid's own site shorten it.", evidence: "S22b K")
  }

  /// Whether fluids count that a chemo drug's label demands.
  package enum ChemoProtocolHydration: String, PolicyChoice {
    case allow = "ALLOW"
    case bundleLabelRequired = "BUNDLE_LABEL_REQUIRED"

    package static let standard = allow
    package static let rule = Rule(
      "DSP-09",
      "By choice, fluids on the day of a chemo drug whose label demands them belong to giving that drug.",
      evidence: "S03 S11")
  }

  /// Whether fluids count while blood runs.
  package enum HydrationWithBlood: String, PolicyChoice {
    case notCounted = "NOT_COUNTED"
    case counted = "COUNTED"

    package static let standard = notCounted
    package static let rule = Rule("DSP-23", "By choice, fluids count while blood runs.", evidence: "S33")
  }

  /// What fluids at a second site are.
  package enum HydrationSecondSite: String, PolicyChoice {
    case pool = "POOL"
    case ownInitial = "OWN_INITIAL"

    package static let standard = pool
    package static let rule = Hydration.onePool
  }

  /// What fluids behind a drug carry.
  package enum HydrationSecondaryModifier: String, PolicyChoice {
    case none = "NONE"
    case distinctService = "59"

    package static let standard = none
    package static let rule = Modifiers.noneOnAddOns
  }

  /// Fluid below the least volume is no hydration.
  static let hydrationVolumeRule = Rule(
    "DSP-22", "By choice, a fluid infusion of less than a given volume is not hydration.", evidence: "S22b S43")
}
