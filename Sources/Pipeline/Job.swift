import ByteStreams
import CSV
import CodeTables
import Foundation
import Reconciliation

/// What a run is to read, and by which tables and choices.
package struct Job: Sendable {
  /// Paths in the order given; `-` is standard input.
  package var marFiles: [String]
  package var chargeFiles: [String]
  package var configuration: Configuration
  package var tables: CodeTables
  /// Columns of the exports, by header or field, whose values go with each encounter into the outputs.
  package var carriedColumns: [String] = []
  /// Longest field that a file may hold, bytes.
  package var maxFieldBytes = Job.standardFieldBytes
  /// How the files separate their cells; found from each file when nil.
  package var dialect: Dialect?
  /// How the files write their letters.
  package var encoding = TextEncoding.auto
  /// Which sheet of a workbook to read; the first that is not hidden when nil.
  package var sheet: String?
  /// Whether derivations keep their steps, for a reader.
  package var isExplaining = false
  /// Whether what is derived is compared with the bill.
  package var comparesWithBill = true
  /// Whether rows that support no code make findings of their own.
  package var listsExcludedRows = false
  /// Whether what nobody wrote down is asked for.
  package var listsQueries = false
  /// What codes are worth; without it there are no amounts.
  package var fees: FeeLookup?
  /// The part of the encounters that the run is of; all when nil.
  package var shard: Shard?
  /// The part of a run whose rows somebody else has chosen; all when nil.
  package var part: Shard?
  /// Names the bytes of tables, fees and configuration, so that parts of a run are known to be of one run.
  package var tablesDigest = ""
  /// Options of the form of the outputs, by name, for the same reason.
  package var outputForm: [String] = []
  /// The stream that holds the rows of all exports (`RowStream`); nil when the files hold their own.
  package var rowsPath: String?
  /// The header of the medication records, which then have none of their own.
  package var marHeader: String?
  /// The header of the charge exports, which then have none of their own.
  package var chargeHeader: String?
  /// What the caller promises of the order of rows.
  package var inputOrder = InputOrder.any
  /// Whether a run begins as if rows of an encounter stood together, where it can read them again when they do not.
  var beginsAsGrouped = true
  /// How many encounters' shelves are worked on at the same time.
  package var jobs = 1
  /// Few enough that many workers have something to do, many enough that a shelf is worth its overhead.
  var encountersOnShelf = usualEncountersOnShelf
  /// Bytes of memory that a run may take, about.
  package var memoryLimit = 512 << 20
  /// An output of the run: what memory does not hold goes into a file beside it.
  package var spillPath = FileManager.default.temporaryDirectory.appendingPathComponent("infusion-charges").path
  /// What encounters are called in outputs; their own ids when nil.
  package var pseudonyms: Pseudonyms?
  /// Differences to keep out of the findings.
  package var suppressions: Suppressions?

  /// Bytes that records may take while they wait: the rest is for the program and its tables, for what is known of
  /// encounters, and for the workers.
  var recordBytes: Int { max(memoryLimit - Self.memoryWithoutRecords, memoryLimit / 8) * 3 / 4 }

  /// Bytes of records that are looked at before the first encounter is coded as rows come: visits of a patient on one
  /// day may be so far apart, and rows and charge lines out of step by half of it.
  var windowBytes: Int { min(largestWindow, recordBytes / 4) }
  var largestWindow = 64 << 20

  package static let standardFieldBytes = 1 << 20

  private static let usualEncountersOnShelf = 512

  /// Tables, program and a small run together, measured.
  private static let memoryWithoutRecords = 88 << 20

  package init(marFiles: [String], chargeFiles: [String], configuration: Configuration, tables: CodeTables) {
    self.marFiles = marFiles
    self.chargeFiles = chargeFiles
    self.configuration = configuration
    self.tables = tables
  }

  /// The job with shelves for exports of so many bytes: those of less than a megabyte are a day of a department, of which
  /// one shelf of the usual size would leave one worker alone.
  func fitted(toBytes bytes: Int?) -> Job {
    guard let bytes, bytes < 1 << 20, encountersOnShelf == Self.usualEncountersOnShelf else { return self }
    var job = self
    job.encountersOnShelf = 32
    return job
  }
}
