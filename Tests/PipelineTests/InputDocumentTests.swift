import CodeTables
import Foundation
import Pipeline
import Testing

/// What docs/input.md and docs/configuration.md show is what the program reads.
@Suite("The reference of inputs")
struct InputDocumentTests {
  private func document(_ name: String) throws -> String {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    return try String(contentsOf: root.appending(path: "docs/\(name)"), encoding: .utf8)
  }

  @Test("Every field is named")
  func fields() throws {
    let columns = try document("input.md").components(separatedBy: "\n## ")
    let mar = try #require(columns.first { $0.hasPrefix("MAR columns") })
    let charges = try #require(columns.first { $0.hasPrefix("Charge columns") })
    for field in MARField.allCases { #expect(mar.contains("`\(field.rawValue)`"), "\(field.rawValue)") }
    // The example of four modifiers leaves two out.
    for field in ChargeField.allCases where field != .modifier2 && field != .modifier3 {
      #expect(charges.contains("`\(field.rawValue)`"), "\(field.rawValue)")
    }
  }

  @Test("Every purpose has its effect")
  func purposes() throws {
    let text = try document("input.md")
    for word in PurposeWord.allCases { #expect(text.contains("`\(word.rawValue)`"), "\(word.rawValue)") }
  }

  @Test("The configuration of the reference can be used, and shows every section")
  func configuration() throws {
    let shown = try #require(try document("configuration.md").components(separatedBy: "```yaml\n").dropFirst().first)
    let yaml = try #require(shown.components(separatedBy: "```").first)
    let configuration = try Configuration(yaml: yaml, file: "configuration.md")
    #expect(configuration.drugs.count == 2 && configuration.words.routes.count == 1)
    for key in try #require(ConfigurationSection.all.first).keys {
      #expect(yaml.contains("\n\(key.name):") || yaml.hasPrefix("\(key.name):"))
    }
  }
}
