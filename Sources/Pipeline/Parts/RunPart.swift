import Infusion

extension RunSummary {
  /// What is the same for all encounters of a run, and for all of its parts.
  package struct Facts: Equatable, Sendable {
    package var comparesWithBill = false
    /// Whether any bill carries a drug.
    package var billsDrugs = false
    /// Checks without a table, in their order.
    package var skippedChecks: [RuleID] = []
    /// Whether times are written in absolute time and no zone is named.
    package var isInAbsoluteTime = false

    package init() {}
  }

  /// A part of a run, for `merge`.
  package struct Part: Equatable, Sendable {
    package enum Kind: String, Sendable {
      /// The program chose the encounters by their ids; the inputs are those of the run.
      case shard
      /// Somebody else chose the rows.
      case rows
    }

    package let kind: Kind
    package let place: Shard
    /// Of tables, fees and configuration.
    package let tablesDigest: String
    /// Options by which the lines of one part look other than those of another, by name.
    package let outputForm: [String]

    package init(kind: Kind, place: Shard, tablesDigest: String, outputForm: [String]) {
      (self.kind, self.place, self.tablesDigest, self.outputForm) = (kind, place, tablesDigest, outputForm)
    }

    init?(of job: Job) {
      guard let place = job.shard ?? job.part else { return nil }
      self.init(
        kind: job.shard == nil ? .rows : .shard, place: place, tablesDigest: job.tablesDigest,
        outputForm: job.outputForm)
    }
  }

  /// A word for an action that nobody knows, as it may be shown; empty for what may be another column: what is too long
  /// for an action, or holds a number or a comma, as names of people do (output OUT-06).
  static func shownAction(_ text: String) -> String {
    text.count <= 30 && !text.contains { $0.isNumber || $0 == "," } ? text : ""
  }
}
