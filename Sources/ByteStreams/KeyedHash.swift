import CLibCrypto

/// HMAC-SHA256 under one secret key, computed by libcrypto.
///
/// Source: RFC 2104.
package struct KeyedHash: Sendable {
  private let key: [UInt8]

  package init(key: [UInt8]) {
    self.key = key
  }

  /// 64 lower-case hexadecimal digits.
  package func digest(of text: String) -> String {
    let bytes = Array(text.utf8)
    var digest = [UInt8](repeating: 0, count: 32)
    let done = unsafe digest.withUnsafeMutableBufferPointer { buffer in
      unsafe HMAC(EVP_sha256(), key, Int32(key.count), bytes, bytes.count, buffer.baseAddress, nil) != nil
    }
    precondition(done, "libcrypto refuses a key")
    let digits = Array("0123456789abcdef".utf8)
    return String(decoding: digest.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }
}
