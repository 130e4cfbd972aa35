/// What the number format of a cell makes of a number.
enum NumberFormat: Equatable {
  case number
  /// Whole numbers have at least so many digits, with zeros in front, as `00000` shows an id.
  case zeroPadded(Int)
  /// A day, with a time of day where the number has a fraction or the format shows one.
  case date(showsTime: Bool)
  /// A time of day.
  case time
  /// Hours, minutes or seconds that may pass a day: `[h]:mm`.
  case duration

  /// A format that programs know by number (ECMA-376 Part 1, 18.8.30); nil for others.
  init(builtIn id: Int) {
    switch id {
    case 14...17, 27...31, 36, 50...58: self = .date(showsTime: false)
    case 22, 34, 35: self = .date(showsTime: true)
    case 18...21, 32, 33, 45, 47: self = .time
    case 46: self = .duration
    default: self = .number
    }
  }

  /// A format as written: `m/d/yyyy h:mm`.
  init(code: String) {
    let tokens = Self.tokens(of: code)
    let letters = Set(tokens.letters)
    if tokens.hasElapsed {
      self = .duration
    } else if letters.isDisjoint(with: "ydmhsgeab") || tokens.text == "general" {
      let zeros = tokens.text
      self = zeros.count > 1 && zeros.allSatisfy { $0 == "0" } ? .zeroPadded(min(zeros.count, 30)) : .number
    } else if letters.isDisjoint(with: "ydgeb"), !letters.isDisjoint(with: "hs") {
      self = .time
    } else if letters.isDisjoint(with: "ydmhs") {
      // Years of an era, days of a week; an E alone is that of 0.00E+00 and is no letter here.
      self = letters.isDisjoint(with: "ge") && !tokens.text.contains("aaa") ? .number : .date(showsTime: false)
    } else {
      self = .date(showsTime: !letters.isDisjoint(with: "hs"))
    }
  }

  /// The first section of a format in lower case, without what is shown as it stands.
  private static func tokens(of code: String) -> (text: String, letters: [Character], hasElapsed: Bool) {
    var text = ""
    var hasElapsed = false
    var rest = code.lowercased()[...]
    while let character = rest.popFirst(), character != ";" {
      switch character {
      case "\"": rest = rest.drop { $0 != "\"" }.dropFirst()
      case "\\", "_", "*": rest = rest.dropFirst()
      case "[":
        let inside = rest.prefix { $0 != "]" }
        rest = rest.dropFirst(inside.count + 1)
        if let first = inside.first, "hms".contains(first), inside.allSatisfy({ $0 == first }) { hasElapsed = true }
      case "e" where rest.first == "+" || rest.first == "-": break
      default: text.append(character)
      }
    }
    return (text, text.filter(\.isLetter), hasElapsed)
  }
}
