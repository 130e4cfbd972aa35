import TestSupport
import Testing

@testable import ByteStreams

/// What decoding bytes came to.
private struct Decoded: Equatable {
  var text: [UInt8] = []
  var fallback: Int?
  var isDoubtful = false
  var failure: TextDecoder.Failure?

  /// Decodes bytes that come in these pieces.
  init(_ pieces: [[UInt8]], _ encoding: TextEncoding) {
    var decoder = TextDecoder(encoding)
    do throws(TextDecoder.Failure) {
      for piece in pieces { text += try decoder.decode(piece, isLast: false) }
      text += try decoder.decode([], isLast: true)
    } catch {
      failure = error
    }
    fallback = decoder.fallback
    isDoubtful = decoder.isDoubtful
  }

  init(text: String, fallback: Int? = nil) {
    self.text = Array(text.utf8)
    self.fallback = fallback
  }
}

/// Encodings of IN-03.
@Suite struct TextDecoderTests {
  private static let mark = "\u{FEFF}"
  private static let text = "csn,drug,größe\n1,Café – €5 😀,\u{FFFD}\n"

  private static func utf16(_ text: String, bigEndian: Bool = false) -> [UInt8] {
    text.utf16.flatMap { bigEndian ? [UInt8($0 >> 8), UInt8($0 & 0xFF)] : [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
  }

  @Test(
    "Every encoding comes out as UTF-8, found by itself or said",
    arguments: [
      (Array(text.utf8), .auto, text), (Array((mark + text).utf8), .auto, mark + text),
      (Array(text.utf8), .utf8, text), (utf16(mark + text), .auto, mark + text),
      (utf16(mark + text, bigEndian: true), .auto, mark + text), (utf16(mark + text), .utf16, mark + text),
      (utf16(mark + text, bigEndian: true), .utf16, mark + text), (utf16(text), .utf16LittleEndian, text),
      (utf16(text, bigEndian: true), .utf16BigEndian, text),
      ([0x63, 0x61, 0x66, 0xE9, 0x80, 0x9F], .windows1252, "café€Ÿ"),
      ([], .auto, ""), ([0x61], .auto, "a"), ([], .utf16LittleEndian, ""),
    ] as [([UInt8], TextEncoding, String)])
  func encodings(_ bytes: [UInt8], _ encoding: TextEncoding, _ text: String) {
    #expect(Decoded([bytes], encoding) == Decoded(text: text))
  }

  @Test("A byte order mark goes before what was said", arguments: TextEncoding.allCases)
  func markGoesFirst(_ encoding: TextEncoding) {
    for bigEndian in [false, true] {
      let bytes = Self.utf16(Self.mark + Self.text, bigEndian: bigEndian)
      #expect(Decoded([bytes], encoding) == Decoded(text: Self.mark + Self.text))
    }
  }

  @Test("All 256 bytes of Windows-1252 are its characters, and the five that are none make the text doubtful")
  func windows1252() {
    let gaps: Set<UInt8> = [0x81, 0x8D, 0x8F, 0x90, 0x9D]
    // The Unicode consortium's mapping of 0x80 to 0x9F, gaps left out.
    let special = Array("€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ")
    let before = [UInt8](repeating: 0x61, count: 64)
    var next = 0
    for byte in UInt8.min ... .max where byte != 0 {
      let found = Decoded([before + [byte]], .windows1252)
      guard !gaps.contains(byte) else {
        #expect(found.text == before + [byte] && found.isDoubtful, "\(byte)")
        continue
      }
      let isSpecial = (0x80...0x9F).contains(byte)
      let expected = isSpecial ? String(special[next]) : String(UnicodeScalar(byte))
      if isSpecial { next += 1 }
      #expect(found.text == before + Array(expected.utf8) && !found.isDoubtful, "\(byte)")
    }
    #expect(next == special.count)
  }

  @Test(
    "The first byte that is no UTF-8 starts Windows-1252; what was UTF-8 before it stays",
    arguments: [
      ([0x63, 0xE9], "cé", 1), ([0xE9], "é", 0), ([0xC3, 0xA9, 0xE9, 0xC3, 0xA9], "ééÃ©", 2),
      ([0x61, 0xE2, 0x82, 0x41], "aâ‚A", 1), ([0xE2, 0x82], "â‚", 0), ([0xF0, 0x9F, 0x98], "ðŸ˜", 0),
      // Overlong, a surrogate, beyond Unicode, a lone continuation: no UTF-8.
      ([0xC0, 0xAF], "À¯", 0), ([0xE0, 0x80, 0xAF], "à€¯", 0), ([0xED, 0xA0, 0x80], "í\u{A0}€", 0),
      ([0xF4, 0x90, 0x80, 0x80], "ô", nil), ([0xF5, 0x80], "õ€", 0), ([0x61, 0xA9], "a©", 1), ([0xFF], "ÿ", 0),
    ] as [([UInt8], String, Int?)])
  func fallback(_ bytes: [UInt8], _ text: String, _ offset: Int?) {
    let found = Decoded([bytes], .auto)
    guard let offset else {
      // 0x90 is a gap of Windows-1252.
      #expect(found.fallback == 0 && found.isDoubtful)
      return
    }
    #expect(found == Decoded(text: text, fallback: offset))
    #expect(Decoded([bytes], .utf8).text == bytes, "said to be UTF-8, it stays and is doubtful")
    #expect(Decoded([bytes], .utf8).isDoubtful)
    #expect(Decoded([[0xEF, 0xBB, 0xBF] + bytes], .auto).fallback == nil, "with a mark, it is UTF-8 for certain")
  }

  @Test("The check agrees with the standard library on every pair and many longer sequences")
  func agreesWithTheStandardLibrary() {
    let second: [UInt8] = [0x00, 0x41, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0, 0xFF]
    for first in UInt8.min ... .max {
      for a in second {
        for b in second {
          for c in second {
            let bytes = [0x61, first, a, b, c, 0x61, 0x61, 0x61]
            let isWhole = UTF8Check.wellFormedEnd(of: bytes.span).end == bytes.count
            let expected = String(validating: bytes, as: UTF8.self) != nil
            #expect(isWhole == expected, "\(bytes)")
            if isWhole != expected { return }
          }
        }
      }
    }
  }

  @Test("ASCII ends where it ends, wherever that is in a word of 8 or 32 bytes", arguments: 0..<100)
  func endOfASCII(_ place: Int) {
    for start in [0, place / 2, place] {
      var bytes = [UInt8](repeating: 0x7F, count: 100)
      bytes[place] = 0x80
      #expect(UTF8Check.endOfASCII(bytes.span, from: start) == place)
    }
  }

  @Test("Half a surrogate pair makes the text doubtful and its bytes no UTF-8", arguments: [false, true])
  func halfPairs(_ bigEndian: Bool) {
    for units: [UInt16] in [[0xD83D], [0xDE00], [0xD83D, 0x61], [0xDE00, 0xD83D], [0xD83D, 0xD83D, 0xDE00]] {
      let bytes = ([0xFEFF] + units).flatMap { unit in
        bigEndian ? [UInt8(unit >> 8), UInt8(unit & 0xFF)] : [UInt8(unit & 0xFF), UInt8(unit >> 8)]
      }
      let found = Decoded([bytes], .auto)
      #expect(found.isDoubtful && String(validating: found.text, as: UTF8.self) == nil, "\(units)")
    }
  }

  @Test("UTF-16 of an odd length ends within a character")
  func oddLength() {
    for encoding in [TextEncoding.auto, .utf16] {
      let found = Decoded([Self.utf16(Self.mark + "ab") + [0x63]], encoding)
      #expect(found.failure == .halfCharacter)
    }
  }

  @Test("UTF-16 without a byte order mark is named, whatever was said but its own name", arguments: [false, true])
  func withoutMark(_ bigEndian: Bool) {
    let likely = bigEndian ? TextEncoding.utf16BigEndian : .utf16LittleEndian
    for text in ["csn,drug\n", "abcd", "Größe in €,drug,route,start\n"] {
      let bytes = Self.utf16(text, bigEndian: bigEndian)
      for encoding in [TextEncoding.auto, .utf8, .utf16, .windows1252] {
        #expect(Decoded([bytes], encoding).failure == .noByteOrderMark(likely: likely), "\(text), \(encoding)")
      }
      #expect(Decoded([bytes], likely) == Decoded(text: text))
    }
    #expect(Decoded([Array("csn,drug\n".utf8)], .utf16).failure == .noByteOrderMark(likely: nil))
  }

  @Test("NUL bytes in text are no UTF-16: they stay, and the text is doubtful")
  func zeros() {
    for bytes: [UInt8] in [
      [0x61, 0], [0x61, 0, 0x62, 0, 0x63, 0], [0, 0, 0, 0], Array("a,\0b,c\n".utf8), Array("a,b\0\0\0\0\n".utf8),
    ] {
      let found = Decoded([bytes], .auto)
      #expect(found.text == bytes && found.isDoubtful && found.failure == nil, "\(bytes)")
    }
    #expect(Decoded([Self.utf16(Self.mark + "a\0b")], .auto).isDoubtful)
    #expect(!Decoded([Self.utf16(Self.mark + "aĀb")], .auto).isDoubtful)
  }

  @Test("Random bytes, cut anywhere, decode to the same")
  func cuts() {
    let seed = UInt64.random(in: .min ... .max)
    print("TextDecoderTests.cuts seed \(seed)")
    var draw = Draw(seed: seed)
    let alphabet: [UInt8] =
      Array("ab,\n".utf8) + [0, 0, 0xC3, 0xA9, 0xE2, 0x82, 0xAC, 0xF0, 0x9F, 0x98, 0x80, 0xD8, 0xDC, 0xFF]
    let starts: [[UInt8]] = [[], [], [0xEF, 0xBB, 0xBF], [0xFF, 0xFE], [0xFE, 0xFF], [0xEF, 0xBB]]
    for round in 0..<4_000 {
      let filler = [UInt8](repeating: 0x61, count: Bool.random(using: &draw) ? 64 : 0)
      let tail = (0..<Int.random(in: 0...12, using: &draw)).map { _ in alphabet.randomElement(using: &draw) ?? 0 }
      let bytes = (starts.randomElement(using: &draw) ?? []) + filler + tail
      let first = Int.random(in: 0...bytes.count, using: &draw)
      let second = Int.random(in: first...bytes.count, using: &draw)
      for encoding in TextEncoding.allCases {
        let whole = Decoded([bytes], encoding)
        let pieces = [Array(bytes[..<first]), Array(bytes[first..<second]), Array(bytes[second...])]
        for found in [Decoded(pieces, encoding), Decoded(bytes.map { [$0] }, encoding)] {
          // Text before a failure may have been given or not.
          let isSame = whole.failure == nil ? found == whole : found.failure == whole.failure
          #expect(isSame, "seed \(seed), round \(round), \(encoding), \(bytes), cut at \(first) and \(second)")
          if !isSame { return }
        }
      }
    }
  }
}
