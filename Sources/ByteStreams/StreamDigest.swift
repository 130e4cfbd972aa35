/// What a whole stream was: how long, and which bytes.
package struct StreamDigest: Equatable, Sendable {
  /// As stored, compressed or not.
  package let byteCount: Int
  /// 64 lower-case hexadecimal digits.
  package let sha256: String
}
