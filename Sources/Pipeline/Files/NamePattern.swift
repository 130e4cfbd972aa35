/// A pattern of file names as shells have it: `*` any text, `?` any character, `[a-z]` and `[!a-z]` one of a set.
///
/// A name that begins with a point is matched only by a pattern that does.
struct NamePattern: Sendable {
  private enum Piece {
    case character(Character)
    case any
    case text
    case set([ClosedRange<Character>], isNegated: Bool)
  }

  private let pieces: [Piece]
  private let showsHidden: Bool

  static func isPattern(_ text: String) -> Bool { text.contains { "*?[".contains($0) } }

  init(_ pattern: String) {
    showsHidden = pattern.hasPrefix(".")
    var pieces: [Piece] = []
    var rest = Substring(pattern)
    while let character = rest.popFirst() {
      switch character {
      case "*": pieces.append(.text)
      case "?": pieces.append(.any)
      case "[":
        if let set = Self.set(&rest) { pieces.append(set) } else { pieces.append(.character("[")) }
      default: pieces.append(.character(character))
      }
    }
    self.pieces = pieces
  }

  func matches(_ name: String) -> Bool {
    (showsHidden || !name.hasPrefix(".")) && takes(name)
  }

  /// As `matches`, for the whole of a part of a name, which may begin with a point.
  func takes(_ part: String) -> Bool {
    let name = Array(part)
    // Where a text was last begun: the name is tried again from one character further on.
    var retry: (piece: Int, place: Int)?
    var piece = 0
    var place = 0
    while place < name.count || piece < pieces.count {
      if piece < pieces.count, case .text = pieces[piece] {
        retry = (piece, place)
        piece += 1
      } else if piece < pieces.count, place < name.count, Self.fits(pieces[piece], name[place]) {
        piece += 1
        place += 1
      } else if let last = retry, last.place < name.count {
        retry = (last.piece, last.place + 1)
        (piece, place) = (last.piece + 1, last.place + 1)
      } else {
        return false
      }
    }
    return true
  }

  private static func fits(_ piece: Piece, _ character: Character) -> Bool {
    switch piece {
    case .character(let wanted): wanted == character
    case .any: true
    case .text: false
    case .set(let ranges, let isNegated): ranges.contains { $0.contains(character) } != isNegated
    }
  }

  /// The set behind a bracket; nil, leaving the text, when no bracket closes it.
  private static func set(_ rest: inout Substring) -> Piece? {
    var text = rest
    let isNegated = text.first == "!" || text.first == "^"
    if isNegated { text.removeFirst() }
    var ranges: [ClosedRange<Character>] = []
    while let first = text.popFirst() {
      if first == "]", !ranges.isEmpty {
        rest = text
        return .set(ranges, isNegated: isNegated)
      }
      if text.first == "-", let last = text.dropFirst().first, last != "]", first <= last {
        text.removeFirst(2)
        ranges.append(first...last)
      } else {
        ranges.append(first...first)
      }
    }
    return nil
  }
}
