import CLibCrypto

/// A SHA-256 of bytes that pass by, computed by libcrypto.
@safe package struct SHA256: ~Copyable {
  private let context: OpaquePointer

  package init() {
    // Both fail only when memory is exhausted or libcrypto has no SHA-256: nothing a caller could do.
    guard let context = unsafe EVP_MD_CTX_new(), unsafe EVP_DigestInit_ex(context, EVP_sha256(), nil) == 1 else {
      fatalError("libcrypto cannot start a SHA-256")
    }
    unsafe self.context = context
  }

  deinit {
    unsafe EVP_MD_CTX_free(context)
  }

  package mutating func update(_ bytes: Span<UInt8>) {
    unsafe bytes.withUnsafeBytes { unsafe update($0) }
  }

  mutating func update(_ bytes: UnsafeRawBufferPointer) {
    let done = unsafe EVP_DigestUpdate(context, bytes.baseAddress, bytes.count)
    precondition(done == 1, "libcrypto refuses bytes")
  }

  /// The digest as 64 lower-case hexadecimal digits; afterwards the value starts anew.
  package mutating func finish() -> String {
    var digest = [UInt8](repeating: 0, count: 32)
    let done = unsafe digest.withUnsafeMutableBufferPointer { buffer in
      unsafe EVP_DigestFinal_ex(context, buffer.baseAddress, nil) == 1
        && EVP_DigestInit_ex(context, EVP_sha256(), nil) == 1
    }
    precondition(done, "libcrypto cannot end a SHA-256")
    let digits = Array("0123456789abcdef".utf8)
    return String(decoding: digest.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }
}
