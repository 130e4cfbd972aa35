import ByteStreams

/// Small files that are read at once: configuration, suppressions.
enum WholeFile {
  private static let mark: [UInt8] = [0xEF, 0xBB, 0xBF]

  /// The text as UTF-8, without a byte order mark, behind which YAML would begin on a column of its own.
  static func bytes(of path: String) throws(ByteStreamError) -> [UInt8] {
    let source = try TextSource(path: path)
    var bytes: [UInt8] = []
    while let chunk = try source.next() { bytes += chunk }
    return bytes.starts(with: mark) ? Array(bytes.dropFirst(mark.count)) : bytes
  }

  /// A JSON file of an earlier run, plain or gzip.
  static func json(of path: String) throws(ByteStreamError) -> [UInt8] {
    let source = try ByteSource(path: path, accepting: .json)
    var bytes: [UInt8] = []
    while let chunk = try source.next() { bytes += chunk }
    return bytes
  }
}
