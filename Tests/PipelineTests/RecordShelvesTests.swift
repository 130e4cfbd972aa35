import CSV
import Foundation
import Infusion
import Testing

@testable import Pipeline

@Suite struct RecordShelvesTests {
  /// Every record of a text, as a reader gives it.
  private func records(_ text: String, _ dialect: Dialect) throws -> [IntakeRecord] {
    var reader = RecordReader(dialect: dialect)
    reader.append(Array(text.utf8))
    reader.finish()
    var records: [IntakeRecord] = []
    var copy = RecordCopy()
    while try reader.next(into: &copy) {
      var kept = IntakeRecord(source: SourceRow(file: 0, line: 0, row: 0))
      kept.take(copy, file: 3, row: records.count + 1)
      records.append(kept)
    }
    return records
  }

  @Test(arguments: [
    "a,b,c", "a", "\"a\",b", " a , b", "a,,", ",,", "\"x\ny\",\"q\"\"q\"", "é,ü", "\"\"", "a,\"b\"", "=\"01\",2",
    "\"=\"\"01\"\"\"", "\"a\" b, c", String(repeating: "long ", count: 5_000) + ",b", "\u{A0}a\t,\"\rb\"",
  ]) func aStoredRecordComesBackWhole(text: String) throws {
    for dialect in [Dialect.comma, .semicolon] {
      let record = try #require(try records(text, dialect).first)
      var store: [UInt8] = []
      record.put(into: &store, encounter: 70_000)
      record.put(into: &store, encounter: 1)
      var cutters = [RecordCutter(dialect: dialect)]
      var taken = IntakeRecord(source: SourceRow(file: 0, line: 0, row: 0), cells: ["left", "over"])
      var position = 0
      for encounter in [70_000, 1] {
        let stored = StoredRecord(in: store.span, at: &position)
        #expect(stored.encounter == encounter)
        taken.take(stored, in: store, cutBy: &cutters[0])
        #expect(taken.source == record.source)
        #expect(taken.count == record.count)
        for column in 0..<record.count { #expect(taken.text(column) == record.text(column)) }
        #expect(taken.raw == record.raw)
        #expect(taken.isText)
      }
      #expect(position == store.count)
    }
  }

  @Test func aRowOfASheetComesBackWithAllItsCells() throws {
    let rows = [["", "b "], [" a", "\"q\"", "=\"1\""], [""], ["a,b\n", "", ""], ["  "]]
    for row in rows {
      var copy = RecordCopy()
      copy.take(Record(cells: row.map { ArraySlice($0.utf8) }, line: 5))
      copy.fill(to: 3)
      var record = IntakeRecord(source: SourceRow(file: 0, line: 0, row: 0))
      record.take(copy, file: 0, row: 1)
      var store: [UInt8] = []
      record.put(into: &store, encounter: 0)
      var (cutter, position) = (RecordCutter(dialect: .comma, width: 3), 0)
      var taken = IntakeRecord(source: SourceRow(file: 0, line: 0, row: 0))
      taken.take(StoredRecord(in: store.span, at: &position), in: store, cutBy: &cutter)
      #expect((0..<3).map(taken.text) == (0..<3).map(record.text))
      #expect((taken.count, taken.raw) == (3, record.raw))
    }
  }

  @Test(arguments: [0, 1_000, 1 << 30]) func shelvesGiveEncountersInOrderWithTheirRows(limit: Int) throws {
    let folder = FileManager.default.temporaryDirectory
    var shelves = RecordShelves(encountersOnShelf: 512, memoryLimit: limit, spillBeside: folder.path + "/findings.csv")
    let encounters = 3 * 512 + 5
    for round in 0..<3 {
      for encounter in (0..<encounters).reversed() {
        let record = IntakeRecord(
          source: SourceRow(file: 0, line: round + 1, row: encounter + 1), cells: ["E\(encounter)", "r\(round)"])
        try shelves.put(record, of: encounter)
      }
    }
    #expect((shelves.spill != nil) == (limit < 1 << 30))
    var rows: [[String]] = Array(repeating: [], count: encounters)
    for (place, shelf) in shelves.finished().enumerated() {
      try shelf.forEachRecord(cutBy: [RecordCutter(dialect: .comma)]) { record, encounter in
        #expect(encounter / 512 == place)
        #expect(record.text(0) == "E\(encounter)")
        rows[encounter].append(record.text(1))
      }
    }
    #expect(rows.allSatisfy { $0 == ["r0", "r1", "r2"] })
  }

  @Test func encountersAreNumberedInTheOrderOfTheirNames() {
    var register = EncounterRegister()
    func number(_ id: String) -> Int { register.number(Array(id.utf8), 0..<id.utf8.count) }
    let ids = ["B", "B", "A", "B", "C", "27411876.0", "27411876", "A", "AB", "AC", "AC"]
    #expect(ids.map(number) == [0, 0, 1, 0, 2, 3, 3, 1, 4, 5, 5])
    #expect(register.count == 6)
    #expect(register.knownNumber(Array("x27411876".utf8), 1..<9) == 3)
    #expect(register.knownNumber(Array("D".utf8), 0..<1) == nil)
  }
}
