import CZlib

/// Bytes as one member of a gzip file; a file may hold any number of them (RFC 1952).
package enum GzipMember {
  /// The same bytes for the same input, without name and time; nothing becomes nothing.
  ///
  /// - Parameter plain: less than 2 GiB, all of it in memory.
  package static func compressed(_ plain: [UInt8]) -> [UInt8] {
    guard !plain.isEmpty else { return [] }
    precondition(plain.count < Int(Int32.max), "a member of less than 2 GiB")
    // On the heap: zlib keeps the address of its stream and fails when it moves.
    let stream = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)
    unsafe stream.initialize(to: z_stream())
    defer {
      unsafe deflateEnd(stream)
      unsafe stream.deallocate()
    }
    // 15: the largest window; 16: a gzip header and trailer; 8: zlib's usual memory.
    let begun = unsafe deflateInit2_(
      stream, 6, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
    guard begun == Z_OK else { fatalError("zlib cannot start") }
    let bound = unsafe Int(deflateBound(stream, UInt(plain.count)))
    return unsafe plain.withUnsafeBufferPointer { input in
      unsafe [UInt8](unsafeUninitializedCapacity: bound) { output, count in
        // zlib takes a mutable pointer and does not write through it.
        unsafe stream.pointee.next_in = UnsafeMutablePointer(mutating: input.baseAddress)
        unsafe stream.pointee.avail_in = UInt32(input.count)
        unsafe stream.pointee.next_out = output.baseAddress
        unsafe stream.pointee.avail_out = UInt32(output.count)
        let result = unsafe deflate(stream, Z_FINISH)
        precondition(result == Z_STREAM_END, "the bound holds every member")
        count = unsafe output.count - Int(stream.pointee.avail_out)
      }
    }
  }
}
