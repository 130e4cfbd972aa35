import ByteStreams
import CSV

/// The records of delimited text, one by one: bytes inflated, text decoded, dialect found, records cut.
struct TextRecords {
  private let path: String
  /// How its cells are separated.
  let dialect: Dialect
  private let source: TextSource
  private var reader: RecordReader
  private var isEnded = false
  private var bytesTaken = 0
  /// The line from which the file is read as Windows-1252, since it is no UTF-8 (input IN-03).
  private(set) var fallbackLine: Int?

  /// Opens a file and finds its dialect from its first bytes.
  ///
  /// - Parameter dialect: how cells are separated, when it is known.
  init(path: String, dialect: Dialect?, encoding: TextEncoding, maxFieldBytes: Int) throws(ByteStreamError) {
    self.path = path
    source = try TextSource(path: path, encoding: encoding)
    // As much as a sample needs, so that what is found does not depend on how a pipe or gzip hands the bytes on.
    var start: [UInt8] = []
    while start.count < Dialect.sampleSize, let chunk = try source.next() { start += chunk }
    self.dialect = dialect ?? Dialect.detect(in: start)
    reader = RecordReader(dialect: self.dialect, maxFieldBytes: maxFieldBytes)
    take(start)
  }

  /// Whether the records so far may hold what is no text; then each has to be asked (`RecordCopy.isText`).
  var isDoubtful: Bool { source.isDoubtful }

  /// What the text is written in, in words.
  var encodingName: String { source.encodingName }

  /// Whether the bytes of the file are inflated.
  var isCompressed: Bool { source.isCompressed }

  /// Says how many bytes of the file, as stored, were read so far.
  var bytesRead: () -> Int { { [source] in source.bytesRead } }

  /// Copies the next record; false at the end of the file.
  mutating func next(into copy: inout RecordCopy) throws(RunError) -> Bool {
    while true {
      if try nextWhole(into: &copy) { return true }
      guard !isEnded else { return false }
      if let chunk = try nextChunk() {
        take(chunk)
      } else {
        reader.finish()
        isEnded = true
      }
    }
  }

  /// Of the bytes as stored; to be asked for once `next` has given false.
  var digest: StreamDigest {
    guard let digest = source.digest else { preconditionFailure("a file is read to its end before it is summed up") }
    return digest
  }

  private mutating func take(_ chunk: [UInt8]) {
    if fallbackLine == nil, let fallback = source.fallback {
      var before = reader
      before.append(Array(chunk[..<(fallback - bytesTaken)]))
      while let record = try? before.next() { _ = record }
      fallbackLine = before.line
    }
    bytesTaken += chunk.count
    reader.append(chunk)
  }

  private mutating func nextWhole(into copy: inout RecordCopy) throws(RunError) -> Bool {
    do throws(CSVError) {
      return try reader.next(into: &copy)
    } catch {
      throw .text(file: path, error)
    }
  }

  private func nextChunk() throws(RunError) -> [UInt8]? {
    do throws(ByteStreamError) {
      return try source.next()
    } catch {
      throw .bytes(error)
    }
  }
}
