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

    package init(kind: Kind, place: Shard, tablesDigest: String) {
      (self.kind, self.place, self.tablesDigest) = (kind, place, tablesDigest)
    }

    init?(of job: Job) {
      guard let place = job.shard ?? job.part else { return nil }
      self.init(kind: job.shard == nil ? .rows : .shard, place: place, tablesDigest: job.tablesDigest)
    }
  }

  /// A word for an action that nobody knows (input IN-34).
  package struct UnknownAction: Hashable, Sendable {
    /// The word; empty where it may be more than an action.
    package let shown: String
    /// Tells words apart that are not shown.
    package let key: UInt64

    /// What is too long for an action, or holds a number, may be another column and is not shown (output OUT-06).
    init(_ text: String) {
      let mayBeShown = text.count <= 40 && !text.contains(where: \.isNumber)
      self.init(shown: mayBeShown ? text : "", key: mayBeShown ? 0 : Shard.hash(text.utf8))
    }

    package init(shown: String, key: UInt64) {
      (self.shown, self.key) = (shown, key)
    }
  }
}
