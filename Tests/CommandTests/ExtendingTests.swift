import Foundation
import Testing

/// What docs/extending.md tells an organisation to do, done: a drug, a word of a header, a year, all by `--tables`.
@Suite("Extending by tables", .timeLimit(.minutes(15)))
struct ExtendingTests {
  private static let bundled = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Sources/CodeTables/Tables")

  /// A folder with an export, and a copy of a bundled table with a row more.
  private func folder(_ table: String, adding row: String) throws -> Folder {
    let folder = try Folder()
    let text = try String(contentsOf: Self.bundled.appending(path: table), encoding: .utf8)
    try folder.write(text + row + "\n", to: "own/\(table)")
    let mar = """
      CSN,Medication,Way In,Taken Time,Stop Time,Site
      E1,zorblaxumab 300 mg,IVPB,2027-01-05 09:00,2027-01-05 09:18,PIV L AC

      """
    try folder.write(mar, to: "mar.csv")
    try folder.write("mar: {columns: {route: Way In}}\n", to: "site.yaml")
    return folder
  }

  /// The codes that come of the export with the options.
  private func codes(_ folder: Folder, _ options: String) async throws -> [String] {
    let outcome = try await Program.run("derive mar.csv -o codes.csv -q \(options)", in: folder)
    #expect(outcome.exitCode == 0, "\(outcome.errors)")
    return Table(csv: try folder.text(of: "codes.csv"))["code"]
  }

  @Test("A drug of one's own is recognised, with its class")
  func aDrug() async throws {
    let folder = try folder("Formulary/drugs.csv", adding: "zorblaxumab,zorblax,chemo,therapeutic,,no,our pharmacy")
    #expect(try await Program.run("drugs zorblax", in: folder).exitCode == 64)
    let known = try await Program.run("drugs zorblax 300 mg --tables own", in: folder)
    #expect(known.output.contains("chemo or complex biologic (CLS-02)"), "\(known.output)\(known.errors)")
    #expect(try await codes(folder, "--config site.yaml") == ["96365"])
    #expect(try await codes(folder, "--config site.yaml --tables own") == ["96413"])
  }

  @Test("A spelling of a header finds its column")
  func aHeader() async throws {
    let folder = try folder("Words/mar_headers.csv", adding: "route,99,way in,our export")
    #expect(try await Program.run("derive mar.csv -o codes.csv", in: folder).exitCode == 65)
    #expect(try await codes(folder, "--tables own") == ["96365"])
  }

  @Test("A year has its own numbers, and no fees until they are known")
  func aYear() async throws {
    let folder = try folder("Words/mar_headers.csv", adding: "route,99,way in,our export")
    for name in try FileManager.default.contentsOfDirectory(atPath: Self.bundled.appending(path: "2026").path) {
      var text = try String(contentsOf: Self.bundled.appending(path: "2026/\(name)"), encoding: .utf8)
      if name == "thresholds.csv" {
        text = text.replacing("longestPush,15", with: "longestPush,20")
          .replacing("shortestInfusion,16", with: "shortestInfusion,21")
      }
      if name == "fees.csv" { text = String(text.prefix { $0 != "\n" }) + "\n" }
      try folder.write(text, to: "own/2027/\(name)")
    }
    #expect(try await codes(folder, "--tables own") == ["96374"])
    let code = try await Program.run("codes 96374 --tables own", in: folder)
    #expect(code.output.contains("tables         of 2027") && !code.output.contains("Medicare 2027"), "\(code.output)")
  }
}
