import ArgumentParser
import ByteStreams
import CodeTables
import DropFolder
import Generation
import Logging
import Pipeline
import Reports
import Workbook

/// From errors to one clear line and an exit code (output section 9).
enum ErrorReport {
  /// Runs a command; what it throws is printed, or logged, and becomes its exit code.
  static func reporting(to log: Logger? = nil, _ body: () throws -> Void) throws {
    ProcessStreams.secure()
    if let problem = ProcessLimits.problem {
      if let log { log.error("\(problem)") } else { print("infusion-charges: \(problem)\n") }
      throw ExitCode(ByteStreamError.Category.readOrWriteFailed.rawValue)
    }
    Interruption.cleanUpOnSignals()
    do {
      try body()
    } catch let error as ExitCode {
      throw error
    } catch let error as ValidationError {
      // The library would add the usage of the program, which says nothing of a value.
      if let log { log.error("\(error.message)") } else { print("infusion-charges: \(error.message.printableLines)\n") }
      throw ExitCode(64)
    } catch let error as ByteStreamError where error == .readerGone(path: "-") {
      // The reader has seen enough; there is nobody to tell.
      throw ExitCode(error.category.rawValue)
    } catch {
      // Messages name headers and values, which may hold anything.
      if let log { log.error("\(error)") } else { print("infusion-charges: \("\(error)".printableLines)\n") }
      throw ExitCode(code(of: error))
    }
  }

  /// Prints to standard error; nothing where nobody listens.
  static func print(_ text: String) {
    ProcessStreams.print(error: text)
  }

  static func code(of error: any Error) -> Int32 {
    switch error {
    case let error as ByteStreamError: error.category.rawValue
    case RunError.bytes(let error): error.category.rawValue
    case RunError.text, RunError.workbook, RunError.intake, RunError.tooManyRejects, RunError.noSuchEncounter,
      RunError.noCarriedColumn, RunError.untagged, RunError.tooLargeTag, RunError.noSuchExport, RunError.outOfOrder:
      65
    case is WorkbookError, is ReviewError, is ManifestError, is FindingsFileError: 65
    case DropError.held, DropError.changedWhileRead, DropError.wrongRowCount: 75
    case DropError.damagedLedger: 74
    case RunError.unbalanced, MergeError.unbalanced: 70
    case is MergeError, is SummaryError: 65
    case is ConfigurationError, is TableError: 78
    case is GenerationError: 64
    case InputFilesError.twice: 64
    case is InputFilesError: 66
    case is UnknownRule, is UnknownName: 64
    default: 70
    }
  }
}
