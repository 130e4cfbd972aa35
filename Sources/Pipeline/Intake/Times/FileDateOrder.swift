/// What one file shows of the order of day and month (input IN-22).
package enum FileDateOrder: Equatable, Sendable {
  /// No date of the file leaves a choice, or a person made it.
  case settled
  /// Dates such as `3/4/2026` alone: month first was assumed.
  case assumed
  /// Some date has only one reading.
  case shown(DateOrder)

  init(_ columns: [ColumnTimeSample], given: DateOrder?) {
    let shown = Set(columns.compactMap(\.evidence.order))
    let leavesChoice = columns.contains(where: \.hasSlashedDates)
    if given != nil || (shown.isEmpty && !leavesChoice) {
      self = .settled
    } else if let order = shown.first {
      // Columns that disagree are each read in their own order.
      self = shown.count == 1 ? .shown(order) : .settled
    } else {
      self = .assumed
    }
  }
}
