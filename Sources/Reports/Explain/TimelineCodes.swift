import Coding
import Infusion

/// The codes that stand beside the bars of a timeline.
enum TimelineCodes {
  /// `96365 96366x2` for the first row of each service, so that no unit is told twice.
  static func byRow(_ derivation: Derivation) -> [SourceRow: String] {
    var names: [SourceRow: [String]] = [:]
    var units: [SourceRow: [String: Int]] = [:]
    for service in derivation.services {
      guard let row = service.rows.min() else { continue }
      let name = ([service.code.description] + service.modifiers.map(\.description)).joined(separator: "-")
      if units[row]?[name] == nil { names[row, default: []].append(name) }
      units[row, default: [:]][name, default: 0] += service.units
    }
    return names.reduce(into: [:]) { found, entry in
      found[entry.key] = entry.value.map { name in
        let count = units[entry.key]?[name] ?? 1
        return count == 1 ? name : "\(name)x\(count)"
      }.joined(separator: " ")
    }
  }
}
