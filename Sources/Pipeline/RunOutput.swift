/// Where a run puts its results, in the order of output section 1.
///
/// What is written of an encounter depends on nothing else, so workers write pages side by side; the run puts the pages
/// out in order.
package protocol RunOutput {
  associatedtype Pages: PageWriter

  /// What workers write with.
  var pages: Pages { get }

  /// Takes the page of encounters that follow those of the page before.
  mutating func put(_ page: Pages.Page) throws
  /// Takes the rows that could not be read, at the end: those of the MAR files, then those of the charge files.
  mutating func put(rejectedMARRows: [RowProblem], rejectedChargeLines: [RowProblem]) throws

  /// Whether `startOver` can make that nothing was put out.
  var canStartOver: Bool { get }
  /// Forgets every page that was put out.
  mutating func startOver() throws
}

extension RunOutput {
  package var canStartOver: Bool { false }
  package mutating func startOver() throws { preconditionFailure("an output that cannot start over was asked to") }
}

/// Writes what was found of encounters; copies of it write the same.
package protocol PageWriter: Sendable {
  associatedtype Page: Sendable

  /// A page on which nothing is written.
  var blankPage: Page { get }
  func write(_ coded: CodedEncounter, on page: inout Page)
}

/// Keeps coded encounters as they are, for readers that want no file.
package struct CodedPages: PageWriter {
  private let isWanted: @Sendable (CodedEncounter) -> Bool

  /// - Parameter isWanted: which encounters to keep.
  package init(where isWanted: @escaping @Sendable (CodedEncounter) -> Bool = { _ in true }) {
    self.isWanted = isWanted
  }

  package var blankPage: [CodedEncounter] { [] }

  package func write(_ coded: CodedEncounter, on page: inout [CodedEncounter]) {
    if isWanted(coded) { page.append(coded) }
  }
}
