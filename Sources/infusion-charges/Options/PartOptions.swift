import ArgumentParser
import ByteStreams
import CodeTables
import Foundation
import Pipeline

/// One run in parts, on one machine or many (docs/distributed.md).
struct PartOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Work on one part of the encounters, such as 2/7: all of the input is read, and 2/7 of it is judged.",
      valueName: "i/n"))
  var shard: String?

  @Option(
    help: ArgumentHelp(
      "Say that the rows given are one part of a run, such as 2/7; merge joins the summaries.", valueName: "i/n"))
  var part: String?

  @Option(
    help: ArgumentHelp(
      "Stream of tagged rows of all exports, - for standard input; the files named then give header and form only.",
      valueName: "file"), completion: .file())
  var rows: String?

  @Option(
    help: ArgumentHelp(
      "Header of MAR exports that have none of their own, separated by commas.", valueName: "columns"))
  var marHeader: String?

  @Option(
    help: ArgumentHelp(
      "Header of charge exports that have none of their own, separated by commas.", valueName: "columns"))
  var chargesHeader: String?

  @Option(
    help:
      "grouped: rows of an encounter and of a patient stand together, charges in the same order; any when not given.")
  var inputOrder: InputOrder = .any

  /// Makes the job one of a part.
  func apply(to job: inout Job, reading: ReadingOptions, suppressionsFile: String? = nil) throws {
    if shard != nil, part != nil || rows != nil {
      throw ValidationError("--shard chooses encounters itself; --rows and --part are for rows that were chosen before")
    }
    job.shard = try place(shard, option: "--shard")
    job.part = try place(part, option: "--part")
    job.marHeader = marHeader
    job.chargeHeader = chargesHeader
    job.rowsPath = rows
    job.inputOrder = inputOrder
    if let rows, (job.marFiles + job.chargeFiles).contains(rows) {
      throw ValidationError("--rows: \(rows) is also named as an export; name the exports whose rows it holds")
    }
    guard job.shard != nil || job.part != nil else { return }
    job.tablesDigest = try Audit(job, reading: reading, suppressionsFile: suppressionsFile).filesDigest
  }

  private func place(_ text: String?, option: String) throws -> Shard? {
    guard let text else { return nil }
    guard let shard = Shard(text) else {
      throw ValidationError("\(option) takes a part such as 2/7, from 1/7 to 7/7, not \"\(text)\"")
    }
    return shard
  }
}

extension InputOrder: ExpressibleByArgument {}
