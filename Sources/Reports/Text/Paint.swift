import Infusion

/// Colour on a terminal, or none.
struct Paint {
  let isColored: Bool

  func heading(_ text: String) -> String { painted(text, "1") }
  func quiet(_ text: String) -> String { painted(text, "2") }

  /// A bar in the colour of its class.
  func bar(_ text: String, of drugClass: DrugClass) -> String {
    switch drugClass {
    case .chemo, .hormonal: painted(text, "35")
    case .hydration: painted(text, "36")
    case .blood: painted(text, "31")
    default: painted(text, "34")
    }
  }

  /// Source: ECMA-48, select graphic rendition.
  private func painted(_ text: String, _ code: String) -> String {
    isColored && text.contains { $0 != " " } ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
  }
}
