/// Small files, read at once.
package enum FileBytes {
  /// All bytes of a file as it is stored.
  ///
  /// - Throws: `notFound`, `isFolder`, `notReadable`, `readFailed`.
  package static func all(of path: String) throws(ByteStreamError) -> [UInt8] {
    let stored = try StoredBytes(path: path)
    var bytes: [UInt8] = []
    while true {
      try stored.fill(atLeast: 1)
      let count = unsafe stored.window.count
      if count == 0 { return bytes }
      unsafe bytes.append(contentsOf: stored.window)
      stored.use(count)
    }
  }
}
