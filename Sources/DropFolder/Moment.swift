/// A time as the command's clock shows it.
package struct Moment: Sendable {
  /// Since 1970.
  package let seconds: Int
  /// `2026-11-24T02:00:13Z`.
  package let text: String
  /// The day on the clock of this place, `2026-11-24`: the name of folders.
  package let day: String

  package init(seconds: Int, text: String, day: String) {
    (self.seconds, self.text, self.day) = (seconds, text, day)
  }
}
