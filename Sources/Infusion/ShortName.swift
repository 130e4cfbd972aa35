/// A name of at most 16 bytes, such as a code or the id of a rule, in two words of memory: equal and ordered as its text.
///
/// Layout: the bytes of its UTF-8, the first one highest, zeros behind the last; what is longer is cut.
struct ShortName: Hashable, Comparable, Sendable {
  private let bytes: UInt128

  init(_ text: some StringProtocol) {
    var bytes: UInt128 = 0
    var free: UInt128 = 128
    for byte in text.utf8.prefix(16) {
      free -= 8
      bytes |= UInt128(byte) << free
    }
    self.bytes = bytes
  }

  var text: String {
    var utf8: [UInt8] = []
    utf8.reserveCapacity(16)
    var rest = bytes
    while rest != 0 {
      utf8.append(UInt8(truncatingIfNeeded: rest >> 120))
      rest <<= 8
    }
    return String(decoding: utf8, as: UTF8.self)
  }

  static func < (left: ShortName, right: ShortName) -> Bool { left.bytes < right.bytes }
}
