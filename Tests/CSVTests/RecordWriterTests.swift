import TestSupport
import Testing

@testable import CSV

@Suite struct RecordWriterTests {
  @Test(
    "Quotes stand only where they are needed",
    arguments: [
      ("a b", "a b"), ("", ""), ("a,b", "\"a,b\""), ("a;b", "a;b"), ("say \"x\"", "\"say \"\"x\"\"\""),
      ("a\nb", "\"a\nb\""), ("a\rb", "\"a\rb\""), (" a", "\" a\""), ("a ", "\"a \""), ("a\tb", "a\tb"),
    ])
  func quoting(_ text: String, _ written: String) {
    var writer = RecordWriter()
    writer.text(text)
    writer.text("x")
    writer.endRow()
    #expect(String(decoding: writer.takeBytes(), as: UTF8.self) == written + ",x\n")
  }

  @Test("A mark is seen wherever it stands in a long cell")
  func longCells() throws {
    for length in [15, 16, 17, 63, 64, 65, 130] {
      for place in 0..<length {
        for mark in [",", "\"", "\n"] {
          let text = String(repeating: "a", count: place) + mark + String(repeating: "b", count: length - place - 1)
          #expect(try roundTrip([[text, "x"]]) == [[text, "x"]], "\(mark) at \(place) of \(length)")
        }
      }
    }
  }

  static let formulas = [
    "=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\rx", "\u{FF1D}1", "\u{FF0B}1", "\u{FF0D}1", "\u{FF20}x", "  =1",
    "\u{0}=1", " \u{0} -1", "\u{A0}=1", "\u{3000}@x", "\u{FEFF}=1", "\u{200B}+1", "\n=1", "=a,\"b\"",
  ]

  @Test("Text that a spreadsheet would run is guarded", arguments: formulas)
  func guarded(_ text: String) throws {
    #expect(try roundTrip([[text, "x"]]) == [["'" + text, "x"]])
    #expect(try roundTrip([[text, "x"]], raw: true) == [[text, "x"]])
  }

  @Test(
    "Harmless text is left alone",
    arguments: ["a=b", "5-FU", "1+1", "a@b", " a-b", "'=1", "\u{FF11}", "\u{EF}", "\u{2014}1", "\u{0}"])
  func harmless(_ text: String) throws {
    #expect(try roundTrip([[text, "x"]]) == [[text, "x"]])
  }

  @Test("Our own numbers keep their minus")
  func numbers() {
    var writer = RecordWriter(dialect: .semicolon)
    writer.number(-1)
    writer.number(decimal: "-12.50")
    writer.empty()
    writer.endRow()
    #expect(String(decoding: writer.bytes, as: UTF8.self) == "-1;-12.50;\n")
  }

  @Test("Excel gets one byte order mark and CRLF")
  func excel() {
    var writer = RecordWriter(excel: true)
    for row in ["a", "b"] {
      writer.text(row)
      writer.endRow()
    }
    #expect(writer.takeBytes() == [0xEF, 0xBB, 0xBF] + Array("a\r\nb\r\n".utf8))
    writer.text("c")
    writer.endRow()
    #expect(writer.takeBytes() == Array("c\r\n".utf8))
  }

  @Test("A lone empty cell is no blank line, and a row without cells is none at all")
  func lonelyCells() throws {
    var writer = RecordWriter()
    writer.endRow()
    #expect(writer.bytes.isEmpty)
    #expect(try roundTrip([[""], ["a"], [""]]) == [[""], ["a"], [""]])
  }

  @Test("What is written raw is read back, whatever it holds", arguments: Dialect.Delimiter.allCases, [false, true])
  func randomRoundTrip(_ delimiter: Dialect.Delimiter, _ excel: Bool) throws {
    let seed = UInt64.random(in: .min ... .max)
    print("RecordWriterTests.randomRoundTrip seed \(seed)")
    var draw = Draw(seed: seed)
    let alphabet = Array("a,;|\t\"\r\n =é\u{FEFF}".unicodeScalars)
    for _ in 0..<500 {
      let rows = (0..<3).map { _ in
        (0..<Int.random(in: 1...4, using: &draw)).map { _ in
          var text = String.UnicodeScalarView()
          // Long cells are looked at 64 bytes at a time.
          for _ in 0..<Int.random(in: 0...6, using: &draw) * (Bool.random(using: &draw) ? 1 : 25) {
            text.append(alphabet.randomElement(using: &draw) ?? "a")
          }
          return String(text)
        }
      }
      let dialect = Dialect(delimiter: delimiter)
      #expect(try roundTrip(rows, dialect: dialect, excel: excel, raw: true) == rows, "seed \(seed)")
    }
  }

  private func roundTrip(
    _ rows: [[String]], dialect: Dialect = .comma, excel: Bool = false, raw: Bool = false
  ) throws -> [[String]] {
    var writer = RecordWriter(dialect: dialect, excel: excel, raw: raw)
    for row in rows {
      for cell in row { writer.text(cell) }
      writer.endRow()
    }
    var dialect = dialect
    dialect.undoesFormulaText = false
    var reader = RecordReader(dialect: dialect)
    reader.append(writer.takeBytes())
    reader.finish()
    var records: [[String]] = []
    while let record = try reader.next() { records.append((0..<record.count).map(record.text)) }
    return records
  }
}
