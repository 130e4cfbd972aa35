import CSV
import Infusion
import Pipeline

/// The rows that could not be read, as CSV (input IN-50).
package struct RejectsTable: Sendable {
  package static let columns = ["file", "line", "row", "field", "value", "rule", "problem", "fix", "record"]

  private let sources: SourceNames
  private let chargeSources: SourceNames

  /// The files of the run, in order, as for `FindingsTable`.
  package init(sources: [String], chargeSources: [String]) {
    (self.sources, self.chargeSources) = SourceNames.pair(sources, chargeSources)
  }

  package func writeHeader(to writer: inout RecordWriter) {
    writer.header(Self.columns)
  }

  /// - Parameter role: which files the row's file number counts.
  package func append<Cells: CellWriter>(
    _ problem: RowProblem, of role: RunSummary.InputFile.Role, to writer: inout Cells
  ) {
    writer.text((role == .mar ? sources : chargeSources).name(of: problem.source))
    writer.number(Int(problem.source.line))
    writer.number(Int(problem.source.row))
    writer.text(problem.field)
    writer.text(problem.value)
    writer.text(problem.rule)
    writer.text(problem.problem)
    writer.text(problem.fix)
    // A record in another encoding still makes a readable line; what is not UTF-8 shows as replacement characters.
    writer.text(String(decoding: problem.raw, as: UTF8.self))
    writer.endRow()
  }
}
