import CodeTables
import Coding
import Infusion
import Pipeline

/// What a configuration file says beyond columns and dates, as YAML again.
enum GivenChoices {
  /// Choices that go before the columns.
  static func top(_ configuration: Configuration) -> [String] {
    var lines: [String] = []
    if let place = configuration.placeOfService { lines.append("pos: \(quoted(place))") }
    if configuration.rejectLimit != .standard { lines.append("max_rejects: \(quoted("\(configuration.rejectLimit)"))") }
    if !configuration.carriedColumns.isEmpty {
      lines.append("carry: [\(configuration.carriedColumns.map(quoted).joined(separator: ", "))]")
    }
    return lines
  }

  /// Words of the columns of one kind of file; their spelling is the folded one, which matches as the given one did.
  static func words(_ words: LocalWords, _ role: RunSummary.InputFile.Role) -> [String] {
    let all =
      role == .mar
      ? values("action", words.actions) + values("purpose", words.purposes) + values("route", words.routes)
        + values("technique", words.techniques) + values("drug_class", words.drugClasses)
      : values("status", words.lineStatuses)
    return all.isEmpty ? [] : ["  values:"] + all
  }

  private static func values<Meaning: RawRepresentable<String>>(
    _ field: String, _ words: [String: Meaning]
  ) -> [String] {
    guard !words.isEmpty else { return [] }
    return ["    \(field):"]
      + words.sorted { $0.key < $1.key }.map { "      \(quoted($0.key)): \($0.value.rawValue)" }
  }

  /// Own drugs, policy, and the files of a drop folder.
  static func bottom(_ configuration: Configuration) -> [String] {
    var lines: [String] = []
    if !configuration.drugs.isEmpty { lines += ["", "drugs:"] + configuration.drugs.map(words) }
    let policy = configuration.policy.changed.sorted { $0.key < $1.key }
    if !policy.isEmpty { lines += ["", "policy:"] + policy.map { "  \($0.key): \(quoted($0.value))" } }
    let drop = configuration.drop.changed
    if !drop.isEmpty { lines += ["", "drop:"] + drop.map { "  \($0.key): \(quoted($0.value))" } }
    return lines
  }

  private static func words(_ drug: OwnDrug) -> String {
    let entries: [(String, String?)] = [
      ("name", drug.name), ("hcpcs", drug.hcpcs), ("ingredient", drug.ingredients.joined(separator: "+")),
      ("class", drug.drugClass?.rawValue),
    ]
    let texts = entries.compactMap { name, value in value.map { "\(name): \(quoted($0))" } }
    return "  - {\(texts.joined(separator: ", "))}"
  }

  /// A text that YAML reads as it is.
  static func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case _ where scalar.value < 0x20 || scalar.value == 0x7F:
        let digits = String(scalar.value, radix: 16)
        quoted += "\\x" + String(repeating: "0", count: 2 - digits.count) + digits
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }
}
