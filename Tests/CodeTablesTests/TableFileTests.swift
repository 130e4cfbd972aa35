import Coding
import Infusion
import Testing

@testable import CodeTables

@Suite struct TableFileTests {
  @Test func readsColumnsByNameInAnyOrder() throws {
    let table = try TableFile(
      name: "t.csv", bytes: Array("source,code,more\nCMS,\" 96413 \",x\n\n\"a, b\",J9035,\n".utf8),
      columns: ["code", "source"])
    #expect(try table.rows.map { (row) throws(TableError) in try row.code("code").description } == ["96413", "J9035"])
    #expect(table.rows.map { $0["source"] } == ["CMS", "a, b"])
    #expect(table.rows.map(\.line) == [2, 4])
  }

  struct Broken: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let text: String
    let message: String

    init(_ description: String, _ text: String, _ message: String) {
      testDescription = description
      self.text = text
      self.message = message
    }
  }

  @Test(arguments: [
    Broken("nothing", "", "t.csv: the table cannot be read: it is empty; write it as comma-separated UTF-8 text"),
    Broken(
      "no such column", "code,kind\n",
      "t.csv:1: column source: the header does not name it (found: code, kind); add the column"),
    Broken("a column twice", "code,code,source\n", "t.csv:1: column code: the header names it twice; remove one"),
    Broken(
      "a comma too many", "code,source\n96413,a, b\n",
      "t.csv:2: 3 fields, and the header has 2; put quotes around values that hold a comma"),
    Broken(
      "a word for a code", "code,source\nchemo infusion,x\n",
      "t.csv:2: column code: found \"chemo infusion\"; write a code of five letters and digits"),
    Broken("an empty code", "code,source\n,x\n", "t.csv:2: column code: the cell is empty; fill it in"),
    Broken(
      "a code twice", "code,source\n96413,x\n96415,x\n96413,y\n",
      "t.csv:4: column code: 96413 is already on line 2; keep one of the two"),
  ])
  func saysWhereAndWhatIsWrong(_ broken: Broken) {
    let error = #expect(throws: TableError.self) {
      let table = try TableFile(name: "t.csv", bytes: Array(broken.text.utf8), columns: ["code", "source"])
      _ = try table.keyed(by: "code") { (row) throws(TableError) in try row.code("code") }
    }
    #expect(error?.description == broken.message)
  }

  @Test(arguments: [("2026-01-31", true), ("2026-02-30", false), ("1/31/2026", false), ("2026-1-31", false)])
  func readsDates(text: String, isDate: Bool) throws {
    let table = try TableFile(name: "t.csv", bytes: Array("day\n\(text)\n".utf8), columns: ["day"])
    let found = try? table.rows[0].date("day")
    #expect((found != nil) == isDate)
    #expect(isDate == (found?.description == text))
  }
}
