import CSV
import Infusion
import Testing

@testable import Pipeline

@Suite("A record copied out of the reader")
struct IntakeRecordTests {
  @Test("Cells are the values, the raw record is what stands in the file, and the memory is used again")
  func quotedRecord() throws {
    var reader = RecordReader()
    reader.append(Array("7,\"keto\"\"rolac, 30 mg\",IV,soon,\r\n8,ketorolac,IV,later,\n".utf8))
    reader.finish()
    var record = IntakeRecord(source: SourceRow(file: 0, line: 0, row: 0))
    var intake = try MARFixture("encounter_id,drug,route,start,stop").intake()
    var problems: [RowProblem] = []
    var next = RecordCopy()
    while try reader.next(into: &next) {
      record.take(next, file: 2, row: problems.count + 1)
      guard case .rejected(let problem) = try intake.read(record) else { continue }
      problems.append(problem)
    }
    #expect(problems.map(\.value) == ["soon", "later"])
    #expect(problems.map(\.encounterID) == ["7", "8"])
    #expect(problems.map(\.source) == [SourceRow(file: 2, line: 1, row: 1), SourceRow(file: 2, line: 2, row: 2)])
    #expect(
      problems.map { String(decoding: $0.raw, as: UTF8.self) } == [
        "7,\"keto\"\"rolac, 30 mg\",IV,soon,", "8,ketorolac,IV,later,",
      ])
  }

  @Test(
    "Spaces of every kind around a cell are none of it",
    arguments: ["E1", " E1\t", "\u{A0}E1\u{A0} ", "\"E1\n\"", "\"\r\nE1\""])
  func spaces(cell: String) throws {
    var reader = RecordReader()
    reader.append(Array("\(cell),\u{A0},à\u{A0},\u{A0}à\n".utf8))
    reader.finish()
    var record = IntakeRecord(source: SourceRow(file: 0, line: 0, row: 0))
    var next = RecordCopy()
    #expect(try reader.next(into: &next))
    record.take(next, file: 0, row: 1)
    #expect((0..<4).map(record.text) == ["E1", "", "à", "à"])
    #expect(record.isBlank(1))
  }
}
