/// What tables say of one thing: a heading, then named facts one below the other.
struct FactSheet {
  private var page: Page
  private let paint: Paint
  private static let nameWidth = 15

  init(heading: String, width: Int, paint: Paint) {
    page = Page(width: width)
    self.paint = paint
    let heading = heading.printable
    if heading.columns <= page.width { page.line(paint.heading(heading)) } else { page.paragraph(heading) }
  }

  var text: String { page.text }

  /// Writes a fact; nothing when it has no words.
  mutating func fact(_ name: String, _ words: String) {
    if words.isEmpty { return }
    page.paragraph(words.printable, first: "  " + name.fitted(to: Self.nameWidth - 2) + "  ")
  }

  /// Writes facts of one name below each other, the name before the first.
  mutating func facts(_ name: String, _ list: [String]) {
    for (place, words) in list.enumerated() { fact(place == 0 ? name : "", words) }
  }
}
