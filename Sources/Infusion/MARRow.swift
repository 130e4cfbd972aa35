/// One row of a medication administration record: one drug, or one mixture, given once (coding-rules 0.1).
///
/// Rows that became one giving are joined by `Coding` into an administration.
///
/// What may be nil is written `Optional` where the initializer sets it: a property that has a value before, such as the
/// nil of `String?`, makes the compiler put the whole row together and copy it.
package struct MARRow: Sendable {
  /// Where the row stands in its encounter; breaks ties and ties results to the source.
  package var source: SourceRow
  /// The other entries of the record that it was made from: those that end, interrupt or confirm what `source` began.
  ///
  /// Shape: no entry belongs to two rows; in order of time; empty for a row that holds its start and its stop.
  package var furtherSources: [SourceRow] = []
  /// Whether the drug was given; held, refused and returned rows are kept for the trace.
  package var isGiven = true
  package var drug: DrugKey
  /// The drug as a reader knows it, for reasons; never used to decide.
  package var drugName: String
  package var drugClass: DrugClass
  /// The rule that settled the class, where a table or the record did (coding-rules CLS-01 … CLS-28).
  package var classRule: RuleID?
  package var family: ProductFamily?
  package var route: Route
  package var technique = Technique.unknown
  /// The access site as documented, without the lumen; nil when the row names none.
  package var site: Optional<String>
  /// Rows of one container, or of one dose paused and resumed, share it.
  package var bag: Optional<String>
  package var start: ClockTime?
  package var stop: ClockTime?
  /// When the dose was due; it only dates a row that has no other time.
  package var due: ClockTime?
  /// The last nursing entry that shows the infusion still running.
  package var lastSeenRunning: ClockTime?
  package var pauses: [Interval] = []
  package var volumeMilliliters: ExactDecimal?
  package var rateMillilitersPerHour: ExactDecimal?
  /// Documented length of a push, minutes.
  package var pushMinutes: Int?
  /// Lesions injected, for intralesional drugs.
  package var lesions: Int?
  package var hcpcs: Optional<String>
  /// What was given; nil when the row names no amount that can be read.
  package var dose: Optional<Dose>
  /// What was in the containers opened for it, waste included.
  package var opened: Optional<Dose>
  /// Whether those containers may serve one patient once; nil when the row does not say.
  package var isSingleDose: Bool?
  package var facts: RowFacts = []

  package init(
    source: SourceRow, drug: DrugKey, drugName: String? = nil, drugClass: DrugClass, classRule: RuleID? = nil,
    family: ProductFamily? = nil, route: Route, technique: Technique = .unknown, site: String? = nil,
    bag: String? = nil, volumeMilliliters: ExactDecimal? = nil, hcpcs: String? = nil, dose: Dose? = nil,
    opened: Dose? = nil, isSingleDose: Bool? = nil, facts: RowFacts = []
  ) {
    self.source = source
    self.drug = drug
    self.drugName = drugName ?? drug.description
    (self.drugClass, self.classRule, self.family) = (drugClass, classRule, family)
    (self.route, self.technique) = (route, technique)
    (self.site, self.bag) = (site, bag)
    self.volumeMilliliters = volumeMilliliters
    self.hcpcs = hcpcs
    (self.dose, self.opened, self.isSingleDose) = (dose, opened, isSingleDose)
    self.facts = facts
  }
}

extension MARRow {
  /// Rows of the export that it stands for.
  package var entryCount: Int { 1 + furtherSources.count }
}

/// The place of a row in the input.
///
/// Shape: `file` counts the files of a run from 0 in the order given; `line` is the 1-based physical line where the record
/// starts; `row` counts records from 1 behind the header.
@usableFromInline package struct SourceRow: Hashable, Comparable, Sendable {
  @usableFromInline package let file: Int32
  @usableFromInline package let line: Int32
  @usableFromInline package let row: Int32

  /// Files, lines and rows may have numbers up to it.
  package static let largestNumber = Int(Int32.max)

  package init(file: Int, line: Int, row: Int) {
    self.file = Int32(file)
    self.line = Int32(line)
    self.row = Int32(row)
  }

  @inlinable package static func < (left: SourceRow, right: SourceRow) -> Bool {
    (left.file, left.row) < (right.file, right.row)
  }
}
