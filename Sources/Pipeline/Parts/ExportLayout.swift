import CSV

/// Where one export holds what a program must know that deals its rows out (docs/distributed.md).
package struct ExportLayout: Sendable {
  package let role: RunSummary.InputFile.Role
  package let path: String
  /// What separates its cells, one character.
  package let delimiter: String
  package let headerLine: Int
  /// Columns of its header.
  package let width: Int
  /// By name of the field, from 0.
  package let columns: [String: Int]

  /// The layouts of all exports of a job, from their first records.
  package static func all(of job: Job) throws(RunError) -> [ExportLayout] {
    let intake = ExportIntake(job)
    var layouts: [ExportLayout] = []
    for path in job.marFiles {
      let table = try ExportTable<MARField>(
        path: path, file: 0, job: job, mapping: job.configuration.mar, synonyms: intake.vocabulary.marHeaders)
      layouts.append(ExportLayout(.mar, path, table))
    }
    for path in job.chargeFiles {
      let table = try ExportTable<ChargeField>(
        path: path, file: 0, job: job, mapping: job.configuration.charges, synonyms: intake.vocabulary.chargeHeaders)
      layouts.append(ExportLayout(.charges, path, table))
    }
    return layouts
  }

  private init<Field>(_ role: RunSummary.InputFile.Role, _ path: String, _ table: ExportTable<Field>) {
    (self.role, self.path) = (role, path)
    delimiter = String(UnicodeScalar(table.dialect.delimiter.rawValue))
    headerLine = table.header.line
    width = table.header.headers.count
    columns = Dictionary(uniqueKeysWithValues: table.header.columns.map { ($0.key.rawValue, $0.value) })
  }
}
