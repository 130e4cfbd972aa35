import ByteStreams
import CSV

/// The records of delimited text, one by one: bytes inflated, dialect found, records cut.
struct TextRecords {
  private let path: String
  private let source: ByteSource
  private var reader: RecordReader
  private var isEnded = false

  /// Opens a file and finds its dialect from its first bytes.
  ///
  /// - Parameter dialect: how cells are separated, when it is known.
  init(path: String, dialect: Dialect?, maxFieldBytes: Int) throws(ByteStreamError) {
    self.path = path
    source = try ByteSource(path: path)
    let start = try source.next() ?? []
    reader = RecordReader(dialect: dialect ?? Dialect.detect(in: start), maxFieldBytes: maxFieldBytes)
    reader.append(start)
  }

  /// The next record; nil at the end of the file.
  mutating func next() throws(RunError) -> Record? {
    while true {
      if let record = try nextWhole() { return record }
      guard !isEnded else { return nil }
      if let chunk = try nextChunk() {
        reader.append(chunk)
      } else {
        reader.finish()
        isEnded = true
      }
    }
  }

  /// Of the bytes as stored; to be asked for once `next` has given nil.
  var digest: StreamDigest {
    guard let digest = source.digest else { preconditionFailure("a file is read to its end before it is summed up") }
    return digest
  }

  private mutating func nextWhole() throws(RunError) -> Record? {
    do throws(CSVError) {
      return try reader.next()
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
