/// Where bytes go.
package protocol ByteSink: AnyObject {
  /// - Throws: `writeFailed`.
  func write(_ bytes: Span<UInt8>) throws(ByteStreamError)
}

extension ByteSink {
  /// - Throws: `writeFailed`.
  package func write(_ bytes: [UInt8]) throws(ByteStreamError) {
    try write(bytes.span)
  }
}
