/// Which number comes first in a date such as `3/4/2026`.
package enum DateOrder: String, CaseIterable, Sendable {
  case monthDay = "mdy"
  case dayMonth = "dmy"

  package var other: DateOrder { self == .monthDay ? .dayMonth : .monthDay }
}

/// What the dates of one column have shown of their order (input IN-22).
///
/// Shape: a date whose two first numbers are both 12 or less, and differ, is ambiguous and shows nothing.
package struct DateOrderEvidence: Equatable, Sendable {
  package private(set) var sawMonthDay = false
  package private(set) var sawDayMonth = false

  package init() {}

  package mutating func note(_ text: Span<UInt8>) {
    guard let order = Self.orderShown(by: text) else { return }
    if order == .monthDay { sawMonthDay = true } else { sawDayMonth = true }
  }

  /// The order that the dates agree on; nil when none shows one, or when they disagree.
  package var order: DateOrder? {
    if sawMonthDay == sawDayMonth { return nil }
    return sawMonthDay ? .monthDay : .dayMonth
  }

  package var disagrees: Bool { sawMonthDay && sawDayMonth }

  /// The only order in which this text is a date, when there is only one.
  package static func orderShown(by text: Span<UInt8>) -> DateOrder? {
    let monthDay = TimeParser.read(text, as: .slashed(.monthDay))
    let dayMonth = TimeParser.read(text, as: .slashed(.dayMonth))
    switch (monthDay, dayMonth) {
    case (.some, nil): return .monthDay
    case (nil, .some): return .dayMonth
    default: return nil
    }
  }
}
