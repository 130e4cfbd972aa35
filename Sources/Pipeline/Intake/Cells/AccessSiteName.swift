import CodeTables

/// The name of an access site as documented, without the lumen (coding-rules SITE-01).
enum AccessSiteName {
  /// `PICC - red lumen`, `PICC lumen 2` and `PICC (distal lumen)` are all `PICC`; of other names only the spaces
  /// between words change, to one each, also where a line ends.
  static func withoutLumen(_ text: String) -> String {
    let words = text.split(whereSeparator: \.isWhitespace)
    guard words.count > 1, let lumen = words.lastIndex(where: { Words.fold($0) == "lumen" }) else {
      return words.joined(separator: " ")
    }
    var start = lumen
    if start > 0, qualifiers.contains(Words.fold(words[start - 1])) { start -= 1 }
    var end = lumen + 1
    if end < words.count, Words.fold(words[end]).count == 1 { end += 1 }
    let kept = (words[..<start] + words[end...]).filter { !Words.fold($0).isEmpty }
    let name = kept.joined(separator: " ")
    return String(name.reversed().drop { ",-(/:".contains($0) }.reversed())
  }

  /// `double lumen` describes the catheter and not the channel; its words go together with the lumen all the same.
  private static let qualifiers: Set<String> = [
    "proximal", "distal", "medial", "middle", "red", "white", "blue", "brown", "purple", "gray", "grey", "green",
    "yellow", "single", "double", "dual", "triple", "1", "2", "3", "a", "b",
  ]
}
