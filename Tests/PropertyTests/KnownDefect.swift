import Coding
import Infusion

/// A defect of the engine that these properties found and that is not mended yet.
struct KnownDefect: Sendable {
  let name: String
  /// Whether a case has what brings the defect out.
  let isShown: @Sendable (Case) -> Bool

  static let onBodyInjectorElsewhere = KnownDefect(
    name: "an on-body injector whose route is not under the skin is in no result",
    isShown: { tried in tried.encounter.rows.contains { $0.technique == .onBodyInjector } })

  static let siteThatNobodyNamed = KnownDefect(
    name: "a clot dissolver, transfusion or pump without a site is charged at a site called UNSPEC",
    isShown: { tried in tried.derivation.charges.contains { $0.sites.contains("UNSPEC") } })

  static let withheldNotices = KnownDefect(
    name: "from a facility's rooms a physician's row that supports no service alone is in no result",
    isShown: { $0.isWithheld })

  static let antibodyBesideFluids = KnownDefect(
    name: "an antibody with a code of its own, given by vein, does not shorten fluids",
    isShown: { tried in
      tried.encounter.rows.contains { $0.drugClass == .specialAntibody && $0.route.isIntravenous }
    })

  static let silentRepeat = KnownDefect(
    name: "the same drug infused again, all but 15 minutes of it beside another infusion, is in no result",
    isShown: { tried in
      let infusions = tried.encounter.rows.filter { $0.route.isIntravenous && $0.drugClass != .hydration }
      let isRepeat = { (row: MARRow) in infusions.count { $0.drug == row.drug } > 1 }
      return tried.lostRows.contains { lost in infusions.contains { $0.source == lost.source && isRepeat($0) } }
    })
}
