import CSV
import Foundation
import Infusion
import Testing

@testable import Pipeline

@Suite struct RecordShelvesTests {
  /// Records as a reader gives them, from text whose first cell names the encounter.
  private func records(_ text: String) throws -> [IntakeRecord] {
    var reader = RecordReader()
    reader.append(Array(text.utf8))
    reader.finish()
    var records: [IntakeRecord] = []
    while let record = try reader.next() {
      var kept = IntakeRecord(source: SourceRow(file: 0, line: 0, row: 0))
      kept.take(record, file: 3, row: records.count + 1)
      records.append(kept)
    }
    return records
  }

  @Test(arguments: [
    "a,b,c", "a", "\"a\",b", " a , b", "a,,", ",,", "\"x\ny\",\"q\"\"q\"", "é,ü", "\"\"", "a,\"b",
    String(repeating: "long ", count: 5_000) + ",b",
  ]) func aStoredRecordComesBackWhole(text: String) throws {
    let record = try #require(try records(text + (text.hasSuffix("\"b") ? "\"" : "")).first)
    var store: [UInt8] = []
    record.put(into: &store, encounter: 70_000)
    record.put(into: &store, encounter: 1)
    var taken = IntakeRecord(source: SourceRow(file: 0, line: 0, row: 0), cells: ["left", "over"])
    var position = 0
    for encounter in [70_000, 1] {
      #expect(taken.take(from: store, at: &position) == encounter)
      #expect(taken.source == record.source)
      #expect(taken.bytes == record.bytes)
      #expect(taken.ends == record.ends)
      #expect(taken.raw == record.raw)
    }
    #expect(position == store.count)
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
    #expect(shelves.hasSpilled == (limit < 1 << 30))
    var rows: [[String]] = Array(repeating: [], count: encounters)
    for (place, shelf) in shelves.finished().enumerated() {
      try shelf.forEachRecord { record, encounter in
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
    #expect(["B", "A", "B", "C", "27411876.0", "27411876", "A"].map(number) == [0, 1, 0, 2, 3, 3, 1])
    #expect(register.count == 4)
    #expect(register.knownNumber(Array("x27411876".utf8), 1..<9) == 3)
    #expect(register.knownNumber(Array("D".utf8), 0..<1) == nil)
  }
}
