import Glibc

/// Bytes of any encoding of IN-03 to UTF-8, chunk by chunk; where chunks are cut does not matter.
///
/// A byte order mark stays in front, as UTF-8. What stands for no character (invalid UTF-8 where UTF-8 is certain, half
/// a surrogate pair, a gap of Windows-1252) comes out as bytes that are no UTF-8, so that its record can be told.
struct TextDecoder {
  /// Why bytes cannot be read on.
  enum Failure: Error, Equatable {
    /// UTF-16 was asked for, or is likely, and no byte order mark says which.
    case noByteOrderMark(likely: TextEncoding?)
    /// UTF-16 ends after half of a unit.
    case halfCharacter
  }

  private enum State: Equatable {
    case start
    case utf8(fallsBack: Bool)
    /// UTF-8 that has been found wanting: handed on without a look.
    case unchecked
    case utf16(bigEndian: Bool)
    case windows1252
  }

  /// Where Windows-1252 begins because the bytes are no UTF-8, in bytes of the text given; nil while they are.
  private(set) var fallback: Int?
  /// Whether the text so far may hold a NUL or what is no UTF-8.
  private(set) var isDoubtful = false

  /// What the text so far was written in, in words.
  var encodingName: String {
    switch state {
    case .windows1252: fallback == nil ? "Windows-1252" : "UTF-8, then Windows-1252"
    case .utf16(let bigEndian): bigEndian ? "UTF-16, big-endian" : "UTF-16, little-endian"
    case .start, .utf8, .unchecked: "UTF-8"
    }
  }

  private let encoding: TextEncoding
  private var state = State.start
  /// Bytes too few to decide by, or of a character that the last chunk cut.
  private var rest: [UInt8] = []
  private var bytesGiven = 0

  init(_ encoding: TextEncoding) {
    self.encoding = encoding
  }

  /// The text of the next bytes, up to the last whole character; with `isLast`, to the end.
  mutating func decode(_ chunk: [UInt8], isLast: Bool) throws(Failure) -> [UInt8] {
    let bytes = rest.isEmpty ? chunk : rest + chunk
    rest = []
    if state == .start {
      guard bytes.count >= TextEncoding.bytesLookedAt || isLast else {
        rest = bytes
        return []
      }
      state = try Self.state(for: encoding, bytes.span)
    }
    let text = try text(of: bytes, isLast)
    if !isDoubtful, holdsZero(text) { isDoubtful = true }
    bytesGiven += text.count
    return text
  }

  private static func state(for encoding: TextEncoding, _ bytes: Span<UInt8>) throws(Failure) -> State {
    let marked = TextEncoding(markAt: bytes)
    switch marked ?? encoding {
    case .utf16LittleEndian: return .utf16(bigEndian: false)
    case .utf16BigEndian: return .utf16(bigEndian: true)
    case .utf16: throw .noByteOrderMark(likely: TextEncoding(zerosIn: bytes))
    case let other:
      if let likely = TextEncoding(zerosIn: bytes) { throw .noByteOrderMark(likely: likely) }
      return other == .windows1252 ? .windows1252 : .utf8(fallsBack: other == .auto)
    }
  }

  private mutating func text(of bytes: [UInt8], _ isLast: Bool) throws(Failure) -> [UInt8] {
    switch state {
    case .start, .unchecked: return bytes
    case .windows1252: return Windows1252.utf8(of: bytes.span, isDoubtful: &isDoubtful)
    case .utf8(let fallsBack): return utf8(bytes, isLast, fallsBack)
    case .utf16(let bigEndian):
      if isLast, !bytes.count.isMultiple(of: 2) { throw .halfCharacter }
      let end = isLast ? bytes.count : UTF16Text.wholeCount(of: bytes.span, bigEndian: bigEndian)
      rest = Array(bytes[end...])
      return UTF16Text.utf8(of: bytes.span.extracting(..<end), bigEndian: bigEndian, isDoubtful: &isDoubtful)
    }
  }

  private mutating func utf8(_ bytes: [UInt8], _ isLast: Bool, _ fallsBack: Bool) -> [UInt8] {
    let (end, isCut) = UTF8Check.wellFormedEnd(of: bytes.span)
    if end == bytes.count { return bytes }
    if isCut, !isLast {
      rest = Array(bytes[end...])
      return Array(bytes[..<end])
    }
    guard fallsBack else {
      state = .unchecked
      isDoubtful = true
      return bytes
    }
    state = .windows1252
    fallback = bytesGiven + end
    return bytes[..<end] + Windows1252.utf8(of: bytes.span.extracting(end...), isDoubtful: &isDoubtful)
  }

  private func holdsZero(_ text: [UInt8]) -> Bool {
    unsafe text.withUnsafeBytes { bytes in
      guard let start = bytes.baseAddress else { return false }
      return unsafe memchr(start, 0, bytes.count) != nil
    }
  }
}
