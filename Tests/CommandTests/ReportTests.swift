import Foundation
import Testing

/// `--report` and `--previous`.
@Suite(.timeLimit(.minutes(15)))
struct ReportTests {
  private static let withReport = Exports.reconcile + " --report report.html"

  @Test func isTheSameWhateverTheWorkersAndTheDay() async throws {
    let folder = try Folder()
    let sample = "reconcile \(Exports.sampleData.path)/mar.csv.gz --charges \(Exports.sampleData.path)/charges.csv -q"
    for (name, options) in [("a", "--jobs 1"), ("b", "--jobs 4 --memory 128MB")] {
      let outcome = try await Program.run("\(sample) -o \(name).csv --report \(name).html \(options)", in: folder)
      #expect(outcome.exitCode == 0)
    }
    #expect(try folder.content(of: "a.html") == folder.content(of: "b.html"))
    #expect(try folder.text(of: "a.html").contains("Encounter IC-1003"))
    #expect(try folder.mode(of: "a.html") == 0o600)
  }

  @Test func isListedInTheSummary() async throws {
    let folder = try Exports.folder()
    let outcome = try await Program.run(Self.withReport + " --summary summary.json", in: folder)
    #expect(outcome.exitCode == 0)
    #expect(try folder.text(of: "summary.json").contains(#""content": "report""#))
  }

  @Test func tonightsSummaryMayReplaceTheOneComparedWith() async throws {
    let folder = try Exports.folder()
    let command = Self.withReport + " --summary summary.json"
    #expect(try await Program.run(command, in: folder).exitCode == 0)
    try folder.write(Exports.mar(adding: "E4,M9004,x,ketorolac 30 mg,IM,,2026-01-05 11:00,,"), to: "mar.csv")
    let outcome = try await Program.run(command + " --previous summary.json", in: folder)
    #expect(outcome.exitCode == 0)
    #expect(try folder.text(of: "report.html").contains("1 more than the run before (3)"))
  }

  /// One command for every night, the first one too.
  @Test func theFirstNightHasNoSummaryToCompareWith() async throws {
    let folder = try Exports.folder()
    let command = Self.withReport + " --summary summary.json --previous summary.json"
    for trend in [false, true] {
      let outcome = try await Program.run(command, in: folder)
      #expect(outcome.exitCode == 0, "\(outcome.errors)")
      #expect(try folder.text(of: "report.html").contains("the run before") == trend)
    }
  }

  @Test(arguments: [
    (options: "--previous mar.csv --report report.html", code: 65, says: "this is no JSON; give a summary"),
    (options: "--previous none.json --report report.html", code: 66, says: "no such file"),
    (options: "--previous none.json --summary s.json --report report.html", code: 66, says: "no such file"),
    (options: "--previous mar.csv", code: 64, says: "--previous needs --report"),
    (options: "--previous - --report report.html", code: 64, says: "--previous takes a file"),
    (options: "--report mar.csv", code: 64, says: "which is an input"),
    (options: "--report old.json --previous old.json", code: 64, says: "which is an input"),
    (options: "--report findings.csv", code: 64, says: "give it a name of its own"),
    (options: "--report -", code: 64, says: "only --output can be standard output"),
    (options: "--report none/report.html", code: 73, says: "cannot be created"),
  ])
  func refusesWhatCannotBe(options: String, code: Int, says: String) async throws {
    let folder = try Exports.folder(["old.json": "{}", "findings.csv": Exports.earlier])
    let outcome = try await Program.run(Exports.reconcile + " " + options, in: folder)
    #expect(outcome.exitCode == Int32(code))
    #expect(outcome.errors.contains(says), "\(outcome.errors)")
    #expect(try folder.text(of: "findings.csv") == Exports.earlier)
    #expect(try folder.names() == ["charges.csv", "findings.csv", "mar.csv", "old.json"])
  }

  /// Names as an attacker would choose them, in every column that reaches the page.
  @Test func isInertWhateverTheExportHolds() async throws {
    let hostile = ["=1+1", "<script>x</script>", "\"\"onload=x", "&amp;", "＝1", "'", "<!--", "{{{title}}}", "\u{7}"]
    var mar = "encounter_id,drug,route,technique,site,start,stop,department,purpose,<script>\n"
    for (place, text) in hostile.enumerated() {
      mar += "\"E\(place)\(text)\",\"\(text) vancomycin\",IV,infusion,\"\(text)\",2026-01-05 0\(place):00,"
      mar += "2026-01-05 0\(place):50,\"\(text)\",\"\(text)\",x\n"
    }
    let folder = try Folder()
    try folder.write(mar, to: "mar.csv")
    let outcome = try await Program.run(
      "reconcile mar.csv -o findings.csv --report report.html --carry purpose -q", in: folder)
    #expect(outcome.exitCode == 0, "\(outcome.errors)")
    let page = try folder.text(of: "report.html")
    for forbidden in ["<script", "<!--", "\u{7}", "\"onload", "&amp;amp;amp;"] { #expect(!page.contains(forbidden)) }
    #expect(page.contains("&lt;script&gt;x&lt;/script&gt;"))
    #expect(page.contains("{{{title}}}"))
  }
}
