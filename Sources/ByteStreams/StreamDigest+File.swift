extension StreamDigest {
  /// Size and SHA-256 of a whole file as stored, for files that are not read from front to end.
  ///
  /// - Throws: `notFound`, `isFolder`, `notReadable`, `readFailed`.
  package init(ofFile path: String) throws(ByteStreamError) {
    let stored = try StoredBytes(path: path)
    while true {
      try stored.fill(atLeast: 1)
      let count = unsafe stored.window.count
      if count == 0 { break }
      stored.use(count)
    }
    self = stored.digest()
  }
}
