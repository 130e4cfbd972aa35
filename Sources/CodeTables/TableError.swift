/// A table that cannot be used (exit code 78): where, what is wrong with it, and what to do.
///
/// Shape: `file` is the name below the tables folder, `2026/codes.csv`; lines count from 1, nil when the whole file is
/// concerned.
package struct TableError: Error, Equatable, Sendable, CustomStringConvertible {
  package enum Problem: Equatable, Sendable {
    /// A table of the program that is of no year.
    case missingFile
    /// A year that lacks tables which another one has; `file` is the year.
    case incompleteYear(missing: [String])
    /// A file named by its path that is not there.
    case noSuchFile
    /// The organisation's folder is not there.
    case missingFolder
    /// A file of the organisation's folder that replaces no table; `known` are the names that it may have meant.
    case unknownTable(known: [String])
    case unreadable(reason: String)
    case missingColumn(found: [String])
    /// A column named twice in the header.
    case duplicateColumn
    case wrongFieldCount(found: Int, expected: Int)
    case emptyCell
    case unknownValue(found: String, expected: String)
    case duplicateKey(String, firstLine: Int)
    /// A key that another table should hold and does not.
    case unknownReference(String, table: String)
    /// Something that must be there and is in no row.
    case incomplete(what: String)
    case contradiction(String)
    case tooLong(found: Int, limit: Int)
    case noYears
    /// A file of CMS's own that cannot be used as it is.
    case published(reason: String, remedy: String)
  }

  package let file: String
  package let line: Int?
  package let column: String?
  package let problem: Problem

  package init(file: String, line: Int? = nil, column: String? = nil, _ problem: Problem) {
    self.file = file
    self.line = line
    self.column = column
    self.problem = problem
  }

  package var description: String {
    let place = line.map { "\(file):\($0)" } ?? file
    return "\(place): \(column.map { "column \($0): " } ?? "")\(sentence)"
  }

  private var sentence: String {
    switch problem {
    case .missingFile: "the table is not there; install the program anew"
    case .incompleteYear(let missing):
      "a year needs all its tables, and these are missing: \(missing.joined(separator: ", ")); copy them from another"
        + " year and change what is new, or take the folder away"
    case .noSuchFile: "there is no such file; correct its name"
    case .missingFolder: "there is no such folder; correct --tables"
    case .unknownTable(let known):
      "no table has this name; move it out of the folder, or name it one of: \(known.joined(separator: ", "))"
    case .unreadable(let reason): "the table cannot be read: \(reason); write it as comma-separated UTF-8 text"
    case .missingColumn(let found):
      "the header does not name it (found: \(found.joined(separator: ", "))); add the column"
    case .duplicateColumn: "the header names it twice; remove one"
    case .wrongFieldCount(let found, let expected):
      "\(found) fields, and the header has \(expected); put quotes around values that hold a comma"
    case .emptyCell: "the cell is empty; fill it in"
    case .unknownValue(let found, let expected): "found \"\(found)\"; write \(expected)"
    case .duplicateKey(let key, let firstLine): "\(key) is already on line \(firstLine); keep one of the two"
    case .unknownReference(let key, let table): "\(key) is not in \(table); add it there or correct it here"
    case .incomplete(let what): "\(what) is missing; add a row for it"
    case .contradiction(let text): "\(text); correct one of them"
    case .tooLong(let found, let limit): "\(found) characters, and at most \(limit) are allowed; shorten it"
    case .published(let reason, let remedy): "\(reason); \(remedy)"
    case .noYears: "there is no folder named after a year; add one, such as 2026"
    }
  }
}
