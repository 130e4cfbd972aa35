import Infusion
import Pipeline

/// A configuration file that says what was found out about files, as YAML to start from.
package struct ConfigurationDraft {
  private let inspections: [Inspection]
  private let configuration: Configuration

  /// - Parameter configuration: what held while the files were looked at.
  package init(_ inspections: [Inspection], configuration: Configuration) {
    self.inspections = inspections
    self.configuration = configuration
  }

  /// Shape: a comment, the choices that the files need, then the columns of each kind of file; words that nobody knows
  /// stand in comments, since only a person can say what they mean.
  package var yaml: String {
    let names = inspections.map { SourceNames([$0.path]).names[0].printable }
    var lines = [
      "# What infusion-charges takes \(names.joined(separator: ", ")) for. Check it, then give it with --config."
    ]
    lines += choices
    lines += section("mar", .mar) + section("charges", .charges)
    return lines.joined(separator: "\n") + "\n"
  }

  private var choices: [String] {
    var lines: [String] = []
    if let setting = configuration.setting { lines.append("setting: \(setting.rawValue)") }
    if let order = configuration.dateOrder {
      lines.append("date_order: \(order.rawValue)")
    } else if inspections.contains(where: { $0.dateOrder == .shown(.dayMonth) }),
      !inspections.contains(where: { $0.dateOrder == .shown(.monthDay) })
    {
      lines.append("date_order: dmy")
    }
    if let zone = configuration.timeZone {
      lines.append("time_zone: \(zone.name)")
    } else if inspections.contains(where: { $0.offsets == .zero }) {
      lines.append("# Times are in absolute time; with the zone of the place, days are those of its clocks:")
      lines.append("# time_zone: America/New_York")
    }
    if configuration.allowsAnyYear {
      lines.append("allow_any_year: true")
    } else if inspections.contains(where: \.isOfAnyYear) {
      lines.append("# Most dates lie outside 1990-2100: they were shifted on purpose.")
      lines.append("allow_any_year: true")
    }
    return lines
  }

  private func section(_ name: String, _ role: RunSummary.InputFile.Role) -> [String] {
    let files = inspections.filter { $0.role == role }
    guard let first = files.first else { return [] }
    var lines = ["", "\(name):", "  columns:"]
    for column in first.columns {
      let headers = files.map { file in file.columns.first { $0.field == column.field }?.header }
      // A column that some file has under another header is found by its synonyms in each.
      guard headers.allSatisfy({ $0 == column.header }) else {
        lines.append("    # \(column.field): the files differ")
        continue
      }
      let doubt = column.confidence == .guessed ? "  # guessed from its values" : ""
      lines.append("    \(column.field): \(Self.quoted(column.header))\(doubt)")
    }
    lines += unknownWords("action", files.flatMap(\.actions)) + unknownWords("route", files.flatMap(\.routes))
    return lines
  }

  private func unknownWords(_ field: String, _ words: [Inspection.Word]) -> [String] {
    var rows: [String: Int] = [:]
    for word in words where word.meaning == nil { rows[word.text, default: 0] += word.rows }
    guard !rows.isEmpty else { return [] }
    var lines = ["  # Nobody knows these; say what they mean, and take the # away:", "  # values:", "  #   \(field):"]
    for (text, rows) in rows.sorted(by: { ($1.value, $0.key) < ($0.value, $1.key) }).prefix(20) {
      lines.append("  #     \(Self.quoted(text)): \(field == "action" ? "given" : "OTHER")  # \(counted(rows, "row"))")
    }
    return lines
  }

  /// A text that YAML reads as it is.
  private static func quoted(_ text: String) -> String {
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
