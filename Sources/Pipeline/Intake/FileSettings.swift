import Infusion

/// What reading a file needs to know beside its header.
package struct FileSettings: Sendable {
  /// The file's name, for messages.
  package var name: String
  package var dateOrder: DateOrder?
  package var allowsAnyYear: Bool
  /// Where the clocks stood that showed times without an offset.
  package var timeZone: ClockZone?
  /// The day from which the file counts its times in whole minutes; nil where it writes dates.
  package var minutesSince: CivilDate?

  package init(
    name: String, dateOrder: DateOrder? = nil, allowsAnyYear: Bool = false, timeZone: ClockZone? = nil
  ) {
    self.name = name
    self.dateOrder = dateOrder
    self.allowsAnyYear = allowsAnyYear
    self.timeZone = timeZone
  }

  package init(name: String, configuration: Configuration) {
    self.init(
      name: name, dateOrder: configuration.dateOrder, allowsAnyYear: configuration.allowsAnyYear,
      timeZone: configuration.timeZone)
  }
}
