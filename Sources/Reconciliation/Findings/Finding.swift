import Coding
import Infusion

/// One line of the findings table (output section 1).
@usableFromInline package struct Finding: Hashable, Sendable {
  /// What comparing came to (output section 2).
  @usableFromInline package enum Status: String, CaseIterable, Sendable {
    case match, missing, unsupported
    case unitsLow = "units_low"
    case unitsHigh = "units_high"
    case modifier, date, review, check
    case notReportable = "not_reportable"
  }

  package var encounterID: String
  /// Nil when only lines without a date were billed and nothing dates them.
  package var serviceDate: CivilDate?
  package var setting: Setting
  /// Access sites as documented, sorted; empty for what is only billed or not bound to a site.
  package var sites: [String] = []
  /// Nil when the finding concerns no single code.
  package var code: ProcedureCode?
  /// Our own plain words; empty without a code.
  package var description = ""
  package var suggestedUnits: Int?
  package var billedUnits: Int?
  /// Sorted.
  package var suggestedModifiers: [Modifier] = []
  /// Sorted; those that keep no lines apart are reported here and not judged.
  package var billedModifiers: [Modifier] = []
  package var status: Status
  package var severity = Severity.none
  /// How much the billing checks that object to it weigh, whatever else is noted of it.
  package internal(set) var objection = Severity.none
  /// Stable keys, the most telling first; empty for a plain match.
  package var reasonCodes: [String] = []
  /// Sentences for a biller, each with its full stop.
  package var reason = ""
  /// Rules that made it, sorted, then those that judged it; none twice.
  package var rules: [RuleID] = []
  /// Rows of the medication record, sorted.
  package var recordRows: [SourceRow] = []
  /// Charge lines, sorted.
  package var chargeRows: [SourceRow] = []
  /// The code that this one replaces or is replaced by.
  package var pairsWith: PairedCode?
  /// From the fee schedule; nil where there is none.
  package var suggestedAmount: ExactDecimal?
  package var billedAmount: ExactDecimal?
  /// Whether a person must decide.
  package var needsReview = false

  package init(
    encounterID: String, serviceDate: CivilDate?, setting: Setting, code: ProcedureCode? = nil, status: Status
  ) {
    self.encounterID = encounterID
    self.serviceDate = serviceDate
    self.setting = setting
    self.code = code
    self.status = status
  }

  /// Suggested less billed; what is absent counts as none.
  package var unitDifference: Int { (suggestedUnits ?? 0) - (billedUnits ?? 0) }

  mutating func add(key: String) {
    if !reasonCodes.contains(key) { reasonCodes.append(key) }
  }

  mutating func add(rules more: some Sequence<RuleID>) {
    for rule in more where !rules.contains(rule) { rules.append(rule) }
  }

  mutating func add(recordRows more: [SourceRow]) { recordRows = distinctSorted(recordRows + more) }

  mutating func add(chargeRows more: [SourceRow]) { chargeRows = distinctSorted(chargeRows + more) }

  /// Begins it with a capital letter.
  mutating func add(sentence: String) {
    if !reason.isEmpty { reason += " " }
    guard let first = sentence.utf8.first else { return }
    switch first {
    case UInt8(ascii: "a")...UInt8(ascii: "z"):
      reason.unicodeScalars.append(Unicode.Scalar(first - UInt8(ascii: "a") + UInt8(ascii: "A")))
      reason += sentence[sentence.utf8.index(after: sentence.startIndex)...]
    case 0..<0x80: reason += sentence
    default: reason += sentence.prefix(1).uppercased() + sentence.dropFirst()
    }
  }
}
