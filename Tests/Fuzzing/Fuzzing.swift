import ByteStreams
import CSV
import Foundation
import Pipeline
import Workbook

/// What libFuzzer calls with ever new bytes; `FUZZ` names the parser that gets them (scripts/fuzz-parsers).
///
/// A find is a crash, a sanitizer's report, a hang, or a broken promise (`preconditionFailure`).
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = unsafe [UInt8](UnsafeBufferPointer(start: start, count: count))
  parser(bytes)
  return 0
}

private let parser: @Sendable ([UInt8]) -> Void = {
  let name = ProcessInfo.processInfo.environment["FUZZ"] ?? ""
  guard let parser = FuzzedParser(rawValue: name) else {
    fatalError("FUZZ names one of \(FuzzedParser.allCases.map(\.rawValue))")
  }
  return { parser.read($0) }
}()

/// The parsers that read what strangers wrote.
private enum FuzzedParser: String, CaseIterable {
  case csv, gzip, xlsx, sheet, dates, configuration

  func read(_ bytes: [UInt8]) {
    switch self {
    case .csv: readRecords(bytes)
    case .gzip: readStream(bytes)
    case .xlsx: readWorkbook(bytes)
    case .sheet: readWorkbook(workbook(around: bytes))
    case .dates: readTime(bytes)
    case .configuration: readConfiguration(bytes)
    }
  }
}

/// Records do not depend on where the input is cut, and no byte of a value is lost or invented.
private func readRecords(_ bytes: [UInt8]) {
  _ = Dialect.detect(in: bytes, isWhole: true)
  guard let first = bytes.first else { return }
  let dialect = Dialect(delimiter: Dialect.Delimiter.allCases[Int(first) % Dialect.Delimiter.allCases.count])
  let whole = records(in: [Array(bytes.dropFirst())], dialect)
  let cut = 1 + Int(first) / 8
  var pieces: [[UInt8]] = []
  var rest = bytes.dropFirst()
  while !rest.isEmpty {
    pieces.append(Array(rest.prefix(cut)))
    rest = rest.dropFirst(cut)
  }
  precondition(whole == records(in: pieces, dialect), "records depend on the cut")
}

private func records(in pieces: [[UInt8]], _ dialect: Dialect) -> [String] {
  var reader = RecordReader(dialect: dialect, maxFieldBytes: 64)
  var read: [String] = []
  do {
    for piece in pieces {
      reader.append(piece)
      while let record = try reader.next() { read.append(text(of: record)) }
    }
    reader.finish()
    while let record = try reader.next() { read.append(text(of: record)) }
  } catch {
    read.append("\(error)")
  }
  return read
}

private func text(of record: Record) -> String {
  let fields = (0..<record.count).map { "<\(record.bytes($0).map(String.init).joined(separator: " "))>" }
  return "\(record.line): \(fields.joined())"
}

/// A stream ends, or says why it cannot be read, whatever its encoding is said to be.
private func readStream(_ bytes: [UInt8]) {
  let path = file(of: bytes)
  let encoding = TextEncoding.allCases[Int(bytes.last ?? 0) % TextEncoding.allCases.count]
  guard let source = try? TextSource(path: path, encoding: encoding) else {
    fatalError("the file just written cannot be opened")
  }
  while let chunk = try? source.next() { precondition(!chunk.isEmpty, "an empty chunk") }
}

/// Rows come in order, or the workbook is refused.
private func readWorkbook(_ bytes: [UInt8]) {
  guard let workbook = try? WorkbookFile(path: file(of: bytes)) else { return }
  for sheet in workbook.sheets {
    guard let reader = try? workbook.reader(of: sheet, maxFieldBytes: 1 << 16) else { continue }
    var last = 0
    while let row = try? reader.next() {
      precondition(row.number > last, "rows out of order")
      last = row.number
    }
  }
}

/// A whole workbook, so that what is tried is the reading of sheets and styles and not of archives: rows of a sheet, and
/// behind a zero byte a number format.
private func workbook(around bytes: [UInt8]) -> [UInt8] {
  let parts = bytes.split(separator: 0, maxSplits: 1).map { String(decoding: $0, as: UTF8.self) }
  return Made(rows: parts.first ?? "", texts: ["<t>a</t>"], styles: Array(parts.dropFirst())).archive.bytes
}

private func file(of bytes: [UInt8]) -> String {
  let path = FileManager.default.temporaryDirectory.path + "/fuzzed.\(getpid())"
  guard FileManager.default.createFile(atPath: path, contents: Data(bytes)) else { fatalError("no temporary file") }
  return path
}

/// What a form reads, all forms read in the same way.
private func readTime(_ bytes: [UInt8]) {
  for order in [DateOrder.monthDay, .dayMonth] {
    let any = TimeParser.read(bytes.span, order: order)
    let forms = TimeForm.all(order).filter { TimeParser.read(bytes.span, as: $0) != nil }
    precondition(any?.form == forms.first, "the first form that fits is taken")
    if let minute = any?.text.minuteOfDay { precondition((0..<1_440).contains(minute), "a minute of no day") }
  }
  _ = DateOrderEvidence.orderShown(by: bytes.span)
}

private func readConfiguration(_ bytes: [UInt8]) {
  _ = try? Configuration(yaml: String(decoding: bytes, as: UTF8.self), file: "fuzzed.yaml")
}
