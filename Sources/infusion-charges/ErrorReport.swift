import ArgumentParser
import ByteStreams
import CodeTables
import Pipeline
import Reports
import Workbook

/// From errors to one clear line and an exit code (output section 9).
enum ErrorReport {
  /// Runs a command; what it throws is printed and becomes its exit code.
  static func reporting(_ body: () throws -> Void) throws {
    ProcessStreams.secure()
    Interruption.cleanUpOnSignals()
    do {
      try body()
    } catch let error as ExitCode {
      throw error
    } catch let error as ValidationError {
      throw error
    } catch let error as ByteStreamError where error == .readerGone(path: "-") {
      // The reader has seen enough; there is nobody to tell.
      throw ExitCode(error.category.rawValue)
    } catch {
      // Messages name headers and values, which may hold anything.
      print("infusion-charges: \("\(error)".printableLines)\n")
      throw ExitCode(code(of: error))
    }
  }

  /// Prints to standard error; nothing where nobody listens.
  static func print(_ text: String) {
    ProcessStreams.print(error: text)
  }

  private static func code(of error: any Error) -> Int32 {
    switch error {
    case let error as ByteStreamError: error.category.rawValue
    case RunError.bytes(let error): error.category.rawValue
    case RunError.text, RunError.workbook, RunError.intake, RunError.tooManyRejects, RunError.noSuchEncounter,
      RunError.noCarriedColumn, RunError.untagged, RunError.noSuchExport:
      65
    case is WorkbookError: 65
    case RunError.unbalanced, MergeError.unbalanced: 70
    case is MergeError, is SummaryError: 65
    case is ConfigurationError, is TableError: 78
    case InputFilesError.twice: 64
    case is InputFilesError: 66
    case is UnknownRule, is UnknownName: 64
    default: 70
    }
  }
}
