/// What an organisation has written under `drop:`: which files of a drop folder belong together, and when they are
/// complete.
package struct DropChoices: Sendable {
  package var mar: DropPattern
  /// Nil where the MAR carries the billed codes itself.
  package var charges: DropPattern?
  /// How long a file without a sign of its end must have been as it is, minutes.
  package var stableMinutes = 10
  /// Whether every file needs a sign that it is complete, and time alone does not do.
  package var needsSign = false

  /// `mar….*` beside `charges….*`.
  package init() {
    guard let mar = DropPattern("mar{drop}.*"), let charges = DropPattern("charges{drop}.*") else {
      preconditionFailure("the patterns hold their placeholder")
    }
    (self.mar, self.charges) = (mar, charges)
  }

  init(_ place: ConfigurationNode) throws(ConfigurationError) {
    self.init()
    let entries = try place.entries(of: .drop)
    if let entry = entries[.marFiles] { mar = try Self.pattern(entry) }
    if let entry = entries[.chargeFiles] { charges = try entry.text() == "none" ? nil : try Self.pattern(entry) }
    if let entry = entries[.stableMinutes] {
      guard let minutes = Int(try entry.text()), minutes >= 0 else {
        throw entry.wrongShape(ConfigurationKey.stableMinutes.takes)
      }
      stableMinutes = minutes
    }
    if let entry = entries[.sign] { needsSign = try entry.choice(Sign.self) == .required }
  }

  /// What is not at its default, by key, as a configuration file has it.
  package var changed: [(key: String, value: String)] {
    let standard = DropChoices()
    let all = { (choices: DropChoices) in
      [
        ("mar", choices.mar.text), ("charges", choices.charges?.text ?? "none"),
        ("stable_minutes", "\(choices.stableMinutes)"), ("sign", choices.needsSign ? "required" : "optional"),
      ]
    }
    return zip(all(self), all(standard)).filter { $0.0.1 != $0.1.1 }.map(\.0)
  }

  enum Sign: String, CaseIterable {
    case required, optional
  }

  private static func pattern(_ place: ConfigurationNode) throws(ConfigurationError) -> DropPattern {
    guard let pattern = DropPattern(try place.text()) else {
      throw place.wrongShape(ConfigurationKey.marFiles.takes)
    }
    return pattern
  }
}
