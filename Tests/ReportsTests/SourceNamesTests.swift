import Infusion
import Reports
import Testing

@Suite struct SourceNamesTests {
  @Test(arguments: [
    (rows: [(4, 3), (5, 4), (6, 5)], places: "mar.csv.gz:4-6"),
    (rows: [(6, 5), (4, 3), (5, 4)], places: "mar.csv.gz:4-6"),
    (rows: [(4, 3)], places: "mar.csv.gz:4"),
    (rows: [(4, 3), (4, 3)], places: "mar.csv.gz:4"),
    (rows: [(4, 3), (6, 5)], places: "mar.csv.gz:4; mar.csv.gz:6"),
    (rows: [(4, 3), (7, 4), (8, 5)], places: "mar.csv.gz:4-8"),
    (rows: [], places: ""),
  ])
  func joinsRowsThatFollowOneAnother(rows: [(line: Int, row: Int)], places: String) {
    let names = SourceNames(["/drop/mar.csv.gz"])
    let sources = rows.map { SourceRow(file: 0, line: $0.line, row: $0.row) }
    #expect(names.places(of: sources).joined(separator: "; ") == places)
  }

  @Test func neverJoinsRowsOfTwoFiles() {
    let rows = [SourceRow(file: 0, line: 9, row: 8), SourceRow(file: 1, line: 10, row: 9)]
    #expect(SourceNames(["a.csv", "b.csv"]).places(of: rows) == ["a.csv:9", "b.csv:10"])
  }

  @Test(arguments: [
    (paths: ["data/mar.csv", "charges.csv"], names: ["mar.csv", "charges.csv"]),
    (paths: ["/x/05/mar.csv", "/x/06/mar.csv"], names: ["05/mar.csv", "06/mar.csv"]),
    (paths: ["/a/d/mar.csv", "/b/d/mar.csv", "c.csv"], names: ["a/d/mar.csv", "b/d/mar.csv", "c.csv"]),
    (paths: ["mar.csv", "old/mar.csv"], names: ["mar.csv", "old/mar.csv"]),
    (paths: ["mar.csv", "mar.csv"], names: ["mar.csv", "mar.csv"]),
    (paths: ["/x/05/mar.csv", "c.csv", "/x/05/mar.csv"], names: ["mar.csv", "c.csv", "mar.csv"]),
    (paths: ["-"], names: ["stdin"]),
  ])
  func tellsFilesOfOneNameApart(paths: [String], names: [String]) {
    #expect(SourceNames(paths).names == names)
  }
}
