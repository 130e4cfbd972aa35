import Testing

@testable import CSV

/// Words are loaded in several ways, by how many bytes there are; a byte at a time says the same.
@Suite("Bytes taken by words")
struct FieldScannerWordTests {
  private static let text: [UInt8] = (1...40).map { UInt8($0 * 6 % 251) }

  @Test("A word is eight bytes, zeros beyond the end", arguments: 0...40)
  func words(count: Int) {
    let bytes = Array(Self.text.prefix(count))
    for offset in 0...count + 8 {
      var expected: UInt64 = 0
      for place in 0..<8 where offset + place < count { expected |= UInt64(bytes[offset + place]) << UInt64(8 * place) }
      let word = FieldScanner.word(bytes.span, at: offset)
      #expect(word == expected)
    }
  }

  @Test("Every byte makes a difference, to what is equal and to fingerprints", arguments: 0...40)
  func differences(count: Int) {
    let bytes = Array(Self.text.prefix(count))
    #expect(areEqual(bytes, Array(bytes)))
    var seen = [fingerprint(bytes), fingerprint(bytes + [0]), fingerprint(bytes, place: 1)]
    for place in bytes.indices {
      var other = bytes
      other[place] ^= 0x20
      #expect(!areEqual(bytes, other))
      seen.append(fingerprint(other))
    }
    #expect(Set(seen).count == seen.count)
    #expect(Set(seen.map(\.short)).count == seen.count)
  }

  @Test("A byte is found wherever it stands, and not where only its neighbours do", arguments: 1...40)
  func holds(count: Int) {
    let sought = UInt8(ascii: "#")
    let near = [UInt8](repeating: sought + 1, count: count)
    #expect(!holds(sought, near))
    #expect(!holds(sought, [UInt8](repeating: sought | 0x80, count: count)))
    for place in near.indices {
      var bytes = near
      bytes[place] = sought
      #expect(holds(sought, bytes))
    }
  }

  // A span cannot be handed to an expectation.
  private func areEqual(_ left: [UInt8], _ right: [UInt8]) -> Bool { FieldScanner.areEqual(left.span, right.span) }
  private func holds(_ byte: UInt8, _ bytes: [UInt8]) -> Bool { FieldScanner.holds(byte, in: bytes.span) }

  private func fingerprint(_ bytes: [UInt8], place: Int = 0) -> RowFingerprint {
    var fingerprint = RowFingerprint()
    fingerprint.add(bytes.span, place: place)
    return fingerprint
  }
}
