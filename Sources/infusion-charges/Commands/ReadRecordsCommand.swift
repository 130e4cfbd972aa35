import ArgumentParser
import ByteStreams
import CSV
import Foundation
import Pipeline

/// The records of a file as the reader sees them, in JSON: for `scripts/conformance-csv`, hidden from help.
///
/// Fields come as written, spaces and formulas kept. Choices that the reader does not have are refused with exit code
/// 64, so that they can be told from files that it refuses.
struct ReadRecords: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "read-records", abstract: "Print the records of a delimited file as JSON.", shouldDisplay: false)

  @Argument var file: String
  @Option(help: "One byte, auto, or none.") var delimiter = "auto"
  @Option(help: "One byte, or none.") var quote = "\""
  @Option(help: "One byte, or none.") var escape = "none"
  @Option(help: "One byte, or none.") var comment = "none"
  @Option var encoding = "auto"
  @Flag(help: "Two quotes within quotes are not one.") var singleQuotes = false
  @Flag(help: "Spaces before a field are skipped.") var skipInitialSpace = false
  @Flag(help: "Text behind a closing quote is refused.") var strict = false

  @Flag(help: "Records of another width than the first are refused, as a run rejects them (IN-06).") var even = false

  func run() throws {
    try ErrorReport.reporting {
      let text = try text()
      var reader = RecordReader(dialect: try dialect(of: text))
      reader.append(text)
      reader.finish()
      try StandardOutput().write(Array(try JSONEncoder().encode(try records(of: &reader))))
    }
  }

  private func text() throws -> [UInt8] {
    guard let encoding = TextEncoding(rawValue: encoding) else {
      throw ValidationError("--encoding does not take \"\(encoding)\"")
    }
    let source = try TextSource(path: file, encoding: encoding)
    var text: [UInt8] = []
    while let chunk = try source.next() { text += chunk }
    return text
  }

  private func records(of reader: inout RecordReader) throws -> [[String]] {
    var records: [[String]] = []
    var refusals: [String] = []
    do throws(CSVError) {
      while let record = try reader.next() {
        // NUL is a byte of a field here; a run rejects its row.
        if String(validating: record.raw, as: UTF8.self) == nil {
          refusals.append("\(record.line): bytes that are no character of the file's encoding")
        }
        if even, let first = records.first, first.count != record.count {
          refusals.append("\(record.line): the record has \(record.count) fields where the first has \(first.count)")
        }
        records.append((0..<record.count).map(record.text))
      }
    } catch {
      throw RunError.text(file: file, error)
    }
    guard let first = refusals.first else { return records }
    ErrorReport.print("infusion-charges: \(file):\(first)\n")
    throw ExitCode(65)
  }

  private func dialect(of text: [UInt8]) throws -> Dialect {
    var dialect = Dialect()
    dialect.quote = try byte(quote, of: "--quote")
    dialect.escape = try byte(escape, of: "--escape")
    dialect.comment = try byte(comment, of: "--comment")
    dialect.doublesQuotes = !singleQuotes || dialect.escape == dialect.quote
    if dialect.escape == dialect.quote { dialect.escape = nil }
    dialect.spaces = skipInitialSpace ? .skippedBeforeFields : .kept
    dialect.undoesFormulaText = false
    dialect.refusesTextAfterQuotes = strict
    if delimiter == "auto" {
      dialect.delimiter = Dialect.detect(in: text, isWhole: true).delimiter
    } else {
      dialect.delimiter = try byte(delimiter, of: "--delimiter").map(Dialect.Delimiter.init) ?? .none
    }
    let special = [dialect.delimiter.rawValue, dialect.quote, dialect.escape].compactMap(\.self)
    guard Set(special).count == special.count else { throw ValidationError("one byte cannot mean two things") }
    return dialect
  }

  /// One character of ASCII, or its number as 0x1F; nil for none.
  private func byte(_ text: String, of option: String) throws -> UInt8? {
    if text == "none" { return nil }
    let number = text.hasPrefix("0x") ? UInt8(text.dropFirst(2), radix: 16) : nil
    guard let byte = number ?? (text.utf8.count == 1 ? text.utf8.first : nil), byte < 0x80 else {
      throw ValidationError("\(option) takes one character of ASCII, not \"\(text)\"")
    }
    if option == "--delimiter", byte == 0x0A || byte == 0x0D {
      throw ValidationError("--delimiter cannot be a line end")
    }
    return byte
  }
}
