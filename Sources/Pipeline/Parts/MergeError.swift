/// Summaries that are not the parts of one run (exit code 65), or that lose rows between them (70).
package enum MergeError: Error, Equatable, Sendable, CustomStringConvertible {
  case nothing
  case noPart(file: String)
  case differ(file: String, other: String, what: String)
  case twice(place: Shard, file: String, other: String)
  case missing(number: Int, count: Int)
  /// Two parts have read the rows of one file, both all of them.
  case sameInput(path: String, file: String, other: String)
  case otherInputs
  case rowsOfInput(path: String, rows: Int, found: Int)
  case unbalanced(rows: Int, read: Int, used: Int, excluded: Int, rejected: Int)
  case tooManyRejects(rejected: Int, rows: Int, limit: String)

  package var description: String {
    switch self {
    case .nothing: "there is no summary to merge; name those of the parts"
    case .noPart(let file):
      "\(file): this is the summary of a whole run; name those of runs with --shard or --part"
    case .differ(let file, let other, let what):
      "\(other): \(what) is not what \(file) has; the parts of a run have one version, one set of options, tables and"
        + " inputs: run them anew with the same"
    case .twice(let place, let file, let other): "\(other): part \(place) is in \(file) too; name each part once"
    case .missing(let number, let count): "part \(number)/\(count) is missing; name the summaries of all \(count) parts"
    case .sameInput(let path, let file, let other):
      "\(other): \(path) is the same file, by its bytes, that \(file) has read, so that its rows would count twice; give"
        + " each part rows of its own, or use --shard"
    case .otherInputs:
      "--inputs does not list the exports that the parts were made of, in their order; give the inputs of a summary of all"
        + " of them"
    case .rowsOfInput(let path, let rows, let found):
      "\(path): of its \(rows) rows the parts have read \(found); a part has lost some or read some twice: run them anew"
    case .unbalanced(let rows, let read, let used, let excluded, let rejected):
      "the inputs have \(rows) rows, the parts have read \(read): \(used) used, \(excluded) excluded,"
        + " \(rejected) rejected; a part is not of this run, or please report it"
    case .tooManyRejects(let rejected, let rows, let limit):
      "\(rejected) of \(rows) rows were rejected, more than --max-rejects \(limit) allows. Has the layout of the export"
        + " changed?"
    }
  }
}
