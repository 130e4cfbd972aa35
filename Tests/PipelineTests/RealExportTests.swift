import ByteStreams
import CSV
import CodeTables
import Infusion
import Pipeline
import Testing

/// The export of an intensive care unit, kept beside the checkout and not in it.
private enum RealExport {
  static let path = checkout + "/../shared/real/mar_mimic3_mv.csv.gz"
  static var isHere: Bool { (try? ByteSource(path: path)) != nil }

  /// The folder that holds `Tests`.
  private static var checkout: String {
    #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(3).joined(separator: "/")
  }

  static let configuration = """
    allow_any_year: true
    mar:
      columns: {action: status, purpose: component, bag_id: link_order_id}
      values:
        action: {Rewritten: void, Changed: running, Flushed: end}
        purpose:
          Main order parameter: none
          Mixed solution: vehicle
          Additives Ampoule: none
        route: {PO/NG: ORAL}
    """
}

@Suite(
  "A real export", .enabled(if: RealExport.isHere, "../shared/real/mar_mimic3_mv.csv.gz is not beside the checkout"))
struct RealExportTests {
  private struct Counts: Equatable {
    var read = 0
    var used = 0
    var excluded = 0
    var rejected: [String: Int] = [:]
    var vehicles = 0
    var routes: [Route: Int] = [:]
  }

  private func records() throws -> [Record] {
    let source = try ByteSource(path: RealExport.path)
    var reader = RecordReader()
    var records: [Record] = []
    while let chunk = try source.next() {
      reader.append(chunk)
      while let record = try reader.next() { records.append(record) }
    }
    reader.finish()
    while let record = try reader.next() { records.append(record) }
    return records
  }

  @Test("Rows read are rows used, excluded and rejected, and void rows and carrier fluid are told apart")
  func balance() throws {
    let tables = try CodeTables.load()
    let configuration = try Configuration(yaml: RealExport.configuration, file: "mimic3-mv.yaml")
    let vocabulary = Vocabulary(words: tables.words, local: configuration.words)
    let records = try records()
    let header = try HeaderMap<MARField>(
      file: "mar.csv.gz",
      candidates: records.prefix(HeaderMap<MARField>.candidateLimit).map { record in
        .init(line: record.line, cells: (0..<record.count).map(record.text))
      },
      mapping: configuration.mar, synonyms: vocabulary.marHeaders)
    let rows = records.dropFirst(header.headerIndex + 1).enumerated().map { index, record in
      var row = IntakeRecord(source: SourceRow(file: 0, line: 0, row: 0))
      row.take(record, file: 0, row: index + 1)
      return row
    }
    var intake = try MARIntake(
      header: header, sample: Array(rows.prefix(TimeColumns.sampleSize)),
      settings: FileSettings(name: "mar.csv.gz", configuration: configuration), vocabulary: vocabulary,
      drugs: DrugReader(formulary: tables.formulary))
    var counts = Counts()
    var filter = DuplicateFilter()
    for row in rows {
      counts.read += 1
      switch try intake.read(row) {
      case .row(let row) where !filter.isFirst(row.fingerprint): counts.excluded += 1
      case .row(let row):
        counts.used += 1
        if row.row.facts.contains(.vehicle) { counts.vehicles += 1 }
        counts.routes[row.row.route, default: 0] += 1
      case .excluded: counts.excluded += 1
      case .rejected(let problem): counts.rejected[problem.rule + " " + problem.field, default: 0] += 1
      }
    }
    #expect(counts.read == 13_224)
    #expect(counts.read == counts.used + counts.excluded + counts.rejected.values.reduce(0, +))
    #expect(counts.rejected.isEmpty)
    #expect(counts.excluded >= 2_910)
    #expect(counts.vehicles > 0 && counts.vehicles <= 3_390)
    #expect(Set(counts.routes.keys) == [.intravenous, .oral, .subcutaneous])
  }
}
