/// Where output goes: bytes until `commit`, or until it is given up.
package protocol ByteSink: AnyObject {
  /// As the user named it; `-` for standard output.
  var path: String { get }

  /// - Throws: `writeFailed`.
  func write(_ bytes: Span<UInt8>) throws(ByteStreamError)

  /// Ends the output and makes it count. Nothing can be written afterwards.
  ///
  /// - Throws: `writeFailed`.
  func commit() throws(ByteStreamError) -> StreamDigest

  /// Gives the output up, as far as that is possible. Harmless after `commit`.
  func discard()
}

extension ByteSink {
  /// - Throws: `writeFailed`.
  package func write(_ bytes: [UInt8]) throws(ByteStreamError) {
    try write(bytes.span)
  }
}
