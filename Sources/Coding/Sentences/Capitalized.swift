/// The text with its first letter in upper case.
func capitalized(_ text: String) -> String {
  let letters = text.utf8
  guard let first = letters.first, first >= 0x80 || (0x61...0x7A).contains(first) else { return text }
  let rest = letters.dropFirst()
  // A letter of ASCII stands alone where another one follows: nothing is put upon it.
  if first < 0x80, let second = rest.first, second < 0x80 {
    return String(Unicode.Scalar(first & 0xDF)) + Substring(rest)
  }
  return text.prefix(1).uppercased() + text.dropFirst()
}

/// Appends the text with its first letter in upper case.
func addCapitalized(_ text: String, to story: inout [UInt8]) {
  let start = story.count
  story += text.utf8
  guard story.count > start + 1, story[start] < 0x80, story[start + 1] < 0x80 else {
    return story.replaceSubrange(start..., with: capitalized(text).utf8)
  }
  // A letter of ASCII stands alone where another one follows: nothing is put upon it.
  if (0x61...0x7A).contains(story[start]) { story[start] &= 0xDF }
}
