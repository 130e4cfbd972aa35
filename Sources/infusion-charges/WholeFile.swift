import ByteStreams

/// Small files that are read at once: configuration, suppressions.
enum WholeFile {
  static func bytes(of path: String) throws(ByteStreamError) -> [UInt8] {
    let source = try TextSource(path: path)
    var bytes: [UInt8] = []
    while let chunk = try source.next() { bytes += chunk }
    return bytes
  }
}
