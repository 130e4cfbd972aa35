import Infusion

/// What the documentation of one encounter supports, with the reasons.
package struct Derivation: Sendable {
  /// By service date, then by family, initial before add-on, then code; may be empty.
  package var charges: [ExpectedCharge] = []
  /// What made the charges, in the order in which the rules answered.
  package var services: [DerivedService] = []
  /// Rows that support nothing, each with its reason, in row order.
  package var excluded: [ExcludedRow] = []
  /// What a person should know or look at, in the order found.
  package var notices: [Notice] = []
  /// Access sites for coding purposes, in the order visited.
  package var sites: [LogicalSite] = []
  /// The minutes of fluids that earned units, in order of time; empty when no fluids are coded.
  package var countedFluids: [CountedFluid] = []
  /// How the rows were read, rule by rule; empty unless the coder was asked to explain.
  package var steps: [Step] = []

  package init() {}
}

/// A stretch in which fluids ran alone and counted (coding-rules HYD-04 … HYD-07).
package struct CountedFluid: Sendable {
  /// Rows of the run that it is a piece of.
  package let rows: [SourceRow]
  package let interval: Interval
}

/// One decision on the way from rows to services, for `explain` and for tests.
package struct Step: Sendable {
  package let rules: [RuleID]
  package let rows: [SourceRow]
  package let sentence: String
}

/// A line that the documentation supports: equal services of one date, code and modifiers, added up (coding-rules ALG-17).
///
/// An object, since comparing looks at it from many sides.
package final class ExpectedCharge: Sendable {
  package let code: ProcedureCode
  package let modifiers: [Modifier]
  package let serviceDate: CivilDate
  package let units: Int
  /// The services that it sums; never empty, places in `Derivation.services`.
  package let services: [Int]
  /// Every rule that made it, sorted.
  package let rules: [RuleID]
  /// Source rows that it rests on, sorted.
  package let rows: [SourceRow]
  /// Access sites as documented, sorted; empty when it is not bound to a site.
  package let sites: [String]
  /// Notices that touch it, places in `Derivation.notices`.
  package let notices: [Int]

  package init(
    code: ProcedureCode,
    modifiers: [Modifier] = [],
    serviceDate: CivilDate,
    units: Int,
    services: [Int],
    rules: [RuleID],
    rows: [SourceRow],
    sites: [String] = [],
    notices: [Int] = []
  ) {
    self.code = code
    self.modifiers = modifiers
    self.serviceDate = serviceDate
    self.units = units
    self.services = services
    self.rules = rules
    self.rows = rows
    self.sites = sites
    self.notices = notices
  }
}

/// One service that a rule derived.
package struct DerivedService: Sendable {
  package var service: Service
  package var serviceClass: ServiceClass
  package var code: ProcedureCode
  package var units: Int
  package var serviceDate: CivilDate
  package var modifiers: [Modifier]
  /// The logical site, from 0; nil for services that are not bound to one.
  package var site: Int?
  package var siteNames: [String]
  package var rules: [RuleID]
  package var rows: [SourceRow]
  /// A sentence with drug, times and minutes, without a full stop: what a biller reads.
  package var story: String
  /// How minutes became units, without a full stop; empty for what is no matter of minutes, and unless the coder was
  /// asked to explain.
  package var arithmetic = ""

  package init(
    service: Service,
    serviceClass: ServiceClass,
    code: ProcedureCode,
    units: Int,
    serviceDate: CivilDate,
    modifiers: [Modifier] = [],
    site: Int? = nil,
    siteNames: [String] = [],
    rules: [RuleID],
    rows: [SourceRow],
    story: String
  ) {
    self.service = service
    self.serviceClass = serviceClass
    self.code = code
    self.units = units
    self.serviceDate = serviceDate
    self.modifiers = modifiers
    self.site = site
    self.siteNames = siteNames
    self.rules = rules
    self.rows = rows
    self.story = story
  }
}

/// A row that supports no code.
package struct ExcludedRow: Sendable {
  package let row: SourceRow
  package let reason: ExclusionReason
  package let rules: [RuleID]
  package let drugName: String

  package init(
    row: SourceRow,
    reason: ExclusionReason,
    rules: [RuleID],
    drugName: String
  ) {
    self.row = row
    self.reason = reason
    self.rules = rules
    self.drugName = drugName
  }
}

/// Something that the rules found and a person should know.
package struct Notice: Sendable {
  package let kind: NoticeKind
  package let rules: [RuleID]
  /// Rows concerned, sorted; empty when it concerns the whole encounter.
  package let rows: [SourceRow]
  /// The day concerned, where one is known.
  package let date: CivilDate?
  /// A sentence for a biller, without a full stop.
  package let sentence: String

  package init(
    kind: NoticeKind,
    rules: [RuleID],
    rows: [SourceRow],
    date: CivilDate?,
    sentence: String
  ) {
    self.kind = kind
    self.rules = rules
    self.rows = rows
    self.date = date
    self.sentence = sentence
  }
}

/// What is logically one vascular access (coding-rules SITE-01 … SITE-06).
package struct LogicalSite: Sendable {
  /// Names as documented, in the order they joined.
  package var names: [String]

  package init(
    names: [String]
  ) {
    self.names = names
  }
}
