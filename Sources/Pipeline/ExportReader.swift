import ByteStreams
import CSV
import Infusion

/// The records of one delimited export, one by one: bytes inflated, dialect found, records cut.
struct ExportReader {
  let path: String
  /// How its cells are separated.
  let dialect: Dialect
  private let source: ByteSource
  private var reader: RecordReader
  private var isEnded = false

  /// Opens a file and finds its dialect from its first bytes.
  ///
  /// - Parameter dialect: how cells are separated, when it is known.
  init(path: String, dialect: Dialect?, maxFieldBytes: Int) throws(RunError) {
    self.path = path
    do throws(ByteStreamError) {
      source = try ByteSource(path: path)
      let start = try source.next() ?? []
      self.dialect = dialect ?? Dialect.detect(in: start)
      reader = RecordReader(dialect: self.dialect, maxFieldBytes: maxFieldBytes)
      reader.append(start)
    } catch {
      throw .bytes(error)
    }
  }

  /// Whether the bytes of the file are inflated.
  var isCompressed: Bool { source.isCompressed }

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

  /// What was read, once `next` has given nil.
  func inputFile(_ role: RunSummary.InputFile.Role, rows: Int) -> RunSummary.InputFile {
    guard let digest = source.digest else { preconditionFailure("a file is read to its end before it is summed up") }
    return RunSummary.InputFile(
      role: role, path: path, bytes: digest.byteCount, sha256: digest.sha256, rows: rows)
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
