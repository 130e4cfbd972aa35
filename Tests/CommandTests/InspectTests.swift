import Foundation
import Testing

/// What `inspect` takes files for, and whether the configuration that it writes works (design section 4).
@Suite(.timeLimit(.minutes(15)))
struct InspectTests {
  private func inspect(_ text: String, _ arguments: String = "") async throws -> Program.Outcome {
    let folder = try Folder()
    try folder.write(text, to: "export.csv")
    return try await Program.run("inspect export.csv \(arguments)", in: folder)
  }

  /// The screen without its line breaks.
  private func screen(_ text: String, _ arguments: String = "") async throws -> String {
    let outcome = try await inspect(text, arguments)
    #expect(outcome.exitCode == 0, "\(outcome.errors)")
    return outcome.output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  @Test func theSampleReadByTheConfigurationWrittenForItGivesTheSameBytes() async throws {
    let folder = try Folder()
    for name in ["mar.csv.gz", "charges.csv"] {
      try folder.write(Data(contentsOf: Exports.sampleData.appending(path: name)), to: name)
    }
    let reconcile = "reconcile mar.csv.gz --charges charges.csv -q -o"
    _ = try await Program.run("\(reconcile) plain.csv", in: folder)
    let draft = try await Program.run("inspect mar.csv.gz charges.csv --write-config", in: folder)
    try folder.write(draft.output, to: "site.yaml")
    let outcome = try await Program.run("\(reconcile) configured.csv --config site.yaml", in: folder)
    #expect(outcome.exitCode == 0, "\(outcome.errors)")
    #expect(try folder.content(of: "configured.csv") == folder.content(of: "plain.csv"))
  }

  /// The headers of `Exports` as a person may have named them, and exports that mean the same.
  private static let oddHeaders = [
    (
      "csn,mrn,patient name,medication,route,site,start,stop,duration min",
      "Visit No,Pt,Who,Drug Given,How,Where,Hung,Down,x"
    ),
    ("csn,cpt,units,date of service", "Visit No,Proc,How Many,Performed"),
  ]

  @Test(arguments: [",", "\t", ";"])
  func oddHeadersReadByTheConfigurationWrittenForThemGiveTheSameBytes(delimiter: String) async throws {
    let folder = try Exports.folder()
    _ = try await Program.run(Exports.reconcile, in: folder)
    let plain = try folder.content(of: "findings.csv")
    for (name, text, headers) in [
      ("mar.csv", Exports.mar, Self.oddHeaders[0]), ("charges.csv", Exports.charges, Self.oddHeaders[1]),
    ] {
      let odd = text.replacing(headers.0, with: headers.1).replacing("\"Test, Zz", with: "\"Test Zz")
      try folder.write(odd.replacing(",", with: delimiter), to: name)
    }
    let refused = try await Program.run(Exports.reconcile, in: folder)
    #expect(refused.exitCode == 65)
    let draft = try await Program.run("inspect mar.csv charges.csv --write-config", in: folder)
    #expect(draft.exitCode == 0, "\(draft.errors)")
    try folder.write(draft.output, to: "site.yaml")
    let outcome = try await Program.run("\(Exports.reconcile) --config site.yaml", in: folder)
    #expect(outcome.exitCode == 0, "\(outcome.errors)\(draft.output)")
    #expect(try folder.content(of: "findings.csv") == plain, "\(draft.output)")
    let check = try await Program.run("check-config site.yaml", in: folder)
    #expect(check.exitCode == 0 && check.output.hasPrefix("site.yaml: can be used"))
  }

  @Test func aConfigurationForDayFirstAndShiftedDatesSaysSo() async throws {
    let folder = try Folder()
    let rows = "E1,vancomycin 1 g,IV,13/2/2150 09:00,13/2/2150 10:31\nE2,ketorolac,IM,3/2/2150 09:00,\n"
    try folder.write("csn,drug,route,start,stop\n" + rows, to: "mar.csv")
    let draft = try await Program.run("inspect mar.csv --write-config", in: folder)
    #expect(draft.output.contains("date_order: dmy\n") && draft.output.contains("allow_any_year: true\n"))
    try folder.write(draft.output, to: "site.yaml")
    let outcome = try await Program.run("derive mar.csv --config site.yaml -o codes.csv", in: folder)
    #expect(outcome.exitCode == 0, "\(outcome.errors)")
    #expect(try folder.text(of: "codes.csv").contains("2150-02-03"))
  }

  @Test func whatAConfigurationSaysIsInTheOneWrittenWithIt() async throws {
    let folder = try Exports.folder()
    // No route and no action, times in minutes, a drug and a policy of the organisation's own.
    try folder.write(
      "visit,what,from,to,why\nE1,zorblax 5 mg,0,91,Foo\nE1,house mix,0,91,Thirsty\nE2,ondansetron,-30,,Foo\n",
      to: "mar.csv")
    try folder.write(
      """
      pos: 02
      max_rejects: 2.5%
      carry: [why]
      mar:
        minutes_since: 2026-01-05
        columns: {encounter_id: visit, drug: what, start: from, stop: to, purpose: why}
        values: {route: {"": IV}, purpose: {Thirsty: hydration, "Foo": none}}
      charges:
        columns: {units: "How \\"many\\""}
        values: {status: {Backed out: void}}
      drugs: [{name: house mix, ingredient: morphine+ketamine, class: THER}, {hcpcs: J9999, ingredient: trialumab}]
      policy: {dos_rule: SPLIT_BY_DAY, kvo_rate_ml_h: 40}
      drop: {mar: "gave {drop}.*", charges: none}
      """, to: "given.yaml")
    let draft = try await Program.run("inspect mar.csv --config given.yaml --write-config", in: folder)
    #expect(draft.exitCode == 0, "\(draft.errors)")
    try folder.write(draft.output, to: "written.yaml")
    var outputs: [String] = []
    for name in ["given", "written"] {
      let outcome = try await Program.run("derive mar.csv --config \(name).yaml -o \(name).csv -q", in: folder)
      #expect(outcome.exitCode == 0, "\(outcome.errors)\(draft.output)")
      let check = try await Program.run("check-config \(name).yaml", in: folder)
      outputs += [try folder.text(of: "\(name).csv"), check.output.replacing(name, with: "x")]
    }
    #expect(outputs[0] == outputs[2], "\(draft.output)")
    #expect(
      outputs[1].contains("units from") && outputs[1].contains("charges = none") && outputs[1] == outputs[3],
      "\(draft.output)")
    let screen = try await Program.run("inspect mar.csv --config given.yaml", in: folder)
    #expect(screen.output.contains("start 0 is 2026-01-05 00:00 (minutes)"), "\(screen.output)")
  }

  @Test func wordsThatNobodyKnowsWorkOnceTheyAreNoComments() async throws {
    let folder = try Folder()
    let rows = "E1,ketorolac,Xyzzy,2026-01-05 09:00,Frobbed\nE1,ketorolac,IM,2026-01-05 09:00,Given\n"
    try folder.write("csn,drug,route,start,action\n" + rows, to: "mar.csv")
    let draft = try await Program.run("inspect mar.csv --write-config", in: folder)
    let yaml = draft.output.split(separator: "\n").map {
      $0.hasPrefix("  # Nobody") ? "" : $0.hasPrefix("  # ") ? "  " + $0.dropFirst(4) : String($0)
    }
    try folder.write(yaml.joined(separator: "\n"), to: "site.yaml")
    let check = try await Program.run("check-config site.yaml", in: folder)
    #expect(check.output.contains("1 of action, 1 of route"), "\(draft.output)\(check.errors)")
  }

  @Test func whatAFileIsWrittenInIsSaidOfAllOfIt() async throws {
    let folder = try Folder()
    let row = "E1,ketorolac 30 mg,IM,2026-01-05 09:00\n"
    try folder.write(
      Data(("csn,drug,route,start\n" + String(repeating: row, count: 30_000) + "E1,ketorolac ").utf8) + Data([0xE9])
        + Data(",IM,2026-01-05 09:00\n".utf8), to: "mar.csv")
    let outcome = try await Program.run("inspect mar.csv", in: folder)
    #expect(outcome.output.contains("encoding      UTF-8, then Windows-1252"), "\(outcome.output)")
    #expect(outcome.output.contains("ENCODING: line 30002 is no UTF-8"), "\(outcome.output)")
  }

  @Test func headersThatYAMLWouldReadOtherwiseAreQuoted() async throws {
    let folder = try Folder()
    let header = #""Visit: ""No"" #1",drug,route,"- start \ %""#
    try folder.write("\(header)\nE1,ketorolac,IM,2026-01-05 09:00\nE1,ketorolac,IM,2026-01-05 10:00\n", to: "mar.csv")
    let draft = try await Program.run("inspect mar.csv --write-config", in: folder)
    try folder.write(draft.output, to: "site.yaml")
    let outcome = try await Program.run("derive mar.csv --config site.yaml -o codes.csv -q", in: folder)
    #expect(outcome.exitCode == 0, "\(draft.output)\(outcome.errors)")
  }

  @Test(
    arguments: [
      // Synonyms that lost, values that nobody knows, what is not read.
      (
        "csn,med name,description,route,start,mar action,Nurse\nE1,ketorolac 30 mg,x,IM,2026-01-05 09:00,Frobbed,Ann\n",
        [
          "likely drug \"med name\", not \"description\"", "not read \"description\", \"Nurse\"",
          "actions Frobbed 1 = not known", "IN-34 action: 1 row, first on line 2 (\"Frobbed\")",
          "drugs 1 row recognised",
        ]
      ),
      // A report above the header, gzip aside; times and what is assumed of them.
      (
        "Report run 1/5/2026\n\ncsn|drug|route|start\nE1|zorblax|IV|3/4/2026 9:00 AM\n",
        [
          "dialect pipe", "header line 3, below 1 line of a report", "start 3/4/2026 9:00 AM is 2026-03-04 09:00",
          "month first, which nothing shows", "drugs 0 rows recognised, 1 not: zorblax 1",
        ]
      ),
      // A column of sites that is a part of the body.
      (
        "csn,drug,route,start,site\nE1,ketorolac,IM,2026-01-05 09:00,L deltoid\nE1,vancomycin,IV,2026-01-05 09:00,\n",
        ["body sites L deltoid 1", "\"site\" is filled in for injections only", "no access site"]
      ),
      (
        "csn,drug,route,start,site\nE1,vancomycin,IV,2026-01-05 09:00,Left Thigh\n",
        ["\"site\" looks like parts of the body for 1 IV row"]
      ),
      // More kinds of problems than a screen holds.
      (
        "csn,drug,route,start\n"
          + (5...17).map { "E1,x,IV,2026-01-05 09:00" + String(repeating: ",", count: $0) + "\n" }.joined(),
        ["the record has 9 fields", "the record has 18 fields", "3 more, of 3 rows: see the rejects of a run"]
      ),
      // Charges.
      (
        "csn,cpt,units\nE1,96365,1\nE1,99284,1\nE1,80053,1\nE1,nonsense,1\n",
        [
          "charges, 4 rows", "96365 1 = compared", "99284 1 = visit", "80053 1 = left out", "nonsense 1 = not known",
          "IN-10 code: 1 row, first on line 5",
        ]
      ),
    ] as [(String, [String])])
  func theScreenSays(text: String, says: [String]) async throws {
    let screen = try await screen(text)
    for sentence in says { #expect(screen.contains(sentence), "\(sentence)\n\(screen)") }
  }

  @Test func aMappingOfTheUserIsShownAsSuch() async throws {
    let folder = try Folder()
    try folder.write("csn,drug,route,start,When\nE1,ketorolac,IM,,2026-01-05 09:00\n", to: "mar.csv")
    try folder.write("mar:\n  columns:\n    start: When\n", to: "site.yaml")
    let outcome = try await Program.run("inspect mar.csv --config site.yaml", in: folder)
    #expect(outcome.output.contains("configured    start \"When\""))
  }

  @Test func valuesTellVisitFromPatientAndStopFromSchedule() async throws {
    let text = """
      Person,Visit Key,Scheduled,Medicine,Way,Began,Over
      P1,V1,2026-01-05 09:30,vancomycin 1 g,IV,2026-01-05 09:00,2026-01-05 10:31
      P1,V1,2026-01-05 11:30,ondansetron 4 mg,IVP,2026-01-05 11:00,
      P1,V2,2026-01-06 09:30,ketorolac 30 mg,IM,2026-01-06 09:00,

      """
    // The time that it was due stands first, and is told by its header.
    let screen = try await screen(text)
    for part in [
      "encounter_id \"Visit Key\"", "drug \"Medicine\"", "route \"Way\"", "start \"Began\"", "stop \"Over\"",
    ] {
      #expect(screen.contains(part), "\(part)\n\(screen)")
    }
  }

  @Test(arguments: [
    ("a,b\n1,2\n3,4\n", Int32(65)), ("", 65), ("%PDF-1.7", 65),
    ("csn,drug,route,start\nE1,x,IV,13/1/2026\nE1,x,IV,1/13/2026\n", 65),
  ])
  func whatNoConfigurationHelpsIsRefused(text: String, exitCode: Int32) async throws {
    #expect(try await inspect(text).exitCode == exitCode)
  }
}
