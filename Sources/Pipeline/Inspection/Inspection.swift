import Infusion

/// What the program takes one file for: everything that `inspect` shows of it.
package struct Inspection: Sendable {
  /// A column that is read, and how it was found.
  package struct Column: Sendable {
    package enum Confidence: String, Sendable {
      /// The configuration names it.
      case configured
      /// Its header is a name of the field, and no other column's is.
      case certain
      /// Its header is a name of the field, and so is that of another column.
      case likely
      /// Only its values speak for it.
      case guessed
    }

    package let field: String
    package let header: String
    package let confidence: Confidence
    /// Headers of the columns that were passed over for it.
    package let alternatives: [String]
  }

  /// How the times of one column are written.
  package struct Times: Sendable {
    package let field: String
    /// Nil where they are counted in minutes.
    package let form: TimeForm?
    /// A cell, and what it says.
    package let example: String
    package let reading: String
  }

  /// A value of a column, how many rows have it, and what it was taken for; nil for one that nobody knows.
  package struct Word: Sendable {
    package let text: String
    package let rows: Int
    package let meaning: String?
  }

  /// Rows that cannot be read for one reason.
  package struct Problem: Sendable {
    package let rule: String
    package let field: String
    package let problem: String
    package let fix: String
    package internal(set) var rows: Int
    package let firstLine: Int
    /// Distinct values, the first three.
    package internal(set) var values: [String]
  }

  package let path: String
  package let role: RunSummary.InputFile.Role
  package internal(set) var form: FileForm
  package internal(set) var bytes = 0
  package internal(set) var rows = 0
  package internal(set) var columns: [Column] = []
  /// Headers of columns that are not read, as written.
  package internal(set) var unusedHeaders: [String] = []
  /// Fields without a column.
  package internal(set) var absentFields: [String] = []
  package internal(set) var times: [Times] = []
  package internal(set) var dateOrder = FileDateOrder.settled
  package internal(set) var offsets = FileClocks.Offsets.unknown
  package internal(set) var actions: [Word] = []
  package internal(set) var routes: [Word] = []
  package internal(set) var sites: [Word] = []
  /// What the column of sites holds on rows that go under the skin or into muscle.
  package internal(set) var bodySites: [Word] = []
  /// Billed codes and whether they have to do with giving drugs.
  package internal(set) var codes: [Word] = []
  package internal(set) var recognisedDrugRows = 0
  /// Texts that no table knows, most frequent first.
  package internal(set) var unknownDrugs: [Word] = []
  /// The first rows as understood, in words; a rejected one says why.
  package internal(set) var firstRows: [String] = []
  /// In the order of their first rows.
  package internal(set) var problems: [Problem] = []
  /// What a person should know, in sentences.
  package internal(set) var warnings: [String] = []
  /// Whether it is only read since every year is accepted.
  package internal(set) var isOfAnyYear = false

  init(path: String, role: RunSummary.InputFile.Role, form: FileForm) {
    self.path = path
    self.role = role
    self.form = form
  }
}

/// The outside of a file: what its bytes are, before anything is understood.
package struct FileForm: Sendable {
  /// `delimited text` or `workbook`.
  package let format: String
  package let isCompressed: Bool
  /// Of text.
  package let encoding: String?
  package let delimiter: String?
  /// The name of the sheet, of a workbook.
  package let sheet: String?
  /// Names of the sheets that are not read, hidden ones left out.
  package let otherSheets: [String]
  /// Lines of a report above the header.
  package let preambleRecords: Int
  /// The line of the header, from 1.
  package let headerLine: Int
}
