/// Lines of text of a limited width, written from top to bottom.
struct Page {
  let width: Int
  private(set) var lines: [String] = []

  /// A width below 40 columns is taken for 40.
  init(width: Int) {
    self.width = max(40, width)
  }

  /// The lines, each with its line end; empty without lines.
  var text: String { lines.map { $0 + "\n" }.joined() }

  /// Writes one line as it is.
  mutating func line(_ text: String = "") {
    lines.append(text.trimmedAtEnd())
  }

  /// Begins a new part with an empty line between; nothing before the first.
  mutating func part(_ heading: String) {
    if !lines.isEmpty { line() }
    line(heading)
  }

  /// Writes words, broken where the width ends.
  ///
  /// - Parameters:
  ///   - first: what stands before the first line.
  ///   - rest: what stands before further lines; as many spaces as `first` has columns when nil.
  mutating func paragraph(_ text: String, first: String = "", rest: String? = nil) {
    let rest = rest ?? String(repeating: " ", count: first.columns)
    var current = first
    var isEmpty = true
    for word in text.split(separator: " ", omittingEmptySubsequences: true) {
      if !isEmpty, current.columns + 1 + String(word).columns > width {
        line(current)
        current = rest
        isEmpty = true
      }
      current += (isEmpty ? "" : " ") + word
      isEmpty = false
    }
    line(current)
  }

  /// Writes a name and its number at the right end of `edge` columns.
  mutating func count(_ name: String, _ number: Int, edge: Int = 46) {
    figure(name, grouped(number), edge: edge)
  }

  /// Writes a name and a figure at the right end of `edge` columns.
  mutating func figure(_ name: String, _ value: String, edge: Int = 46) {
    line("  " + name.printable.fitted(to: edge - 3 - value.columns) + " " + value)
  }
}
