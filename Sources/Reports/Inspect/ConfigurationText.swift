import Coding
import Infusion
import Pipeline

/// What a configuration file sets, in a few lines.
package struct ConfigurationText {
  private let file: String
  private let configuration: Configuration
  private let width: Int

  package init(_ configuration: Configuration, file: String, width: Int = 80) {
    self.configuration = configuration
    self.file = file
    self.width = width
  }

  package var text: String {
    var page = Page(width: width)
    let facts = facts
    page.line("\(file.printable): can be used" + (facts.isEmpty ? "; it sets nothing" : ""))
    for (name, value) in facts { page.paragraph(value.printable, first: "  " + name.fitted(to: 16)) }
    return page.text
  }

  private var facts: [(name: String, value: String)] {
    var facts: [(String, String)] = []
    if let setting = configuration.setting { facts.append(("setting", setting.rawValue)) }
    if let place = configuration.placeOfService { facts.append(("pos", place)) }
    if let order = configuration.dateOrder { facts.append(("date_order", order.rawValue)) }
    if let zone = configuration.timeZone { facts.append(("time_zone", zone.name)) }
    if configuration.allowsAnyYear { facts.append(("allow_any_year", "true")) }
    if configuration.rejectLimit != .standard { facts.append(("max_rejects", configuration.rejectLimit.description)) }
    if !configuration.carriedColumns.isEmpty {
      facts.append(("carry", configuration.carriedColumns.joined(separator: ", ")))
    }
    facts += columns("MAR columns", configuration.mar) + columns("charge columns", configuration.charges) + words
    if !configuration.drugs.isEmpty { facts.append(("drugs", "\(configuration.drugs.count) of your own")) }
    for (name, value) in configuration.policy.changed.sorted(by: { $0.key < $1.key }) {
      facts.append(("policy", "\(name) = \(value)"))
    }
    for (name, value) in configuration.drop.changed { facts.append(("drop", "\(name) = \(value)")) }
    return facts
  }

  private func columns<Field: IntakeField>(_ name: String, _ mapping: FileMapping<Field>) -> [(String, String)] {
    let columns = Field.allCases.compactMap { field in mapping.headers[field].map { "\(field.rawValue) from \"\($0)\"" }
    }
    return columns.isEmpty ? [] : [(name, columns.joined(separator: ", "))]
  }

  private var words: [(String, String)] {
    let words = configuration.words
    let counts = [
      ("action", words.actions.count), ("purpose", words.purposes.count), ("route", words.routes.count),
      ("technique", words.techniques.count), ("drug_class", words.drugClasses.count),
      ("status", words.lineStatuses.count),
    ].filter { $0.1 > 0 }
    return counts.isEmpty ? [] : [("words", counts.map { "\($0.1) of \($0.0)" }.joined(separator: ", "))]
  }
}
