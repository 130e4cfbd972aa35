import Infusion

extension Policy {
  /// When a second line is a site of its own.
  package enum SecondSite: String, PolicyChoice {
    /// `overlapTrusted` for facilities, `justifiedOnly` for physicians.
    case bySetting = "BY_SETTING"
    case overlapTrusted = "OVERLAP_TRUSTED"
    case justifiedOnly = "JUSTIFIED_ONLY"
    case allSites = "ALL_SITES"
    case singleSite = "SINGLE_SITE"

    package static let standard = bySetting
    package static let rule = Rule(
      "DSP-10",
      "By choice, a second line is a site of its own when in use together with the first, or then with a reason only, or always, or never.",
      evidence: "S12 S14 S16 S22")

    /// What holds in a setting; never `bySetting`.
    func settled(in setting: Setting) -> SecondSite {
      self == .bySetting ? (setting == .facility ? .overlapTrusted : .justifiedOnly) : self
    }
  }

  /// Which modifier tells second initials apart.
  package enum DistinctModifier: String, PolicyChoice {
    case general = "59"
    case narrow = "X_MODIFIERS"

    package static let standard = general
    package static let rule = Rule(
      "DSP-11",
      "By choice, initials of a second site carry XS, those of a later encounter XE and codes that Medicare pairs XU, in place of 59.",
      evidence: "S12 S32 S34")

    var ofSecondSite: Modifier { self == .general ? .distinctService : .separateStructure }
    var ofSecondEncounter: Modifier { self == .general ? .distinctService : .separateEncounter }
    /// For the second of two codes that Medicare pays together only with a modifier.
    package var ofPair: Modifier { self == .general ? .distinctService : .separateService }
  }

  /// Which day the units of an infusion over midnight carry.
  package enum DateRule: String, PolicyChoice {
    case startDate = "START_DATE"
    case splitByDay = "SPLIT_BY_DAY"

    package static let standard = startDate
    package static let rule = Rule(
      "DSP-12", "By choice, units of an infusion over midnight are dated by the day in which they are earned.",
      evidence: "S14 S16")
  }

  /// Which of two services of one rank is the initial.
  package enum InitialTiebreak: String, PolicyChoice {
    case longest = "LONGEST"
    case earliestStart = "EARLIEST_START"

    package static let standard = longest
    package static let rule = Rule(
      "DSP-13", "By choice, the earlier of two services of one rank is the initial, not the longer.", evidence: "S32")
  }

  /// What becomes of a physician's visit mainly for fluids when a drug went into the vein too.
  package enum PhysicianHydrationPrimary: String, PolicyChoice {
    case fallbackHierarchy = "FALLBACK_HIERARCHY"
    case allow96360AsParent = "ALLOW_96360_PARENT"

    package static let standard = fallbackHierarchy
    package static let rule = Rule(
      "DSP-25",
      "By choice, fluids flagged as a physician's main reason are the initial, and pushes of drugs follow them with the add-on code.",
      evidence: "S45")
  }

  /// What starts a pump that the patient takes home (TIME-21).
  package enum PumpHomeCode: String, PolicyChoice {
    case cpt = "96416"
    case homePump = "G0498"

    package static let standard = cpt
    package static let rule = Pumps.homePump
  }
}
