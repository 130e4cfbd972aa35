import Foundation
import Testing

@testable import CSV

/// One case of a published suite: a file, how to read it, and its records.
private struct PublishedCase {
  let id: String
  let text: [UInt8]
  let dialect: Dialect
  let rows: [[String]]
  let refusalIsRight: Bool
}

/// Suites of other projects, kept beside the checkout and not in it.
private enum PublishedCases {
  static let folder = checkout + "/../shared/conformance/csv/"
  static var areHere: Bool { FileManager.default.fileExists(atPath: folder + "manifest.json") }

  /// The folder that holds `Tests`.
  private static var checkout: String {
    #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(3).joined(separator: "/")
  }

  static func text(of file: String) throws -> [UInt8] {
    Array(try Data(contentsOf: URL(filePath: folder + file)))
  }

  private static func list(_ suite: String) throws -> [[String: Any]] {
    let data = try Data(contentsOf: URL(filePath: folder + suite + "/cases.json"))
    return (try JSONSerialization.jsonObject(with: data) as? [String: Any])?["cases"] as? [[String: Any]] ?? []
  }

  static func files(_ suite: String) throws -> [String] {
    let named = try list(suite).compactMap { $0["file"] as? String }
    return Set(named).filter { FileManager.default.fileExists(atPath: folder + $0) }.sorted()
  }

  /// The cases whose records are given and whose dialect the reader has.
  static func cases(_ suite: String) throws -> [PublishedCase] {
    try list(suite).compactMap { item in
      guard
        item["kind"] as? String == "read", let id = item["id"] as? String, let file = item["file"] as? String,
        let options = item["dialect"] as? [String: Any], let expected = item["expected"] as? [String: Any],
        let rows = expected["rows"] as? [[String]], let dialect = dialect(options)
      else { return nil }
      let tags = item["tags"] as? [String] ?? []
      return PublishedCase(
        id: id, text: try text(of: file), dialect: dialect, rows: rows,
        refusalIsRight: tags.contains { $0.hasPrefix("policy") || $0.hasPrefix("lenient") || $0.hasPrefix("published") }
      )
    }
  }

  private static func dialect(_ options: [String: Any]) -> Dialect? {
    func byte(_ name: String) -> UInt8?? {
      guard let text = options[name] as? String, !text.isEmpty else { return .some(nil) }
      return text.utf8.count == 1 ? text.utf8.first : nil
    }
    guard
      let delimiter = byte("delimiter"), let quote = byte("quote"), let escape = byte("escape"),
      let comment = byte("comment"), (options["terminator"] as? String ?? "auto") == "auto",
      Set([delimiter ?? 0x0A, quote ?? 0x0A, escape ?? 0x0D]).count == 3 || quote == nil
    else { return nil }
    var dialect = Dialect(delimiter: delimiter.map(Dialect.Delimiter.init) ?? .none)
    (dialect.quote, dialect.escape, dialect.comment) = (quote, escape, comment)
    dialect.doublesQuotes = options["doublequote"] as? Bool ?? true
    dialect.spaces = options["skip_initial_space"] as? Bool == true ? .skippedBeforeFields : .kept
    dialect.undoesFormulaText = false
    dialect.refusesTextAfterQuotes = options["strict"] as? Bool ?? false
    return dialect
  }
}

/// Reading files that no one here wrote; `scripts/conformance-csv` runs every case and compares with other parsers.
@Suite(
  .enabled(if: PublishedCases.areHere, "../shared/conformance/csv is not beside the checkout"), .timeLimit(.minutes(15))
)
struct PublishedCasesTests {
  /// Refused by contract: a quote that never closes, an escape at the end of the file.
  private static let refused: Set = [
    "clevercsv/test_parse_builtin_5", "clevercsv/test_parse_builtin_6", "clevercsv/test_parse_return_quoted_3",
    "cpython/test_read_eof", "cpython/test_read_eof-2", "cpython/test_read_eof-3",
  ]
  /// Read otherwise by contract: a quote within an unquoted field is text.
  private static let other: Set = [
    "clevercsv/test_parse_no_delim_4", "clevercsv/test_parse_no_delim_5", "clevercsv/test_parse_no_delim_6",
  ]

  @Test(
    "Records are those that the suite gives",
    arguments: [("clevercsv", 48), ("cpython", 55), ("csv-spectrum", 6), ("rust-csv", 60), ("univocity", 1)])
  func records(_ suite: String, _ fewest: Int) throws {
    let cases = try PublishedCases.cases(suite)
    #expect(cases.count >= fewest)
    for item in cases {
      let (found, failure) = fields(of: item.text, item.dialect)
      if Self.refused.contains(item.id) || failure != nil {
        #expect(failure != nil && (item.refusalIsRight || Self.refused.contains(item.id)), "\(item.id)")
      } else if !item.refusalIsRight {
        let isSame = found == item.rows.filter { $0 != [] && $0 != [""] }
        #expect(isSame != Self.other.contains(item.id), "\(item.id): \(found)")
      }
    }
  }

  @Test(
    "Every file, however broken, is read or refused, the same in pieces as whole",
    arguments: [
      "clevercsv", "cpython", "csv-spectrum", "duckdb", "miller", "papaparse", "rust-csv", "univocity", "w3c-csvw",
    ])
  func pieces(_ suite: String) throws {
    for file in try PublishedCases.files(suite) {
      let text = try PublishedCases.text(of: file)
      // The largest are long for their number of rows, not for what they hold.
      guard text.count < 1 << 18 else { continue }
      let reader = RecordReader(dialect: Dialect.detect(in: text, isWhole: true))
      let whole = readings(of: [text], reader)
      for size in [1, 7, 4096] where text.count < 1 << 12 || size > 1 {
        let pieces = stride(from: 0, to: text.count, by: size).map { Array(text[$0..<min($0 + size, text.count)]) }
        #expect(readings(of: pieces, reader) == whole, "\(file) in pieces of \(size)")
      }
    }
  }

  /// The records that are not blank, and what stopped the reading.
  private func fields(of text: [UInt8], _ dialect: Dialect) -> ([[String]], CSVError?) {
    var records: [[String]] = []
    for reading in readings(of: [text], RecordReader(dialect: dialect)) {
      switch reading {
      case .record(_, let fields, _): records.append(fields.map { String(decoding: $0, as: UTF8.self) })
      case .failure(let error): return (records, error)
      }
    }
    return (records.filter { $0 != [""] }, nil)
  }
}
