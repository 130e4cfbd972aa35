/// How a file writes its characters as bytes (IN-03).
///
/// A byte order mark goes before what is asked for.
package enum TextEncoding: String, CaseIterable, Sendable {
  /// UTF-8, or Windows-1252 from the first bytes on that are no UTF-8.
  case auto
  case utf8 = "utf-8"
  /// In the order that the byte order mark says.
  case utf16 = "utf-16"
  case utf16LittleEndian = "utf-16le"
  case utf16BigEndian = "utf-16be"
  case windows1252 = "windows-1252"

  /// What `init(markAt:)` and `init(zerosIn:)` look at.
  static let bytesLookedAt = 64

  /// The encoding that a byte order mark at the start names.
  init?(markAt bytes: Span<UInt8>) {
    if bytes.count >= 3, bytes[0] == 0xEF, bytes[1] == 0xBB, bytes[2] == 0xBF {
      self = .utf8
    } else if bytes.count >= 2, bytes[0] == 0xFF, bytes[1] == 0xFE {
      self = .utf16LittleEndian
    } else if bytes.count >= 2, bytes[0] == 0xFE, bytes[1] == 0xFF {
      self = .utf16BigEndian
    } else {
      return nil
    }
  }

  /// UTF-16 that has no byte order mark: most of one half of its bytes are zero, and none of the other.
  ///
  /// Fewer than eight bytes are too few to tell.
  init?(zerosIn bytes: Span<UInt8>) {
    let pairs = min(bytes.count, Self.bytesLookedAt) / 2
    let zeros = (0...1).map { half in (0..<pairs).count { bytes[2 * $0 + half] == 0 } }
    guard pairs >= 4, zeros.contains(0), 4 * (zeros[0] + zeros[1]) >= 3 * pairs else { return nil }
    self = zeros[0] == 0 ? .utf16LittleEndian : .utf16BigEndian
  }
}
