/// Why a pass could not be made, or a drop was not taken.
package enum DropError: Error, Equatable, Sendable, CustomStringConvertible {
  /// Another pass holds the folder.
  case held(folder: String)
  case damagedLedger(path: String, line: Int)
  /// What was read is not what was found before; `name` changed meanwhile.
  case changedWhileRead(name: String)
  case wrongRowCount(name: String, expected: Int, found: Int)
  /// The program ended without a word while it processed the drop.
  case endedTooOften(times: Int)

  package var description: String {
    switch self {
    case .held(let folder): "\(folder): another run holds this folder; wait for its end"
    case .damagedLedger(let path, let line):
      "\(path):\(line): this is no line of a ledger; put the file of the last backup there, or move it away: then what "
        + "it names may be processed again"
    case .changedWhileRead(let name): "\(name) changed while it was read; it is left until it is complete"
    case .wrongRowCount(let name, let expected, let found):
      "\(name): \(found) rows were read, but its .rows file says \(expected); send it again, whole"
    case .endedTooOften(let times):
      "the program was ended \(times) times while it processed this drop; look at memory limits and system logs, then "
        + "put the files into incoming again"
    }
  }
}
