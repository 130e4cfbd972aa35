import ByteStreams
import CSV
import Foundation
import Pipeline

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
  case csv, gzip, dates, configuration

  func read(_ bytes: [UInt8]) {
    switch self {
    case .csv: readRecords(bytes)
    case .gzip: readStream(bytes)
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

/// A stream ends, or says why it cannot be read.
private func readStream(_ bytes: [UInt8]) {
  let path = FileManager.default.temporaryDirectory.path + "/fuzzed-stream.\(getpid())"
  guard FileManager.default.createFile(atPath: path, contents: Data(bytes)) else { fatalError("no temporary file") }
  guard let source = try? ByteSource(path: path) else { fatalError("the file just written cannot be opened") }
  while let chunk = try? source.next() { precondition(!chunk.isEmpty, "an empty chunk") }
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
