import Foundation
import Infusion
import Pipeline
import Testing

@Suite("Charge lines that come twice")
struct DuplicateLinesTests {
  /// Billed units of 96374 over two charge files, and the summary.
  private func run(_ first: String, _ second: String) throws -> (units: Int, summary: RunSummary) {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("lines-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let files = [
      ("mar.csv", "csn,drug,route,start\n1,ondansetron,IVP,2026-01-05 09:00\n"),
      ("one.csv", "csn,cpt,units,dos,charge id\n\(first)\n"), ("two.csv", "csn,cpt,units,dos,charge id\n\(second)\n"),
    ]
    let paths = try files.map { name, text in
      let file = folder.appendingPathComponent(name)
      try Data(text.utf8).write(to: file)
      return file.path
    }
    let job = Job(
      marFiles: [paths[0]], chargeFiles: [paths[1], paths[2]], configuration: Configuration(),
      tables: try SmallRun.tables.get())
    var output = SmallRun()
    let summary = try Run(job).perform(into: &output)
    return (summary.findingsByCode["96374"]?.billedUnits ?? 0, summary)
  }

  @Test("Equal lines of one id in two files are one, with a warning (IN-11)")
  func sameID() throws {
    let result = try run("1,96374,1,2026-01-05,T7", "1,96374,1,2026-01-05,T7")
    #expect(result.units == 1)
    #expect(result.summary.chargeLines.excluded == ["DUPLICATE_LINE": 1])
    #expect(result.summary.warnings.contains { $0.hasPrefix("DUPLICATE_LINE: 1 charge line") })
    #expect(result.summary.chargeLines.isBalanced)
  }

  @Test(
    "Without an id, with another or with other content both count",
    arguments: [("", "", 1, 2), ("T7", "T8", 1, 2), ("T7", "T7", 2, 3)])
  func others(first: String, second: String, units: Int, total: Int) throws {
    let result = try run("1,96374,1,2026-01-05,\(first)", "1,96374,\(units),2026-01-05,\(second)")
    #expect(result.units == total)
    #expect(result.summary.chargeLines.excluded.isEmpty)
  }
}
