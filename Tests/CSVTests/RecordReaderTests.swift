import TestSupport
import Testing

@testable import CSV

@Suite struct RecordReaderTests {
  @Test(
    "Fields are read as written in IN-04",
    arguments: [
      ("plain", "a,b\nc,d\n", [["a", "b"], ["c", "d"]]),
      ("no line end at the end", "a,b", [["a", "b"]]),
      ("all line ends, mixed", "a\r\nb\rc\nd", [["a"], ["b"], ["c"], ["d"]]),
      ("blank lines, also of spaces", "\n\r\n  \na\n\n   \r\rb\n\n", [["a"], ["b"]]),
      ("spaces around are trimmed", "  a b ,c  , d\n", [["a b", "c", "d"]]),
      ("spaces within quotes are kept", "\" a \" , b\n", [[" a ", "b"]]),
      ("spaces before a quote", "a,  \"b,c\"\n", [["a", "b,c"]]),
      ("doubled quotes", "\"a \"\"b\"\" c\",\"\"\"\"\n", [["a \"b\" c", "\""]]),
      ("delimiters and line ends in quotes", "\"a,b\",\"c\r\nd\ne\rf\"\n", [["a,b", "c\r\nd\ne\rf"]]),
      ("text after a closing quote", "\"ab\"c,\"d\" e \"f\" ,g\n", [["abc", "d e \"f\"", "g"]]),
      ("quotes in an unquoted field", "a\"b\"\",c\n", [["a\"b\"\"", "c"]]),
      ("empty fields", ",,\n\"\",\n", [["", "", ""], ["", ""]]),
      ("one quoted empty field is a record", "\"\"\n\n\"\"", [[""], [""]]),
      ("delimiter at the end of the file", "a,", [["a", ""]]),
      ("byte order mark", "\u{FEFF}\"a\",b\n\u{FEFF}c\n", [["a", "b"], ["\u{FEFF}c"]]),
      ("nothing", "", []),
      ("only a byte order mark", "\u{FEFF}", []),
    ] as [(String, String, [[String]])])
  func fields(_ name: String, _ text: String, _ expected: [[String]]) throws {
    var reader = RecordReader()
    reader.append(Array(text.utf8))
    reader.finish()
    var records: [[String]] = []
    while let record = try reader.next() { records.append((0..<record.count).map(record.text)) }
    #expect(records == expected, "\(name)")
  }

  static let tricky = [
    "id,drug\r\n1,\"Vancomycin \"\"1 g\"\"\r\nin 250 mL\"\r\n\r\n2, x \r3,\"a\"b\n",
    "\u{FEFF}\u{FEFF}a\n", "\"\"\"\",\"\"\"a\",\"a\"\"\"\r\r\n\n\"\"", " \"a\" ,\" \n \" x , \"\" y\n  ",
    "a\n\"b\n\r\r\nc\"\"", "\r\n\"never\nclosed,\r\n\"\"", "\"x\" \"y\"\n\"x\"\"y\" z", ",,\r,\r\n,", "\u{FEFF}", "\"",
    "é,\"ü\"",
  ].map { Array($0.utf8) }

  @Test("One or two cuts anywhere change nothing", arguments: tricky)
  func cuts(_ text: [UInt8]) {
    let expected = PlainParser.readings(of: text)
    for first in 0...text.count {
      for second in first...text.count {
        let pieces = [Array(text[..<first]), Array(text[first..<second]), Array(text[second...])]
        #expect(readings(of: pieces) == expected, "cut at \(first) and \(second)")
      }
    }
    #expect(readings(of: text.map { [$0] }) == expected, "byte by byte")
  }

  @Test("Random bytes, cut at random, read as the plain parser reads them")
  func random() {
    let seed = UInt64.random(in: .min ... .max)
    print("RecordReaderTests.random seed \(seed)")
    var draw = Draw(seed: seed)
    let alphabet: [UInt8] = Array("a ,;=\"\"\"\r\n\n".utf8) + [0xEF, 0xBB, 0xBF, 0x00]
    for round in 0..<20_000 {
      let text = (0..<Int.random(in: 0...24, using: &draw)).map { _ in alphabet.randomElement(using: &draw) ?? 0 }
      let cut = Int.random(in: 0...text.count, using: &draw)
      let found = readings(of: [Array(text[..<cut]), Array(text[cut...])])
      #expect(found == PlainParser.readings(of: text), "seed \(seed), round \(round), \(text), cut at \(cut)")
      if found != PlainParser.readings(of: text) { return }
    }
  }

  @Test("So do files of other dialects, and errors do not depend on cuts either")
  func randomDialects() {
    let seed = UInt64.random(in: .min ... .max)
    print("RecordReaderTests.randomDialects seed \(seed)")
    var draw = Draw(seed: seed)
    let alphabet: [UInt8] = Array("a ,;|=\\\\##''\"\"\"\r\n\n".utf8) + [0x00]
    for round in 0..<40_000 {
      let dialect = Self.dialect(&draw)
      let text = (0..<Int.random(in: 0...20, using: &draw)).map { _ in alphabet.randomElement(using: &draw) ?? 0 }
      let first = Int.random(in: 0...text.count, using: &draw)
      let second = Int.random(in: first...text.count, using: &draw)
      let pieces = [Array(text[..<first]), Array(text[first..<second]), Array(text[second...])]
      let expected = PlainParser.readings(of: text, dialect)
      let found = readings(of: pieces, RecordReader(dialect: dialect))
      #expect(found == expected, "seed \(seed), round \(round), \(dialect), \(text), cut at \(first) and \(second)")
      if found != expected { return }
      let limited = RecordReader(dialect: dialect, maxFieldBytes: 4, maxRecordBytes: 9)
      #expect(readings(of: pieces, limited) == readings(of: [text], limited), "seed \(seed), round \(round), limited")
    }
  }

  private static func dialect(_ draw: inout Draw) -> Dialect {
    var dialect = Dialect(delimiter: [.comma, .pipe, .none, .init(rawValue: 0)].randomElement(using: &draw) ?? .comma)
    dialect.quote = [0x22, 0x22, 0x27, nil].randomElement(using: &draw) ?? nil
    dialect.escape = [nil, 0x5C].randomElement(using: &draw) ?? nil
    dialect.comment = [nil, 0x23].randomElement(using: &draw) ?? nil
    dialect.doublesQuotes = .random(using: &draw)
    dialect.spaces = [.trimmed, .skippedBeforeFields, .kept].randomElement(using: &draw) ?? .kept
    dialect.undoesFormulaText = .random(using: &draw)
    dialect.refusesTextAfterQuotes = .random(using: &draw)
    return dialect
  }

  @Test(
    "Text that a spreadsheet was to keep as text",
    arguments: [
      ("=\"00123\",\"=\"\"00123\"\"\"", ["00123", "00123"]), (" =\"007\" ,=\"\"", ["007", ""]),
      ("\"=\"\"a,b\"\"\",\"=\"\"say \"\"\"\"x\"\"\"\"\"\"\"", ["a,b", "say \"x\""]),
      ("=\"1\"&\"2\",=A1,=\",=\"1,\"=\"", ["=\"1\"&\"2\"", "=A1", "=\"", "=\"1", "="]),
    ])
  func formulaText(_ text: String, _ expected: [String]) throws {
    var reader = RecordReader()
    reader.append(Array(text.utf8))
    reader.finish()
    let record = try #require(try reader.next())
    #expect((0..<record.count).map(record.text) == expected)
    for field in 0..<record.count {
      #expect(record.bytes(field).count == expected[field].utf8.count)
      #expect(record.isEmpty(field) == expected[field].isEmpty)
    }
  }

  @Test("The line of the next byte is known between records and within one")
  func line() throws {
    var reader = RecordReader()
    for (chunk, line) in [("a\r", 2), ("\nb\n", 3), ("\"c\r\nd", 4), ("\r", 5), ("\n\",e", 5), ("\n", 6)] {
      reader.append(Array(chunk.utf8))
      while try reader.next() != nil {}
      #expect(reader.line == line)
    }
  }

  @Test("A quote that never closes names the line where it opened")
  func unclosedQuote() {
    let text = Array("a\r\n\"b\n\",c\n1,\n2,\"open\n3\n".utf8)
    #expect(readings(of: [text]).last == .failure(.unclosedQuote(line: 5)))
  }

  @Test(
    "A field at its limit is read, one byte more stops with its line, wherever it is cut",
    arguments: [
      ("plain", "a\nb,12345678,c\n", "a\nb,123456789,c\n"),
      ("quoted", "a\nb,\"1\n3456\",c\n", "a\nb,\"1\n34567\",c\n"),
      ("unclosed", "a\nb,\"1\n34\"\"\"", "a\nb,\"1\n345678"),
    ])
  func fieldLimit(_ name: String, _ within: String, _ beyond: String) {
    let reader = RecordReader(maxFieldBytes: 8)
    let (within, beyond) = (Array(within.utf8), Array(beyond.utf8))
    for cut in 0...within.count {
      let found = readings(of: [Array(within[..<cut]), Array(within[cut...])], reader)
      #expect(found == PlainParser.readings(of: within), "\(name), cut at \(cut)")
    }
    for cut in 0...beyond.count {
      let found = readings(of: [Array(beyond[..<cut]), Array(beyond[cut...])], reader)
      #expect(found.count == 2 && found.last == .failure(.fieldTooLong(line: 2, limit: 8)), "\(name), cut at \(cut)")
    }
  }

  @Test("A record without end stops")
  func recordLimit() {
    let text = Array("a\n1,2,3,4,5,6,7,8,9".utf8)
    let reader = RecordReader(maxFieldBytes: 4, maxRecordBytes: 12)
    for cut in 0...text.count {
      let found = readings(of: [Array(text[..<cut]), Array(text[cut...])], reader)
      #expect(found.last == .failure(.recordTooLong(line: 2, limit: 12)), "cut at \(cut)")
    }
  }

  @Test("A failed reader fails again, and a kept record keeps its bytes")
  func stateAfterwards() throws {
    var reader = RecordReader()
    reader.append(Array("first,\"1\"\"\"\n".utf8))
    let kept = try #require(try reader.next())
    reader.append(Array("second,2\n\"open".utf8))
    #expect(try reader.next()?.text(0) == "second")
    reader.finish()
    for _ in 0..<2 { #expect(throws: CSVError.unclosedQuote(line: 3)) { try reader.next() } }
    #expect(kept.text(0) == "first")
    #expect(kept.bytes(1).count == 2)
    #expect(kept.text(1) == "1\"")
  }
}
