import ArgumentParser
import ByteStreams
import CSV
import CodeTables
import Infusion
import Reports
import Workbook

/// A workbook of `reconcile --workbook` after people have looked at it.
struct ReviewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "review", abstract: "Read back a reviewed workbook: decisions become suppressions.")

  @Argument(help: "The workbook, with its decision column filled in (.xlsx).", completion: .file())
  var file: String

  @Option(
    name: [.customShort("o"), .customLong("output")],
    help: ArgumentHelp(
      "Suppressions of what was accepted or refused (CSV for reconcile --suppressions); - is standard output.",
      valueName: "file"), completion: .file())
  var output: String?

  @Option(
    help: ArgumentHelp(
      "The last day on which these suppressions hold, such as 2026-12-31; needed with --output.", valueName: "day"))
  var expires: String?

  @Option(help: ArgumentHelp("Who answers for decisions without a reviewer.", valueName: "name"))
  var owner: String?

  @Option(
    help: ArgumentHelp("How often reviewers agreed with each rule (CSV).", valueName: "file"), completion: .file())
  var agreement: String?

  func run() throws {
    try ErrorReport.reporting {
      let lastDay = try lastDay
      try checkPaths()
      let review = try Review(of: try WorkbookFile.opened(file))
      try write(review, until: lastDay)
      let text = AgreementTable(review).text
      if output == "-" { ErrorReport.print(text) } else { try Terminal.write(text) }
    }
  }

  private func write(_ review: Review, until lastDay: CivilDate?) throws {
    var files = OutputFiles()
    var leftOut: [String] = []
    if let output, let lastDay {
      let suppressions = ReviewedSuppressions(review, owner: owner, lastDay: lastDay)
      var table = try files.table("suppressions", at: output, header: suppressions.writeHeader)
      leftOut = try suppressions.append(to: &table.writer)
      try files.finish(table)
    }
    if let agreement {
      let rules = AgreementTable(review)
      var table = try files.table("agreement", at: agreement, header: rules.writeHeader)
      rules.append(to: &table.writer)
      try files.finish(table)
    }
    try files.publish()
    guard !leftOut.isEmpty else { return }
    ErrorReport.print(
      """
      infusion-charges: \(leftOut.joined(separator: ", ")): not suppressed, since another finding of that encounter, day \
      and code has the same reasons and rules and was not decided so

      """)
  }

  private var lastDay: CivilDate? {
    get throws {
      guard let expires else {
        if output != nil { throw ValidationError("--output needs --expires, the last day of these suppressions") }
        return nil
      }
      guard let day = CivilDate(iso: expires) else {
        throw ValidationError("--expires takes a day such as 2026-12-31, not \"\(expires)\"")
      }
      return day
    }
  }

  private func checkPaths() throws {
    let inputs = [FileIdentity(path: file)]
    for (option, path) in [("--output", output), ("--agreement", agreement)] {
      guard let path, let identity = FileIdentity(path: path), inputs.contains(identity) else { continue }
      throw ValidationError("\(option) names \(path), which is the workbook; give it a name of its own")
    }
    if let output, output == agreement {
      throw ValidationError("--agreement names \(output), which is --output; give it a name of its own")
    }
  }
}

extension WorkbookFile {
  /// Opens what is a workbook by its content, and says of another file what it is.
  ///
  /// - Throws: `notFound`, `unsupported`, `noWorkbook`, `WorkbookError`.
  static func opened(_ path: String) throws -> WorkbookFile {
    // Says so when the file is not there, or cannot be read.
    _ = try ByteSource(path: path)
    switch ContentKind.ofStored(path) {
    case .zip, .workbook, nil: return try WorkbookFile(path: path)
    case .text: throw ReviewError.noWorkbook(path: path)
    case let kind?: throw ByteStreamError.unsupported(path: path, kind: kind)
    }
  }
}
