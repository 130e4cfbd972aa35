import CodeTables
import Coding
import Infusion
import Pipeline
import Testing

@Suite("The configuration file")
struct ConfigurationTests {
  private func read(_ yaml: String) throws(ConfigurationError) -> Configuration {
    try Configuration(yaml: yaml, file: "infusion-charges.yaml")
  }

  /// The message with which the text is refused.
  private func refusal(_ yaml: String) -> String? {
    do {
      _ = try read(yaml)
      return nil
    } catch {
      return error.description
    }
  }

  @Test("Every key is read")
  func everything() throws {
    let configuration = try read(
      """
      setting: professional
      pos: "11"
      date_order: dmy
      allow_any_year: true
      max_rejects: 2.5%
      mar:
        columns: {encounter_id: Visit No, action: status}
        values:
          action: {Rewritten: void, Not Given!: never_given}
          purpose: {Mixed solution: vehicle}
          route: {PO/NG: ORAL}
          technique: {Drip: infusion}
          drug_class: {Biologic: complex}
      charges:
        columns: {code: Proc}
        values: {status: {X: void}}
      drugs:
        - {name: Studydrug, ingredient: studymab, class: CHEMO}
        - {hcpcs: j9999, ingredient: a + b}
      policy: {pump_home_code: "96416"}
      """)
    #expect(configuration.setting == .professional)
    #expect(configuration.placeOfService == "11")
    #expect(configuration.dateOrder == .dayMonth)
    #expect(configuration.allowsAnyYear)
    #expect(configuration.rejectLimit == .share(basisPoints: 250))
    #expect(configuration.mar.headers == [.encounterID: "Visit No", .action: "status"])
    #expect(configuration.words.actions == ["rewritten": .void, "notgiven": .neverGiven])
    #expect(configuration.words.purposes == ["mixedsolution": .vehicle])
    #expect(configuration.words.routes == ["pong": .oral])
    #expect(configuration.words.techniques == ["drip": .infusion])
    #expect(configuration.words.drugClasses == ["biologic": .complex])
    #expect(configuration.charges.headers == [.code: "Proc"])
    #expect(configuration.words.lineStatuses == ["x": .void])
    #expect(
      configuration.drugs == [
        OwnDrug(name: "Studydrug", ingredients: ["studymab"], drugClass: .chemo),
        OwnDrug(hcpcs: "J9999", ingredients: ["a", "b"]),
      ])
    #expect(configuration.policy.pumpHomeCode == .cpt)
  }

  @Test("An empty file, and empty sections, leave everything at its default", arguments: ["", "# nothing\n", "mar:\n"])
  func empty(yaml: String) throws {
    let configuration = try read(yaml)
    #expect(configuration.mar.headers.isEmpty)
    #expect(configuration.rejectLimit == .standard)
    #expect(configuration.setting == nil)
  }

  @Test(
    "What cannot be used is refused with file, line and advice",
    arguments: [
      ("date_ordr: mdy", "infusion-charges.yaml:1: unknown key date_ordr; did you mean date_order?"),
      (
        "setting: facility\nmar:\n  colums: {}",
        "infusion-charges.yaml:3: unknown key mar.colums; did you mean columns?"
      ),
      (
        "mar:\n  columns:\n    rout: X",
        "infusion-charges.yaml:3: unknown key mar.columns.rout; did you mean route?"
      ),
      (
        "mar:\n  values:\n    action:\n      X: viod",
        "infusion-charges.yaml:4: mar.values.action.X cannot be \"viod\"; did you mean void?"
      ),
      ("date_order: ymd", "infusion-charges.yaml:1: date_order cannot be \"ymd\"; write one of: mdy, dmy"),
      ("setting: home", "infusion-charges.yaml:1: setting cannot be \"home\"; write one of: facility, professional"),
      ("pos: 111", "infusion-charges.yaml:1: pos has the wrong shape; write two digits"),
      ("max_rejects: 101%", "infusion-charges.yaml:1: max_rejects has the wrong shape; write a number of rows, or 10%"),
      ("- 1", "infusion-charges.yaml:1: the file has the wrong shape; write keys with values beneath it, one a line"),
      (
        "allow_any_year: maybe",
        "infusion-charges.yaml:1: allow_any_year cannot be \"maybe\"; write one of: true, false"
      ),
      ("drugs:\n  - {name: A}", "infusion-charges.yaml:2: drugs[1] has no ingredient; add it"),
      ("drugs:\n  - {ingredient: a}", "infusion-charges.yaml:2: drugs[1] has no name or hcpcs; add it"),
      (
        "policy: {pump_home_code: 1}",
        "infusion-charges.yaml:1: policy.pump_home_code cannot be \"1\"; write one of: 96416, G0498"
      ),
      (
        "policy: {bag_change_gap_min: long}",
        "infusion-charges.yaml:1: policy.bag_change_gap_min has the wrong shape; write a number of minutes, 0 to 60"
      ),
      (
        "policy: {concurrent_rul: NET_TIME}",
        "infusion-charges.yaml:1: unknown key policy.concurrent_rul; did you mean concurrent_rule?"
      ),
    ])
  func refused(yaml: String, message: String) {
    #expect(refusal(yaml) == message)
  }

  @Test("What is no YAML is refused with its line", arguments: ["mar: [", "mar: {}\nmar: {}", "\tmar: 1"])
  func notYAML(yaml: String) throws {
    let message = try #require(refusal(yaml))
    #expect(message.hasPrefix("infusion-charges.yaml:"))
    #expect(message.contains("this is no YAML"))
  }

  @Test("Up to the limit rejected rows are allowed (IN-52)")
  func rejectLimit() throws {
    #expect(RejectLimit.standard.allows(rejected: 10, ofRows: 100))
    #expect(!RejectLimit.standard.allows(rejected: 11, ofRows: 100))
    #expect(RejectLimit.standard.allows(rejected: 0, ofRows: 0))
    let three = try #require(RejectLimit("3"))
    #expect(three.allows(rejected: 3, ofRows: 3) && !three.allows(rejected: 4, ofRows: 1_000_000))
    for text in ["", "-1", "ten", "0.001%", "5 %%"] { #expect(RejectLimit(text) == nil, "\(text)") }
  }
}

@Suite("The keys of a configuration file")
struct ConfigurationKeyTests {
  @Test("Every key of the document is read", arguments: ConfigurationSection.all)
  func isRead(_ section: ConfigurationSection) throws {
    for key in section.keys {
      // A list in a list, which no key takes, in braces from the key outwards.
      let names = section.path.split(separator: ".")
      // A drug has to have these two.
      let others = section.path == "drugs[]" ? ["name", "ingredient"].filter { $0 != key.name } : []
      let inner = "{\((others.map { "\($0): a" } + ["\(key.name): [[1]]"]).joined(separator: ", "))}"
      let yaml = names.reversed().reduce(inner) {
        $1.hasSuffix("[]") ? "{\($1.dropLast(2)): [\($0)]}" : "{\($1): \($0)}"
      }
      let path = (names.map { $0.hasSuffix("[]") ? "\($0.dropLast(2))[1]" : "\($0)" } + [key.name])
        .joined(separator: ".")
      let error = #expect(throws: ConfigurationError.self) { try Configuration(yaml: yaml, file: "c.yaml") }
      let message = try #require(error?.description)
      #expect(message.hasPrefix("c.yaml:1: \(path)") && message.contains("wrong shape"), "\(message)")
    }
  }
}
