import CodeTables
import Coding
import Infusion

/// What an organisation has written in `infusion-charges.yaml`: its columns, its words, its drugs, its policy.
///
/// Every key is known to the program; anything else is refused when the file is read.
package struct Configuration: Sendable {
  package var mar = FileMapping<MARField>()
  package var charges = FileMapping<ChargeField>()
  package var words = LocalWords()
  /// The day from which the MAR counts its times in whole minutes; nil where it writes dates.
  package var minutesSince: CivilDate?
  /// For files that do not say who bills.
  package var setting: Setting?
  package var placeOfService: String?
  package var dateOrder: DateOrder?
  package var allowsAnyYear = false
  /// Where the clocks stood that showed times without an offset.
  package var timeZone: ClockZone?
  package var rejectLimit = RejectLimit.standard
  /// Columns whose values go with each encounter into the outputs.
  package var carriedColumns: [String] = []
  package var drugs: [OwnDrug] = []
  package var policy = Policy()
  /// How the files of a drop folder are known.
  package var drop = DropChoices()

  /// What holds without a configuration file.
  package init() {}

  /// Reads the text of a configuration file; `file` is its name for messages.
  package init(yaml: String, file: String) throws(ConfigurationError) {
    let top = try ConfigurationNode(yaml: yaml, file: file).entries(of: .top)
    if let place = top[.mar] { try readMAR(place) }
    if let place = top[.charges] { try readCharges(place) }
    setting = try top[.setting]?.choice(Setting.self)
    placeOfService = try top[.placeOfService].map(Self.placeOfService)
    dateOrder = try top[.dateOrder]?.choice(DateOrder.self)
    if let place = top[.allowAnyYear] { allowsAnyYear = try place.flag() }
    timeZone = try top[.timeZone].map(Self.timeZone)
    if let place = top[.maxRejects] { rejectLimit = try Self.rejectLimit(place) }
    if let place = top[.carry] {
      for item in try place.items() { carriedColumns.append(try item.text()) }
    }
    if let place = top[.drugs] { drugs = try OwnDrug.list(place) }
    if let place = top[.policy] { try readPolicy(place) }
    if let place = top[.drop] { drop = try DropChoices(place) }
  }

  private mutating func readMAR(_ place: ConfigurationNode) throws(ConfigurationError) {
    let entries = try place.entries(of: .mar)
    minutesSince = try entries[.minutesSince].map(Self.day)
    if let columns = entries[.marColumns] { mar = try FileMapping(columns) }
    if let values = entries[.marValues] { try words.readMAR(values) }
    if words.routes[""] != nil { mar.meantByBlank.insert(.route) }
  }

  private mutating func readCharges(_ place: ConfigurationNode) throws(ConfigurationError) {
    let entries = try place.entries(of: .charges)
    if let columns = entries[.chargeColumns] { charges = try FileMapping(columns) }
    if let values = entries[.chargeValues] { try words.readCharges(values) }
  }

  private mutating func readPolicy(_ place: ConfigurationNode) throws(ConfigurationError) {
    for (name, entry) in try place.entries(known: Policy.names).sorted(by: { $0.key < $1.key }) {
      let value = try entry.text()
      do throws(PolicyError) {
        try policy.set(name, to: value)
      } catch {
        guard case .unknownValue(_, _, let takes, let known) = error else { continue }
        throw known.isEmpty ? entry.wrongShape(takes) : entry.unknown(value, known: known)
      }
    }
  }

  private static func placeOfService(_ place: ConfigurationNode) throws(ConfigurationError) -> String {
    let text = try place.text()
    guard text.utf8.count == 2, text.utf8.allSatisfy(\.isASCIIDigit) else {
      throw place.wrongShape(ConfigurationKey.placeOfService.takes)
    }
    return text
  }

  private static func timeZone(_ place: ConfigurationNode) throws(ConfigurationError) -> ClockZone {
    let name = try place.text()
    guard let zone = ClockZone(named: name) else { throw place.unknown(name, known: ClockZone.names(like: name)) }
    return zone
  }

  private static func day(_ place: ConfigurationNode) throws(ConfigurationError) -> CivilDate {
    let text = Array(try place.text().utf8)
    guard let day = TimeParser.read(text.span, order: .monthDay)?.text.date else {
      throw place.wrongShape(ConfigurationKey.minutesSince.takes)
    }
    return day
  }

  private static func rejectLimit(_ place: ConfigurationNode) throws(ConfigurationError) -> RejectLimit {
    guard let limit = RejectLimit(try place.text()) else { throw place.wrongShape(ConfigurationKey.maxRejects.takes) }
    return limit
  }
}
