import Coding
import Infusion
import Pipeline

/// One encounter with all that is needed to explain it: as text in parts, or by `ExplainDocument` as JSON.
package struct ExplainedEncounter {
  package let coded: CodedEncounter
  /// Whether there is a bill to compare with.
  let isCompared: Bool
  let sources: SourceNames
  let chargeSources: SourceNames
  let policy: Policy
  let tables: (CivilDate) -> CodingYear

  /// - Parameters:
  ///   - sources: the medication record files of the run, in order.
  ///   - chargeSources: the charge files, as the findings count them.
  ///   - tables: the tables in force on a date of service; they describe the codes.
  package init(
    _ coded: CodedEncounter, isCompared: Bool, sources: [String], chargeSources: [String], policy: Policy,
    tables: @escaping (CivilDate) -> CodingYear
  ) {
    self.coded = coded
    self.isCompared = isCompared
    (self.sources, self.chargeSources) = SourceNames.pair(sources, chargeSources)
    self.policy = policy
    self.tables = tables
  }

  /// The lanes with their bars.
  package func timeline(width: Int, isColored: Bool) -> String {
    TimelineText(
      encounter: coded.encounter, derivation: coded.derivation, sources: sources, rowsRejected: coded.rowsRejected,
      isIncomplete: coded.isIncomplete, width: width, isColored: isColored
    ).text
  }

  /// How the codes came about.
  package func argument(width: Int, isColored: Bool) -> String {
    DerivationText(
      derivation: coded.derivation, of: coded.encounter, sources: sources, tables: tables, width: width,
      isColored: isColored
    ).text
  }

  /// Suggested against billed; empty without a bill.
  package func comparison(width: Int) -> String {
    guard isCompared, let result = coded.result else { return "" }
    return ComparisonText(result, width: width).text
  }
}
