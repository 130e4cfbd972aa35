import Infusion

/// Every rule that the coder follows, each declared once beside the code that follows it.
package enum RuleBook {
  /// In the order in which the coder meets them.
  package static let all: [Rule] =
    PhysicianInFacility.rules + GivenRows.rules + NotBillable.rules + Techniques.rules + MissingTimes.rules
    + AccessSites.rules + Merging.rules + Mixtures.rules + DrugClasses.rules + SpecialProducts.rules + PortFlush.rules
    + Pumps.rules + OtherRoutes.rules + Hierarchy.rules + Infusions.rules + SameDrugAgain.rules + Concurrency.rules
    + Pushes.rules + Hydration.rules + Modifiers.rules + PairedServices.rules + DatesOfService.rules + Summing.rules
    + PolicyOption.rules

  package static func rule(_ id: RuleID) -> Rule? {
    all.first { $0.id == id }
  }
}
