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

  /// Shape: a comment, the choices that the files need, then the columns of each kind of file and the words given for
  /// it, then own drugs and policy; words that nobody knows stand in comments, since only a person can say what they
  /// mean.
  ///
  /// Whatever the configuration given says is in it, so that it takes that one's place.
  package var yaml: String {
    let names = inspections.map { SourceNames([$0.path]).names[0].printable }
    var lines = [
      "# What infusion-charges takes \(names.joined(separator: ", ")) for. Check it, then give it with --config."
    ]
    lines += choices + GivenChoices.top(configuration)
    lines += section("mar", .mar, configuration.mar) + section("charges", .charges, configuration.charges)
    lines += GivenChoices.bottom(configuration)
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

  private func section<Field: IntakeField>(
    _ name: String, _ role: RunSummary.InputFile.Role, _ mapping: FileMapping<Field>
  ) -> [String] {
    let files = inspections.filter { $0.role == role }
    let given = GivenChoices.words(configuration.words, role)
    let since = role == .mar ? configuration.minutesSince.map { ["  minutes_since: \($0)"] } ?? [] : []
    let unknown = unknownWords("action", files.flatMap(\.actions)) + unknownWords("route", files.flatMap(\.routes))
    let body = since + columns(of: files, mapping) + given + Self.comment(unknown, isBesideGiven: !given.isEmpty)
    return body.isEmpty ? [] : ["", "\(name):"] + body
  }

  /// One comment for all fields, since a key may stand only once.
  private static func comment(_ unknown: [String], isBesideGiven: Bool) -> [String] {
    if unknown.isEmpty { return [] }
    return isBesideGiven
      ? ["  # Nobody knows these; say what they mean under values:"] + unknown
      : ["  # Nobody knows these; say what they mean, and take the # away:", "  # values:"] + unknown
  }

  /// Of files of one kind; where there is none, as the configuration given has them.
  private func columns<Field: IntakeField>(of files: [Inspection], _ mapping: FileMapping<Field>) -> [String] {
    guard let first = files.first else {
      let given = Field.allCases.compactMap { field in
        mapping.headers[field].map { "    \(field.rawValue): \(GivenChoices.quoted($0))" }
      }
      return given.isEmpty ? [] : ["  columns:"] + given
    }
    var lines = ["  columns:"]
    for column in first.columns {
      let headers = files.map { file in file.columns.first { $0.field == column.field }?.header }
      // A column that some file has under another header is found by its synonyms in each.
      guard headers.allSatisfy({ $0 == column.header }) else {
        lines.append("    # \(column.field): the files differ")
        continue
      }
      let doubt = column.confidence == .guessed ? "  # guessed from its values" : ""
      lines.append("    \(column.field): \(GivenChoices.quoted(column.header))\(doubt)")
    }
    return lines
  }

  private func unknownWords(_ field: String, _ words: [Inspection.Word]) -> [String] {
    var rows: [String: Int] = [:]
    for word in words where word.meaning == nil { rows[word.text, default: 0] += word.rows }
    guard !rows.isEmpty else { return [] }
    var lines = ["  #   \(field):"]
    for (text, rows) in rows.sorted(by: { ($1.value, $0.key) < ($0.value, $1.key) }).prefix(20) {
      lines.append(
        "  #     \(GivenChoices.quoted(text)): \(field == "action" ? "given" : "OTHER")  # \(counted(rows, "row"))")
    }
    return lines
  }
}
