import CZlib

/// Inflates one gzip member after another; the checks of RFC 1952 (header, CRC, length) are zlib's.
@safe final class GzipInflater {
  struct Step {
    let plain: [UInt8]
    /// Compressed bytes used.
    let used: Int
    let isMemberEnd: Bool
  }

  /// Why a member cannot be inflated, in zlib's words.
  struct Damage: Error {
    let reason: String
  }

  // On the heap: zlib keeps the address of its stream and fails when it moves.
  private let stream: UnsafeMutablePointer<z_stream>

  init() {
    unsafe stream = .allocate(capacity: 1)
    unsafe stream.initialize(to: z_stream())
    // 15: the largest window; 16: gzip and nothing else.
    let result = unsafe inflateInit2_(stream, 15 + 16, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
    guard result == Z_OK else { fatalError("zlib cannot start") }
  }

  deinit {
    unsafe inflateEnd(stream)
    unsafe stream.deallocate()
  }

  func startMember() {
    unsafe inflateReset(stream)
  }

  /// Inflates until the output chunk is full, the input is used up, or the member ends.
  func inflate(_ compressed: UnsafeRawBufferPointer) throws(Damage) -> Step {
    var result = Z_OK
    // zlib takes a mutable pointer and does not write through it.
    let input = unsafe UnsafeMutableRawPointer(mutating: compressed.baseAddress)
    unsafe stream.pointee.next_in = unsafe input?.assumingMemoryBound(to: UInt8.self)
    unsafe stream.pointee.avail_in = UInt32(compressed.count)
    let plain = unsafe [UInt8](unsafeUninitializedCapacity: StoredBytes.chunkSize) { output, count in
      unsafe stream.pointee.next_out = output.baseAddress
      unsafe stream.pointee.avail_out = UInt32(output.count)
      result = unsafe CZlib.inflate(stream, Z_NO_FLUSH)
      count = unsafe output.count - Int(stream.pointee.avail_out)
    }
    // Z_BUF_ERROR: no progress was possible, which the caller sees in the step.
    guard result == Z_OK || result == Z_STREAM_END || result == Z_BUF_ERROR else {
      throw Damage(reason: unsafe stream.pointee.msg.map { unsafe String(cString: $0) } ?? "zlib error \(result)")
    }
    let used = unsafe compressed.count - Int(stream.pointee.avail_in)
    return Step(plain: plain, used: used, isMemberEnd: result == Z_STREAM_END)
  }
}
