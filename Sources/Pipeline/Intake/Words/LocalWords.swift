import CodeTables
import Infusion

/// What the values of an organisation's columns mean, as the configuration says; it goes before the bundled words.
///
/// Shape: keyed by folded spelling.
package struct LocalWords: Sendable {
  package var actions: [String: ActionWord] = [:]
  package var purposes: [String: PurposeWord] = [:]
  package var routes: [String: Route] = [:]
  package var techniques: [String: Technique] = [:]
  package var drugClasses: [String: ClassWord] = [:]
  package var lineStatuses: [String: LineStatus] = [:]

  package init() {}

  mutating func readMAR(_ place: ConfigurationNode) throws(ConfigurationError) {
    let entries = try place.entries(of: .marValues)
    actions = try Self.meanings(entries[.action])
    purposes = try Self.meanings(entries[.purpose])
    routes = try Self.meanings(entries[.route])
    techniques = try Self.meanings(entries[.technique])
    drugClasses = try Self.meanings(entries[.drugClass])
  }

  mutating func readCharges(_ place: ConfigurationNode) throws(ConfigurationError) {
    let entries = try place.entries(of: .chargeValues)
    lineStatuses = try Self.meanings(entries[.status])
  }

  private static func meanings<Meaning: RawRepresentable<String> & CaseIterable>(
    _ place: ConfigurationNode?
  ) throws(ConfigurationError) -> [String: Meaning] {
    guard let place else { return [:] }
    var result: [String: Meaning] = [:]
    for (value, entry) in try place.entries() { result[Words.fold(value)] = try entry.choice(Meaning.self) }
    return result
  }
}
