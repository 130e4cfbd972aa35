import Foundation
import Infusion
import Testing

@testable import CodeTables

/// Each check of the tables, tried on a copy with one thing broken.
@Suite struct BrokenTablesTests {
  struct Break: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let file: String
    let change: @Sendable (String) -> String
    /// What the message must say, beside the file.
    let message: String

    init(_ description: String, _ file: String, _ message: String, _ change: @escaping @Sendable (String) -> String) {
      testDescription = description
      self.file = file
      self.change = change
      self.message = message
    }
  }

  static let breaks = [
    Break("a code twice", "2026/codes.csv", "96413 is already on line") { repeatingLine("96413,", in: $0) },
    Break("a service twice", "2026/services.csv", "infusionInitial CHEMO is already on line") {
      repeatingLine("infusionInitial,CHEMO", in: $0)
    },
    Break("a service without a code", "2026/services.csv", "the code of infusionHour CHEMO is missing") {
      withoutLine("infusionHour,CHEMO", in: $0)
    },
    Break("a service with an unknown code", "2026/services.csv", "98765 is not in 2026/codes.csv") {
      inLine("infusionInitial,CHEMO", of: $0, "96413", "98765")
    },
    Break("a service that no rule knows", "2025/services.csv", "column service: found \"infusionThird\"") {
      inLine("infusionInitial,CHEMO", of: $0, "infusionInitial", "infusionThird")
    },
    Break("vials of no drug code", "Formulary/vials.csv", "J0000 is not in Formulary/hcpcs.csv") {
      $0 + "J0000,100,mg,test\n"
    },
    Break("vials in another measure", "Formulary/vials.csv", "the unit of J9299 in Formulary/hcpcs.csv") {
      inLine("J9299,", of: $0, ",mg,", ",mL,")
    },
    Break("a vial of nothing", "Formulary/vials.csv", "column sizes: found \"0\"") {
      inLine("J2323,", of: $0, "300", "0")
    },
    Break("a billed unit of nothing", "Formulary/hcpcs.csv", "column unit_amount: found \"0\"") {
      inLine("J2323,", of: $0, ",1,", ",0,")
    },
    Break("a billed unit that nobody knows", "Formulary/hcpcs.csv", "column unit: found \"barrel\"") {
      inLine("J2323,", of: $0, ",mg,", ",barrel,")
    },
    Break("a long description", "2026/codes.csv", "100 characters, and at most 90 are allowed") {
      $0 + "99998,\(String(repeating: "x", count: 100)),neighbour,other,yes,yes,,,test\n"
    },
    Break("no threshold", "2026/thresholds.csv", "the threshold longestPush is missing") {
      withoutLine("longestPush,", in: $0)
    },
    Break("thresholds that disagree", "2026/thresholds.csv", "shortestInfusion is not longestPush + 1") {
      inLine("shortestInfusion,", of: $0, "16", "17")
    },
    Break("a further hour that starts too early", "2026/thresholds.csv", "furtherHourStarts is not hourMinutes") {
      inLine("furtherHourStarts,", of: $0, "91", "90")
    },
    Break("a threshold of nothing", "2026/thresholds.csv", "column value: found \"0\"; write a number above 0") {
      inLine("pushWindow,", of: $0, ",1,", ",0,")
    },
    Break("a strength without its limit", "2026/thresholds.csv", "the threshold strongSaline is missing") {
      withoutLine("strongSaline,", in: $0)
    },
    Break("a strength in another unit", "2026/thresholds.csv", "column unit: found \"mL\"; write percent") {
      inLine("strongDextrose,", of: $0, "percent", "mL")
    },
    Break("a strength of more than all", "2026/thresholds.csv", "column value: found \"1000\"; write a number below") {
      inLine("strongDextrose,", of: $0, ",10,", ",1000,")
    },
    Break(
      "a fluid weaker than its class", "Formulary/fluids.csv", "column class: found \"therapeutic\"; write hydration"
    ) {
      inLine("dextrose 5%,", of: $0, "hydration", "therapeutic")
    },
    Break(
      "a fluid stronger than its class", "Formulary/fluids.csv", "column class: found \"hydration\"; write therapeutic"
    ) {
      inLine("dextrose 10%-sodium chloride 0.45%,", of: $0, "therapeutic", "hydration")
    },
    Break("an electrolyte of another class", "Formulary/drugs.csv", "write therapeutic, as CLS-15 says") {
      inLine("magnesium sulfate,", of: $0, "therapeutic,therapeutic", "chemo,chemo")
    },
    Break("no electrolyte", "Formulary/drugs.csv", "every electrolyte with the source CLS-15 is missing") {
      $0.replacing("CLS-15", with: "")
    },
    Break("a plain word twice", "Formulary/plain_words.csv", "bag is already on line") {
      repeatingLine("bag,", in: $0)
    },
    Break("two plain words in one", "Formulary/plain_words.csv", "found \"mini bag\"; write one word") {
      $0 + "mini bag,container,test\n"
    },
    Break("a plain word of no kind", "Formulary/plain_words.csv", "column kind: found \"drug\"") {
      $0 + "zorbamycin,drug,test\n"
    },
    Break("no unit", "Formulary/plain_words.csv", "every unit is missing") {
      $0.replacing(",unit,", with: ",filler,")
    },
    Break("a rank left out", "2026/hierarchy.csv", "rank 3 is missing") { withoutLine("3,", in: $0) },
    Break("a rank of another service", "2026/hierarchy.csv", "write a service that can be the initial") {
      inLine("1,", of: $0, "infusionInitial", "infusionHour")
    },
    Break("an unknown parent", "2026/parents.csv", "98765 is not in 2026/codes.csv") {
      $0 + "96415,98765,test\n"
    },
    Break("an add-on without a parent", "2026/parents.csv", "a parent of the add-on 96366 is missing") {
      withoutLine("96366,", in: $0)
    },
    Break("a parent of what is no add-on", "2026/parents.csv", "96413 has a parent here and is no add-on") {
      $0 + "96413,96365,test\n"
    },
    Break("a deleted code in force", "2026/deleted_codes.csv", "96413 is deleted here and in force") {
      $0 + "96413,2026-01-01,96365,test\n"
    },
    Break("a barred code that is unknown", "2026/barred_in_facility.csv", "98765 is not in 2026/codes.csv") {
      $0 + "98765,test\n"
    },
    Break("a place of service of one digit", "2026/facility_pos.csv", "found \"9\"; write two digits") {
      $0 + "9,test\n"
    },
    Break("a listed drug that no table knows", "Formulary/mac_notes.csv", "triptolerin is not in Formulary/drugs.csv") {
      inLine("J3315,", of: $0, "triptorelin", "triptolerin")
    },
    Break("a listed route that is none", "Formulary/mac_notes.csv", "column routes: found \"SC;EAR\"") {
      inLine("J3315,", of: $0, "SC;IM", "SC;EAR")
    },
    Break("a label of a drug that no table knows", "Formulary/label_fluids.csv", "cisplatine is not in Formulary") {
      inLine("cisplatin,", of: $0, "cisplatin,", "cisplatine,")
    },
    Break("a drug twice", "Formulary/drugs.csv", "(ondansetron in Formulary/drugs.csv) is already on line") {
      repeatingLine("ondansetron,", in: $0)
    },
    Break("a class that is none", "Formulary/drugs.csv", "column iv_class: found \"STRONG\"") {
      $0 + "examplumab,,STRONG,therapeutic,,no,test\n"
    },
    Break("a name of two drugs", "Formulary/drugs.csv", "the name \"ondansetron\" (ondansetron in") {
      $0 + "examplumab,ondansetron,therapeutic,therapeutic,,no,test\n"
    },
    Break("a drug code of an unknown drug", "Formulary/hcpcs.csv", "examplumab is not in Formulary/drugs.csv") {
      $0 + "J0000,examplumab,1,mg,active,test\n"
    },
    Break("a route that is none", "Words/routes.csv", "column route: found \"TUBE\"") { $0 + "by tube,TUBE,,test\n" },
    Break("a packaged code with an amount", "2026/fees.csv", "96368 is packaged and has an amount other than 0") {
      inLine("96368,", of: $0, ",0,yes", ",5,yes")
    },
    Break("a packaged code without an amount", "2026/fees.csv", "96368 is packaged and has an amount other than 0") {
      inLine("96368,", of: $0, ",0,yes", ",,yes")
    },
    Break("an amount with a sign", "2025/fees.csv", "column professional: found \"$57.90\"; write an amount") {
      $0.replacing(",57.90,", with: ",$57.90,")
    },
    Break("two amounts of a code", "2026/fees.csv", "96365 is already on line") { repeatingLine("96365,", in: $0) },
    Break("a unit limit that is no number", "2026/mue.csv", "column units: found \"x\"") {
      inLine("96361,facility", of: $0, ",24,", ",x,")
    },
    Break("a limit of an unknown kind", "2026/mue.csv", "column mai: found \"4\"; write 1, 2 or 3") {
      inLine("96361,facility", of: $0, ",24,3,", ",24,4,")
    },
    Break("a limit without its first day", "2026/mue.csv", "column effective: the cell is empty") {
      inLine("96361,facility", of: $0, "2024-07-01", "")
    },
    Break("two limits from one day", "2026/mue.csv", "96361 facility from 2024-07-01 is already on line") {
      repeatingLine("96361,facility", in: $0)
    },
    Break("a pair of an unknown kind", "2026/ncci.csv", "column indicator: found \"2\"; write 0, 1 or 9") {
      inLine("96365,96374,", of: $0, ",1,facility", ",2,facility")
    },
    Break("a pair twice", "2026/ncci.csv", "96365 with 96374 facility is already on line") {
      repeatingLine("96365,96374,1,facility", in: $0)
    },
    Break("a pair deleted before it began", "2026/ncci.csv", "column deleted: it lies before effective") {
      $0 + "96365,96413,1,facility,2026-01-01,2025-12-31,2026-01-01,test\n"
    },
    Break("an add-on edit of an unknown kind", "2026/addon_edits.csv", "column type: found \"4\"; write 1, 2 or 3") {
      inLine("96361,96360,", of: $0, ",1,", ",4,")
    },
    Break("an add-on edit twice", "2026/addon_edits.csv", "96361 beside 96360 is already on line") {
      repeatingLine("96361,96360,", in: $0)
    },
    Break("a word of two meanings", "Words/actions.csv", "\"New-Bag!\" is already on line") {
      $0 + "New-Bag!,end,test\n"
    },
    Break("a word of signs only", "Words/actions.csv", "write a spelling with letters or digits") {
      $0 + "--,end,test\n"
    },
  ]

  @Test(arguments: breaks)
  func stopsWithAClearLine(_ broken: Break) throws {
    let text = try String(contentsOfFile: "\(TableFolder().bundled)/\(broken.file)", encoding: .utf8)
    let changed = broken.change(text)
    try #require(changed != text, "the break found nothing to change")
    let error = try loadingError(file: broken.file, text: changed)
    let message = error?.description ?? ""
    #expect(message.hasPrefix(broken.file), "\(message)")
    #expect(message.contains(broken.message), "\(message)")
  }

  @Test func namesAServiceThatOneYearLacks() throws {
    let text = try String(contentsOfFile: "\(TableFolder().bundled)/2026/services.csv", encoding: .utf8)
    let error = try loadingError(file: "2026/services.csv", text: text + "pushRepeat,CHEMO,96376,test\n")
    #expect(error?.description.contains("pushRepeat CHEMO is in the table of 2026 or of 2025, not in both") == true)
  }

  @Test func namesATableThatReplacesNothing() throws {
    let error = try loadingError(file: "2026/code.csv", text: "code\n")
    #expect(error?.description.hasPrefix("2026/code.csv: no table has this name") == true)
  }

  @Test func namesTheTablesOfTheFolderInWhichAFileLies() throws {
    let ofYear = try loadingError(file: "2026/code.csv", text: "code\n")?.description ?? ""
    #expect(ofYear.contains("2026/codes.csv, 2026/deleted_codes.csv") && !ofYear.contains("Words"), "\(ofYear)")
    let ofNone = try loadingError(file: "next/codes.csv", text: "code\n")?.description ?? ""
    #expect(ofNone.contains("Words/routes.csv") && ofNone.contains("YEAR/codes.csv"), "\(ofNone)")
  }

  @Test func namesAllThatAYearOfOnesOwnLacks() throws {
    let error = try loadingError(file: "2027/codes.csv", text: "code\n")
    #expect(error?.file == "2027")
    guard case .incompleteYear(let missing) = error?.problem else {
      Issue.record("\(error?.description ?? "no error")")
      return
    }
    #expect(missing.count == 12 && missing.first == "addon_edits.csv" && !missing.contains("codes.csv"), "\(missing)")
  }

  @Test func takesAnOrganisationsTableForItsOwn() throws {
    try withFolder(file: "Words/settings.csv", text: "spelling,setting,source\nour clinic,professional,test\n") {
      path in
      let words = try CodeTables.load(overrideFolder: path).words
      #expect(words.setting("ourclinic") == .professional)
      #expect(words.setting("facility") == nil)
      #expect(words.route("iv")?.route == .intravenous)
    }
  }

  @Test func namesAMissingTable() {
    let folder = TableFolder(bundled: "/nowhere-at-all", own: nil)
    #expect(throws: TableError(file: "2026/codes.csv", .missingFile)) {
      try folder.file("2026/codes.csv", columns: [])
    }
    #expect(throws: TableError(file: "/nowhere-at-all", .noYears)) { try folder.years() }
    #expect(throws: TableError(file: "/nowhere-at-all", .missingFolder)) {
      try CodeTables.load(overrideFolder: "/nowhere-at-all")
    }
  }

  private func loadingError(file: String, text: String) throws -> TableError? {
    try withFolder(file: file, text: text) { path in
      #expect(throws: TableError.self) { try CodeTables.load(overrideFolder: path) }
    }
  }

  /// Runs with an organisation's folder that holds one table.
  private func withFolder<Result>(file: String, text: String, _ body: (String) throws -> Result) throws -> Result {
    let folder = FileManager.default.temporaryDirectory.appending(path: "tables-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    let target = folder.appending(path: file)
    try FileManager.default.createDirectory(at: target.deletingLastPathComponent(), withIntermediateDirectories: true)
    try text.write(to: target, atomically: true, encoding: .utf8)
    return try body(folder.path)
  }

  private static func lines(_ text: String) -> [Substring] {
    text.split(separator: "\n", omittingEmptySubsequences: true)
  }

  private static func repeatingLine(_ start: String, in text: String) -> String {
    guard let line = lines(text).first(where: { $0.hasPrefix(start) }) else { return text }
    return "\(text)\(line)\n"
  }

  private static func withoutLine(_ start: String, in text: String) -> String {
    lines(text).filter { !$0.hasPrefix(start) }.joined(separator: "\n") + "\n"
  }

  private static func inLine(_ start: String, of text: String, _ old: String, _ new: String) -> String {
    lines(text).map { $0.hasPrefix(start) ? String($0).replacing(old, with: new) : String($0) }
      .joined(separator: "\n") + "\n"
  }
}
