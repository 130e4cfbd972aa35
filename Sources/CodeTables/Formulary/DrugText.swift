import Infusion

/// The text of a drug as an export prints it, in tokens.
///
/// Shape: words in lower case (tall-man capitals gone), numbers in plain decimals, `%`; what stood between is kept with
/// the token behind it.
struct DrugText: Sendable {
  struct Token: Hashable, Sendable {
    let text: String
    let number: ExactDecimal?
    /// Signs between the token before and this one, spaces left out.
    let signsBefore: Set<UInt8>

    var isPercent: Bool { text == "%" }
  }

  private(set) var tokens: [Token] = []

  init(_ text: some StringProtocol) {
    var reader = Reader(bytes: Array(text.utf8))
    while let token = reader.next() { tokens.append(token) }
  }

  /// The largest volume that the text names, milliliters: `20 mEq/1,000 mL` is 1000.
  var milliliters: ExactDecimal? {
    tokens.indices.dropLast().compactMap { index in
      guard let number = tokens[index].number else { return nil }
      switch tokens[index + 1].text {
      case "ml", "mls", "cc", "milliliter", "milliliters": return number
      case "l", "liter", "liters": return number * 1_000
      default: return nil
      }
    }.max()
  }

  func contains(anyOf words: Set<String>) -> Bool {
    tokens.contains { words.contains($0.text) }
  }

  private struct Reader {
    let bytes: [UInt8]
    var index = 0

    init(bytes: [UInt8]) {
      self.bytes = bytes
    }

    mutating func next() -> Token? {
      var signs: Set<UInt8> = []
      while index < bytes.count {
        let byte = bytes[index]
        if isDigit(byte) || (byte == UInt8(ascii: ".") && peekDigit(at: index + 1)) { return number(signs) }
        if isWordByte(byte) { return word(signs) }
        index += 1
        if byte == UInt8(ascii: "%") { return Token(text: "%", number: nil, signsBefore: signs) }
        if byte > UInt8(ascii: " ") { signs.insert(byte) }
      }
      return nil
    }

    private mutating func number(_ signs: Set<UInt8>) -> Token {
      var digits = bytes[index] == UInt8(ascii: ".") ? "0" : ""
      while index < bytes.count {
        let byte = bytes[index]
        if byte == UInt8(ascii: ","), isThousands(at: index) {
          index += 1
          continue
        }
        guard isDigit(byte) || (byte == UInt8(ascii: ".") && peekDigit(at: index + 1) && !digits.contains(".")) else {
          break
        }
        digits.unicodeScalars.append(Unicode.Scalar(byte))
        index += 1
      }
      let number = ExactDecimal(digits)
      return Token(text: number?.description ?? digits, number: number, signsBefore: signs)
    }

    private mutating func word(_ signs: Set<UInt8>) -> Token {
      let start = index
      while index < bytes.count, isSmallLetter(bytes[index]) || isDigit(bytes[index]) { index += 1 }
      // Most words are in small letters throughout.
      if index == bytes.count || !(isWordByte(bytes[index]) || isApostrophe(bytes[index])) {
        return Token(text: String(decoding: bytes[start..<index], as: UTF8.self), number: nil, signsBefore: signs)
      }
      var letters = Array(bytes[start..<index])
      while index < bytes.count, isWordByte(bytes[index]) || isDigit(bytes[index]) || isApostrophe(bytes[index]) {
        let byte = bytes[index]
        if !isApostrophe(byte) { letters.append(isLetter(byte) ? byte | 0x20 : byte) }
        index += 1
      }
      let text = String(decoding: letters, as: UTF8.self)
      let isPlain = letters.allSatisfy { $0 < 0x80 }
      return Token(
        text: isPlain ? text : text.filter { !Self.marks.contains($0) }, number: nil, signsBefore: signs)
    }

    /// Trade marks and the curved apostrophe, which names are written with and without.
    private static let marks: Set<Character> = ["®", "™", "’", "\u{FEFF}"]

    private func isWordByte(_ byte: UInt8) -> Bool { isLetter(byte) || byte >= 0x80 }
    private func isSmallLetter(_ byte: UInt8) -> Bool {
      (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
    }
    private func isApostrophe(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "'") }
    private func peekDigit(at place: Int) -> Bool { place < bytes.count && isDigit(bytes[place]) }

    /// Whether the comma parts thousands: three digits behind it, and no fourth.
    private func isThousands(at place: Int) -> Bool {
      (1...3).allSatisfy { peekDigit(at: place + $0) } && !peekDigit(at: place + 4)
    }
  }
}
