/// What the first values of a column of times have shown, from which its format is settled (input IN-21, IN-22).
package struct ColumnTimeSample: Sendable {
  package private(set) var evidence = DateOrderEvidence()
  /// The form of the first value that has one.
  private(set) var form: TimeForm?
  /// How the first moment stands to absolute time.
  private(set) var offsets = FileClocks.Offsets.unknown
  /// Whether a date stood there whose order had to be settled.
  private(set) var hasSlashedDates = false

  package init() {}

  package mutating func note(_ text: Span<UInt8>) {
    guard !text.isEmpty else { return }
    evidence.note(text)
    guard form == nil || offsets == .unknown, let first = TimeParser.read(text, order: evidence.order ?? .monthDay)
    else { return }
    if form == nil { form = first.form }
    if case .slashed = first.form { hasSlashedDates = true }
    if offsets == .unknown, first.text.minuteOfDay != nil { offsets = FileClocks.Offsets(of: first.text.offsetMinutes) }
  }
}

/// How the times of one column are written: settled once, then the same for every row and every worker.
package struct ColumnTimeFormat: Sendable {
  /// A date that only fits the order that the column does not have; the run has to stop (input IN-22).
  package struct OrderContradiction: Error, Equatable {}

  package let order: DateOrder
  /// Whether a person named the order; a date that does not fit it is then a row problem and stops nothing.
  private let isOrderGiven: Bool
  let form: TimeForm

  /// The format of the column that `sample` was taken from.
  ///
  /// `given` is the order that the user named; `neighbours` is the order on which the other columns of the file agree,
  /// which decides for a column whose own dates are all ambiguous.
  package init(
    _ sample: ColumnTimeSample, given: DateOrder? = nil, neighbours: DateOrder? = nil
  ) throws(OrderContradiction) {
    if given == nil, sample.evidence.disagrees { throw OrderContradiction() }
    order = given ?? sample.evidence.order ?? neighbours ?? .monthDay
    isOrderGiven = given != nil
    if case .slashed = sample.form { form = .slashed(order) } else { form = sample.form ?? .iso }
  }

  /// What `text` says; nil when it is no date or time in any form (a row problem).
  package func read(_ text: Span<UInt8>) throws(OrderContradiction) -> TimeText? {
    if let result = FixedTime.read(text, as: form) ?? TimeParser.read(text, as: form) { return result }
    if let result = TimeParser.read(text, order: order) { return result.text }
    if !isOrderGiven, DateOrderEvidence.orderShown(by: text) == order.other { throw OrderContradiction() }
    return nil
  }
}
