import Glibc

/// Standard output as a sink: what is written is gone.
package final class StandardOutput: ByteSink {
  private var writer: DescriptorWriter

  package convenience init() {
    self.init(descriptor: STDOUT_FILENO)
  }

  /// For tests: another descriptor, which stays the caller's.
  init(descriptor: Int32) {
    writer = DescriptorWriter(descriptor: descriptor, path: "-")
  }

  package func write(_ bytes: Span<UInt8>) throws(ByteStreamError) {
    try writer.write(bytes)
  }
}
