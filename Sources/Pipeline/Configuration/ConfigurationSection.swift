/// The keys that stand together in a configuration file.
package struct ConfigurationSection: Sendable {
  /// The keys above them, joined by points; empty at the top.
  ///
  /// `[]` stands behind a list, each item of which has them.
  package let path: String
  package let keys: [ConfigurationKey]

  package static let top = ConfigurationSection(
    path: "",
    keys: [
      .setting, .placeOfService, .dateOrder, .timeZone, .allowAnyYear, .maxRejects, .carry, .mar, .charges, .drugs,
      .policy, .drop,
    ])
  static let mar = ConfigurationSection(path: "mar", keys: [.minutesSince, .marColumns, .marValues])
  static let marValues = ConfigurationSection(
    path: "mar.values", keys: [.action, .route, .technique, .purpose, .drugClass])
  static let charges = ConfigurationSection(path: "charges", keys: [.chargeColumns, .chargeValues])
  static let chargeValues = ConfigurationSection(path: "charges.values", keys: [.status])
  static let drug = ConfigurationSection(path: "drugs[]", keys: [.name, .hcpcs, .ingredient, .class])
  static let drop = ConfigurationSection(path: "drop", keys: [.marFiles, .chargeFiles, .stableMinutes, .sign])

  /// Every section, in the order of the document.
  package static let all = [top, mar, marValues, charges, chargeValues, drug, drop]
}
