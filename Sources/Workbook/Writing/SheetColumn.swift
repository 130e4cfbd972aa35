/// A column of a sheet: its header, and how its cells look and behave.
package struct SheetColumn: Sendable {
  package let header: String
  /// Whether its texts are sentences: they wrap instead of making the column wide.
  package var isLong = false
  /// The colours of cells by their whole text.
  package var colors: [(text: String, color: CellColor)] = []
  /// For whoever reads the sheet to fill in.
  package var entry: Entry?

  /// What a reader may write in a column.
  package struct Entry: Sendable {
    /// Shown beside a cell that is selected.
    package let prompt: String
    /// What may be chosen, from a list; empty for any text.
    package var choices: [String] = []

    package init(prompt: String, choices: [String] = []) {
      self.prompt = prompt
      self.choices = choices
    }
  }

  package init(_ header: String) { self.header = header }
}

/// A pair of a light ground and a dark text, told apart by people who see no red or no green too.
package enum CellColor: Int, CaseIterable, Sendable {
  case good, gain, loss, both, notice, question, quiet, alarm

  /// Red, green and blue in one number, as `0xRRGGBB`; the text has a contrast of at least 4.5 on the ground.
  var ground: UInt32 {
    switch self {
    case .good: 0xE2F0D9
    case .gain: 0xDCE9F8
    case .loss: 0xFFE8CC
    case .both: 0xF3D9F0
    case .notice: 0xFFF6C2
    case .question: 0xE1E5EA
    case .quiet: 0xF5F5F5
    case .alarm: 0xFADADD
    }
  }

  var text: UInt32 {
    switch self {
    case .good: 0x1E5B1E
    case .gain: 0x1B4F8C
    case .loss: 0x7A3E00
    case .both: 0x6A1B62
    case .notice: 0x5C4A00
    case .question: 0x3F4752
    case .quiet: 0x505050
    case .alarm: 0x8B1020
    }
  }
}
