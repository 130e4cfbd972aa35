import CodeTables
import Coding
import Infusion
import Reconciliation

/// What a run read, found and wrote (output section 5).
///
/// It holds no patient data.
package struct RunSummary: Sendable {
  package var version = ""
  /// Years whose code tables were used, ascending.
  package var codeYears: [Int] = []
  /// Years of service without a table of their own, ascending: the nearest table was used.
  package var yearsWithoutTable: [Int] = []
  /// First day of the oldest edits by which later services were judged; nil when all are current.
  package var outdatedEdits: CivilDate?
  /// First day of the tables of a check, where services lie before it and were not judged.
  package var youngerEdits: [RuleID: CivilDate] = [:]
  /// Options that are not at their default, by name.
  package var options: [String: String] = [:]
  package var inputs: [InputFile] = []
  package var rows = RowBalance()
  /// Infusions that are ended, or seen running, and that no entry begins (input IN-32).
  package var rowsWithoutBegin = 0
  package var chargeLines = RowBalance()
  package var encounters = 0
  package var incompleteEncounters = 0
  package var encountersByStatus: [EncounterResult.Status: Int] = [:]
  package var findingsByStatus: [Finding.Status: Int] = [:]
  /// Suggested less billed units of each code, and how many findings it has.
  package var findingsByCode: [String: CodeCount] = [:]
  package var findingsByReason: [String: Int] = [:]
  /// Nil when the run has no fee schedule.
  package var amounts: Amounts?
  /// Nil when the run has no suppressions.
  package var suppressed: Suppressed?
  /// Drug names that no table knows, with the rows that hold them.
  package var unrecognisedDrugRows: [String: Int] = [:]
  /// Rows of each action that nobody knows (input IN-34), by the word as it may be shown.
  package var unknownActions: [String: Int] = [:]
  /// Given rows of which nobody can know whether clocks changed within them (input IN-23).
  package var hiddenClockChanges = 0
  /// Days on which something was derived, and on which findings stand, as far as they are counted.
  var daysDerived: Set<CivilDate> = []
  var daysJudged: Set<ServiceDay> = []
  /// Whether any encounter has a billed line.
  package var hasBill = false
  /// What a person should know of the input as a whole, in sentences.
  package var warnings: [String] = []
  /// What the warnings rest on beside the figures.
  package var facts = Facts()
  /// Which part of a run it sums up; nil for a whole one.
  package var part: Part?
  package var outputs: [OutputFile] = []
  package var timing = Timing()

  package init() {}

  /// A day of service on bills of one kind.
  struct ServiceDay: Hashable {
    let date: CivilDate
    let setting: Setting
  }

  /// One input file as it was read.
  package struct InputFile: Sendable {
    package let role: Role
    package var path: String
    package let bytes: Int
    package let sha256: String
    package let rows: Int
    /// The line from which the file is read as Windows-1252; nil when all of it is in the encoding it starts with.
    package var fallbackLine: Int?

    package init(role: Role, path: String, bytes: Int, sha256: String, rows: Int, fallbackLine: Int? = nil) {
      (self.role, self.path, self.bytes, self.sha256) = (role, path, bytes, sha256)
      (self.rows, self.fallbackLine) = (rows, fallbackLine)
    }

    package enum Role: String, Sendable {
      case mar, charges
    }
  }

  /// Rows in = rows used + excluded + rejected (input IN-50).
  package struct RowBalance: Sendable {
    package var read = 0
    package var used = 0
    /// By the key of the reason.
    package var excluded: [String: Int] = [:]
    /// By the id of the input rule that the row breaks.
    package var rejected: [String: Int] = [:]

    package var excludedTotal: Int { excluded.values.reduce(0, +) }
    package var rejectedTotal: Int { rejected.values.reduce(0, +) }
    package init(read: Int = 0, used: Int = 0, excluded: [String: Int] = [:], rejected: [String: Int] = [:]) {
      (self.read, self.used, self.excluded, self.rejected) = (read, used, excluded, rejected)
    }

    package var isBalanced: Bool { read == used + excludedTotal + rejectedTotal }
  }

  package struct CodeCount: Sendable {
    package var findings = 0
    package var suggestedUnits = 0
    package var billedUnits = 0
    /// As in `Amounts`, of this code alone.
    package var under = ExactDecimal.zero
    package var over = ExactDecimal.zero

    package init(findings: Int = 0, suggestedUnits: Int = 0, billedUnits: Int = 0) {
      (self.findings, self.suggestedUnits, self.billedUnits) = (findings, suggestedUnits, billedUnits)
    }
  }

  /// What the differences are worth.
  package struct Amounts: Sendable {
    /// Names of the schedules that the amounts come from, sorted.
    package var schedules: [String] = []
    /// Supported and not billed: `missing` and `units_low`.
    package var under = ExactDecimal.zero
    /// Billed and not supported: `unsupported` and `units_high`.
    package var over = ExactDecimal.zero
    /// Findings of these four statuses without an amount: in neither sum.
    package var unpricedFindings = 0

    package init() {}
  }

  /// Findings that the organisation suppresses: in no other figure of the summary.
  package struct Suppressed: Sendable {
    package var total = 0
    package var byReason: [String: Int] = [:]
    /// Rows of the suppressions that do nothing any more, in the order of their file.
    package var expired: [Suppression] = []

    package init() {}
  }

  package struct OutputFile: Sendable {
    /// What it holds: `findings`, `encounters`, `rejects`, `summary`, `codes`, `suppressed`, `queries`,
    /// `workbook`.
    package let content: String
    package let path: String
    package let bytes: Int
    package let sha256: String

    package init(content: String, path: String, bytes: Int, sha256: String) {
      self.content = content
      self.path = path
      self.bytes = bytes
      self.sha256 = sha256
    }
  }

  /// Facts of this run alone; two runs over the same input differ only here.
  package struct Timing: Sendable {
    /// ISO 8601 with offset; empty until known.
    package var started = ""
    package var ended = ""
    package var elapsedMilliseconds = 0
    package var peakMemoryBytes = 0
    /// Milliseconds of each stage.
    package var stages: [RunStage: Int] = [:]

    package init() {}
  }
}
