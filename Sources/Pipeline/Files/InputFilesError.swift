/// Names that lead to no file, or twice to one.
package enum InputFilesError: Error, Equatable, Sendable, CustomStringConvertible {
  case noMatch(pattern: String)
  case emptyFolder(folder: String)
  /// Two names of one file: its lines would count twice.
  case twice(file: String, other: String)

  package var description: String {
    switch self {
    case .noMatch(let pattern): "\(pattern): no file matches; check the pattern and the folder"
    case .emptyFolder(let folder):
      "\(folder): this folder holds no export (files within folders, hidden files and checksums are left out); "
        + "name the files"
    case .twice(let file, let other) where file == other: "\(file) is given twice; name it once"
    case .twice(let file, let other): "\(file) is the same file as \(other); name it once"
    }
  }
}
