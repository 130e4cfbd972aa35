import Foundation
import Testing

/// What is asked for wrongly (64), configured wrongly (78), or asked for and answered.
@Suite(.timeLimit(.minutes(15)))
struct UsageTests {
  /// A command that cannot be meant.
  struct Mistake: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let arguments: String
    let exitCode: Int32
    let says: String

    init(_ name: String, _ arguments: String, exitCode: Int32 = 64, says: String) {
      testDescription = name
      self.arguments = arguments
      self.exitCode = exitCode
      self.says = says
    }
  }

  static let mistakes = [
    Mistake("an unknown subcommand", "reconsile mar.csv", says: "reconsile"),
    Mistake("an unknown option", "reconcile mar.csv -o findings.csv --bogus", says: "--bogus"),
    Mistake("no MAR export", "reconcile -o findings.csv", says: "<mar>"),
    Mistake("no output", "reconcile mar.csv", says: "--output"),
    Mistake(
      "an unknown setting", "reconcile mar.csv -o findings.csv --setting hospital",
      says: "--setting takes facility or professional, not \"hospital\""),
    Mistake(
      "an unknown encoding", "reconcile mar.csv -o findings.csv --encoding latin-1",
      says: "--encoding takes auto or utf-8 or utf-16 or utf-16le or utf-16be or windows-1252, not \"latin-1\""),
    Mistake(
      "a quote that the reader cannot have", "read-records mar.csv --quote ab",
      says: "--quote takes one character of ASCII, not \"ab\""),
    Mistake(
      "one character for two things", "read-records mar.csv --quote | --delimiter |",
      says: "one byte cannot mean two things"),
    Mistake(
      "an unknown date order", "reconcile mar.csv -o findings.csv --date-order ymd",
      says: "--date-order takes mdy or dmy, not \"ymd\""),
    Mistake(
      "an unknown policy", "reconcile mar.csv -o findings.csv --policy nonsense=1",
      says: "no policy is called nonsense; known: same_drug_infusion_repeat"),
    Mistake(
      "a policy misspelt", "reconcile mar.csv -o findings.csv --policy concurent_rule=NET_TIME",
      says: "no policy is called concurent_rule; did you mean concurrent_rule?"),
    Mistake(
      "a number that is none", "reconcile mar.csv -o findings.csv --policy hydration_min_ml=much",
      says: "policy hydration_min_ml takes a number of milliliters, 0 or more, not \"much\""),
    Mistake(
      "an unknown policy to try", "explain mar.csv --encounter E1 --what-if dos_rul=SPLIT_BY_DAY",
      says: "--what-if: no policy is called dos_rul; did you mean dos_rule?"),
    Mistake(
      "a policy to try on what can be read once", "explain - --encounter E1 --what-if dos_rule=SPLIT_BY_DAY",
      says: "--what-if reads the exports twice"),
    Mistake(
      "an unknown value of a policy", "reconcile mar.csv -o findings.csv --policy dos_rule=nonsense",
      says: "nonsense"),
    Mistake(
      "a policy without a value", "reconcile mar.csv -o findings.csv --policy dos_rule",
      says: "--policy takes name=value, not \"dos_rule\""),
    Mistake(
      "a limit of rejects that is none", "reconcile mar.csv -o findings.csv --max-rejects lots",
      says: "--max-rejects takes a number of rows or a share such as 10%, not \"lots\""),
    Mistake(
      "a limit of findings that is none", "reconcile mar.csv -o findings.csv --fail-on mising>0",
      says: "--fail-on takes limits such as missing>100"),
    Mistake(
      "a day that is none", "reconcile mar.csv -o findings.csv --suppressions known.csv --as-of 2026-02-30",
      says: "--as-of takes a day such as 2026-01-31, not \"2026-02-30\""),
    Mistake(
      "suppressed findings without suppressions", "reconcile mar.csv -o findings.csv --suppressed suppressed.csv",
      says: "--suppressed needs --suppressions"),
    Mistake(
      "suppressions that are not there", "reconcile mar.csv -o findings.csv --suppressions absent.csv", exitCode: 66,
      says: "absent.csv: no such file"),
    Mistake(
      "a suppression without a day", "reconcile mar.csv -o findings.csv --suppressions endless.csv", exitCode: 78,
      says: "endless.csv:2: column expires: the cell is empty"),
    Mistake("an unknown rule", "rules NOPE-1", says: "there is no rule NOPE-1"),
    Mistake("an unknown code", "codes 9636Z", says: "no table knows a code \"9636Z\"; nearest are 96360, "),
    Mistake("a day that is none", "codes 96365 --on 2026-02-30", says: "--on takes a date such as 2025-07-01"),
    Mistake(
      "an unknown drug", "drugs ondansteron",
      says: "no table knows a drug \"ondansteron\"; nearest is ondansetron"),
    Mistake(
      "a fee schedule that is not there", "codes 96365 --fees absent.csv", exitCode: 78,
      says: "absent.csv: there is no such file; correct its name"),
    Mistake("an unknown encounter", "explain mar.csv --encounter E99", exitCode: 65, says: "no encounter E99"),
    Mistake(
      "a configuration that is not there", "derive mar.csv -o findings.csv --config absent.yaml", exitCode: 66,
      says: "absent.yaml: no such file"),
    Mistake(
      "a configuration that is no YAML", "derive mar.csv -o findings.csv --config broken.yaml", exitCode: 78,
      says: "broken.yaml:2: this is no YAML"),
    Mistake(
      "an unknown key", "derive mar.csv -o findings.csv --config key.yaml", exitCode: 78,
      says: "key.yaml:1: unknown key polcy; did you mean policy?"),
    Mistake(
      "an unknown key further in", "derive mar.csv -o findings.csv --config inner.yaml", exitCode: 78,
      says: "inner.yaml:2: unknown key mar.colums; did you mean columns?"),
    Mistake(
      "a column that the export does not have", "derive mar.csv -o findings.csv --config column.yaml", exitCode: 65,
      says: "\"Way\", which the file does not have"),
    Mistake(
      "a folder of tables that is not there", "derive mar.csv -o findings.csv --tables absent", exitCode: 78,
      says: "absent: there is no such folder; correct --tables"),
    Mistake(
      "a table without its columns", "derive mar.csv -o findings.csv --tables tables", exitCode: 78,
      says: "2026/codes.csv:1: column code"),
    Mistake(
      "a table of no known name", "derive mar.csv -o findings.csv --tables misnamed", exitCode: 78,
      says: "2026/code.csv: no table has this name"),
  ]

  @Test(arguments: mistakes)
  func aMistakeIsNamedAndWritesNothing(_ mistake: Mistake) async throws {
    let folder = try Exports.folder([
      "endless.csv": "match,encounter_id,department,drug,reason,owner,expires\nCHK-20,E1,,,why,who,\n",
      "known.csv": "match,encounter_id,department,drug,reason,owner,expires\n",
      "broken.yaml": "policy: [\n", "key.yaml": "polcy:\n  dos_rule: x\n",
      "inner.yaml": "mar:\n  colums:\n    route: Way\n", "column.yaml": "mar:\n  columns:\n    route: Way\n",
      "tables/2026/codes.csv": "a,b\n1,2\n", "misnamed/2026/code.csv": "a,b\n1,2\n",
    ])
    let before = try folder.names()
    let outcome = try await Program.run(mistake.arguments, in: folder)
    #expect(outcome.exitCode == mistake.exitCode)
    #expect(outcome.errors.contains(mistake.says), "in: \(outcome.errors)")
    #expect(outcome.output.isEmpty)
    #expect(try folder.names() == before)
  }

  @Test func aFileIsNoFolderOfTables() async throws {
    let outcome = try await Program.run("derive mar.csv -o codes.csv --tables mar.csv", in: try Exports.folder())
    #expect(outcome.exitCode == 78)
  }

  @Test func noArgumentsGiveTheHelp() async throws {
    let outcome = try await Program.run("", in: try Folder())
    #expect(outcome.exitCode == 0)
    for command in ["reconcile", "derive", "explain", "rules", "codes", "drugs"] {
      #expect(outcome.output.contains(command))
    }
  }

  @Test func thePolicyOptionsAreListed() async throws {
    let outcome = try await Program.run("rules --options", in: try Folder())
    #expect(outcome.exitCode == 0)
    #expect(outcome.output.contains("PER_BAG_31 or PER_BAG_16 or CUMULATIVE or PUSH_16_30;"))
    let document = try await Program.run("rules --options --markdown", in: try Folder())
    #expect(document.output.contains("| `hydration_min_ml` | "))
  }

  @Test func theVersionNamesTheYearsOfTheCodeSets() async throws {
    let outcome = try await Program.run("--version", in: try Folder())
    #expect(outcome.exitCode == 0)
    #expect(outcome.output.hasPrefix("infusion-charges "))
    #expect(outcome.output.contains("2025") && outcome.output.contains("2026"))
  }

  @Test(arguments: [
    ("missing>0", 3), ("missing>1", 0), ("missing>24%", 3), ("missing>25%", 0), ("unsupported>0", 0),
    ("unsupported>0,missing>0", 3),
  ])
  func findingsPastALimitEndTheRunWith3(_ limit: String, exitCode: Int32) async throws {
    let folder = try Exports.folder()
    let outcome = try await Program.run(Exports.reconcile + " --fail-on \(limit)", in: folder)
    #expect(outcome.exitCode == exitCode)
    #expect(folder.holds("findings.csv"))
  }
}
