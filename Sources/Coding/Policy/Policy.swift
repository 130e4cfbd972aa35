import Infusion

/// The choices that the specification leaves to an organisation (coding-rules Part 6).
///
/// Names, values and meaning of each stand in `PolicyOption.all`. A number is nil where the year's tables decide.
package struct Policy: Sendable {
  // Infusions into a vein.
  package var sameDrugRepeat = SameDrugRepeat.standard
  package var concurrentRule = ConcurrentRule.standard
  package var concurrentCap = ConcurrentCap.standard
  package var concurrentChemo = ConcurrentChemo.standard
  package var missingStop = MissingStop.standard
  package var mixedBag = MixedBag.standard
  package var sequentialMinimum = SequentialMinimum.standard
  package var discontinuedInfusion = DiscontinuedInfusion.standard
  package var bagChangeGapMinutes: Int?

  // Pushes and injections.
  package var bolusThenInfusion = BolusThenInfusion.standard
  package var pushInterval = PushInterval.standard
  package var pushIntervalFrom = PushIntervalFrom.standard
  package var splitDose = SplitDose.standard

  // Fluids.
  package var hydrationAccumulation = HydrationAccumulation.standard
  package var hydrationPushDeduct = HydrationPushDeduct.standard
  package var hydrationOverlap = HydrationOverlap.standard
  package var chemoProtocolHydration = ChemoProtocolHydration.standard
  package var hydrationWithBlood = HydrationWithBlood.standard
  package var hydrationSecondSite = HydrationSecondSite.standard
  package var hydrationSecondaryModifier = HydrationSecondaryModifier.standard
  package var leastHydrationMilliliters = ExactDecimal.zero
  package var keepOpenMillilitersPerHour: ExactDecimal?

  // Sites, dates and who bills.
  package var secondSite = SecondSite.standard
  package var distinctModifier = DistinctModifier.standard
  package var dateRule = DateRule.standard
  package var initialTiebreak = InitialTiebreak.standard
  package var physicianHydrationPrimary = PhysicianHydrationPrimary.standard
  package var pumpHomeCode = PumpHomeCode.standard
  package var facilityPlacesOfService: Set<String>?

  // Classes of drugs.
  package var electrolytes = Electrolytes.standard
  package var complexClass = ComplexClass.standard
  package var noncancerBiologic = NoncancerBiologic.standard
  package var transfusionPremeds = TransfusionPremeds.standard
  package var sedationDrugs = SedationDrugs.standard
  package var selfAdministered = SelfAdministered.standard

  /// Every choice at its default.
  package init() {}

  /// Names of all options, as configuration and command line spell them.
  package static let names = PolicyOption.all.map(\.name)

  /// Makes a choice by name.
  package mutating func set(_ name: String, to value: String) throws(PolicyError) {
    guard let option = PolicyOption.all.first(where: { $0.name == name }) else {
      throw .unknownName(name, known: Self.names)
    }
    guard option.write(value, &self) else {
      throw .unknownValue(name: name, value: value, takes: option.takes, known: option.values)
    }
  }

  /// Choices that are not at their default, by name.
  package var changed: [String: String] {
    var changed: [String: String] = [:]
    for option in PolicyOption.all {
      guard let value = option.read(self), value != option.standard else { continue }
      changed[option.name] = value
    }
    return changed
  }

  /// The rule to cite where the least volume of fluids decided.
  var hydrationVolumeCited: [Rule] { leastHydrationMilliliters == .zero ? [] : [Self.hydrationVolumeRule] }
}
