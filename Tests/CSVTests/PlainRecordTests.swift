import TestSupport
import Testing

@testable import CSV

@Suite("Records cut in one go")
struct PlainRecordTests {
  @Test("Sixteen bytes at a time find what one at a time finds")
  func marks() {
    let seed = UInt64.random(in: .min ... .max)
    print("PlainRecordTests.marks seed \(seed)")
    var draw = Draw(seed: seed)
    for round in 0..<2_000 {
      let special: [UInt8] = [0x0A, 0x0D, 0x22, 0x2C, 0x2B, 0x2D, 0x8A, 0xAC, 0x00, 0xFF]
      let text = (0..<Int.random(in: 0...200, using: &draw)).map { _ in
        Bool.random(using: &draw) ? special.randomElement(using: &draw) ?? 0 : UInt8.random(in: 0...255, using: &draw)
      }
      for start in 0...text.count {
        let fast = FieldScanner.marks(text.span, from: start, delimiter: 0x2C, quote: 0x22)
        let slow = FieldScanner.marksOneByOne(text.span, from: start, delimiter: 0x2C, quote: 0x22)
        #expect(fast == slow, "seed \(seed), round \(round), from \(start)")
        if fast != slow { return }
      }
    }
  }

  @Test("Long records, plain and not, read as the plain parser reads them, wherever they are cut")
  func longRecords() {
    let seed = UInt64.random(in: .min ... .max)
    print("PlainRecordTests.longRecords seed \(seed)")
    var draw = Draw(seed: seed)
    let fields = [
      "", "E000000001", "2026-01-01 12:37", "dexAMETHasone", " spaces around ", "\"quoted, with a comma\"", "\"\"",
      "\"a \"\"doubled\"\" quote\"", "in the \"middle\"", "\"text\" behind", "\"two\nlines\"", "=\"007\"", "   ", "é",
      "\" kept \"", "\"closed\" ", "a\u{0}b",
    ].map { Array($0.utf8) }
    let ends = ["\n", "\n", "\n", "\r\n", "\r", "\n\n"].map { Array($0.utf8) }
    for round in 0..<3_000 {
      var text: [UInt8] = []
      for _ in 0..<Int.random(in: 1...4, using: &draw) {
        for field in 0..<Int.random(in: 1...20, using: &draw) {
          if field > 0 { text.append(0x2C) }
          text +=
            fields[
              Bool.random(using: &draw) ? Int.random(in: 0..<4, using: &draw) : Int.random(in: 0..<17, using: &draw)]
        }
        text += ends.randomElement(using: &draw) ?? []
      }
      if Bool.random(using: &draw) { text.removeLast() }
      let cut = Int.random(in: 0...text.count, using: &draw)
      let expected = PlainParser.readings(of: text)
      let found = readings(of: [Array(text[..<cut]), Array(text[cut...])])
      #expect(found == expected, "seed \(seed), round \(round), cut at \(cut)")
      if found != expected { return }
    }
  }

  @Test("A copy holds what a record holds, and so does one that is cut again")
  func copies() throws {
    let seed = UInt64.random(in: .min ... .max)
    print("PlainRecordTests.copies seed \(seed)")
    var draw = Draw(seed: seed)
    let alphabet: [UInt8] = Array("ab ,,;=\"\"\r\n".utf8)
    var (copy, again) = (RecordCopy(), RecordCopy())
    for round in 0..<20_000 {
      let text = (0..<Int.random(in: 0...40, using: &draw)).map { _ in alphabet.randomElement(using: &draw) ?? 0 }
      for dialect in [Dialect.comma, .semicolon, .tab] {
        var reader = RecordReader(dialect: dialect)
        reader.append(text)
        reader.finish()
        var copier = reader
        var cutter = RecordCutter(dialect: dialect)
        while let record = try? reader.next() {
          #expect(try copier.next(into: &copy))
          cutter.cut(Array(record.raw).span, line: record.line, into: &again)
          let values = (0..<record.count).map { Array(record.bytes($0)) }
          for copy in [copy, again] {
            let isSame =
              copy.values.map { Array(copy.bytes[$0]) } == values && copy.raw == record.raw && copy.line == record.line
            #expect(isSame, "seed \(seed), round \(round), \(text), \(dialect.delimiter)")
            if !isSame { return }
          }
        }
      }
    }
  }

  @Test("Too long a field or record is refused where it stands among plain ones")
  func limits() {
    let text = Array("a,b\n\(String(repeating: "c", count: 70)),d\ne,f\n".utf8)
    let failure = Reading.failure(.fieldTooLong(line: 2, limit: 64))
    #expect(readings(of: [text], RecordReader(maxFieldBytes: 64)).last == failure)
    let many = Array("a,b\n\(String(repeating: "c,", count: 70))d\ne,f\n".utf8)
    let tooLong = Reading.failure(.recordTooLong(line: 2, limit: 64))
    #expect(readings(of: [many], RecordReader(maxFieldBytes: 64, maxRecordBytes: 64)).last == tooLong)
  }
}
