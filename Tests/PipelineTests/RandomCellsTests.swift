import Infusion
import Pipeline
import TestSupport
import Testing

@Suite("Cells with anything in them")
struct RandomCellsTests {
  @Test("Whatever a row holds, it becomes one outcome, and a row has a time")
  func anyRow() throws {
    let seed: UInt64 = 20_260_105
    var draw = Draw(seed: seed)
    var file = MARFixture(
      "encounter_id,drug,route,start,stop,duration_min,volume_ml,rate,rate_unit,lesions,service_date")
    file.settings.dateOrder = .monthDay
    file.settings.allowsAnyYear = true
    var intake = try file.intake()
    let alphabet = Array("0123456789999/-: TZamp.+,()$JANé")
    let words = ["9999-12-31 23:59", "0001-01-01 00:00", "999999999999999999999999999999", "1.5 h", "23:59", ""]
    var rows = 0
    for _ in 0..<20_000 {
      var cells = ["7", "ketorolac", "IV", "2026-01-05 09:00", "", "", "", "", "", "", ""]
      for _ in 0..<Int.random(in: 1..<4, using: &draw) {
        let length = Int.random(in: 0..<20, using: &draw)
        let noise = String((0..<length).compactMap { _ in alphabet.randomElement(using: &draw) })
        let word = words.randomElement(using: &draw) ?? ""
        cells[Int.random(in: 3..<cells.count, using: &draw)] = Bool.random(using: &draw) ? word : noise
      }
      let record = IntakeRecord(source: SourceRow(file: 0, line: 2, row: 1), cells: cells)
      guard case .row(let row) = try intake.read(record) else { continue }
      rows += 1
      #expect((row.row.start ?? row.row.stop ?? row.row.due) != nil, "seed \(seed): \(cells)")
    }
    #expect(rows > 0, "seed \(seed)")
  }

  @Test("A time that is understood is understood the same when written out again")
  func timesAgain() throws {
    let seed: UInt64 = 5
    var draw = Draw(seed: seed)
    let alphabet = Array("0123456789/-: TZ".utf8)
    var understood = 0
    for _ in 0..<300_000 {
      let text = (0..<Int.random(in: 3..<9, using: &draw)).map { _ in
        alphabet.randomElement(using: &draw) ?? 0
      }
      guard let time = TimeParser.read(text.span, order: .monthDay)?.text else { continue }
      understood += 1
      let minutes = time.minuteOfDay.map { "\(padded($0 / 60, to: 2)):\(padded($0 % 60, to: 2))" }
      let written = [time.date?.description, minutes].compactMap(\.self).joined(separator: " ")
      let again = TimeParser.read(written.utf8.span, order: .monthDay)?.text
      let isSame = again?.date == time.date && again?.minuteOfDay == time.minuteOfDay
      #expect(isSame, "seed \(seed): \(String(decoding: text, as: UTF8.self)) became \(written)")
    }
    #expect(understood > 100, "seed \(seed)")
  }
}
