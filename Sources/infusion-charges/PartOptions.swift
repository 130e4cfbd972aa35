import ArgumentParser
import ByteStreams
import CodeTables
import Foundation
import Pipeline

/// One run in parts, on one machine or many (docs/distributed.md).
struct PartOptions: ParsableArguments {
  @Option(help: "Work on one part of the encounters, such as 2/7: all of the input is read, and 2/7 of it is judged.")
  var shard: String?

  @Option(help: "Say that the rows given are one part of a run, such as 2/7; merge joins the summaries.")
  var part: String?

  @Option(
    help: "Stream of tagged rows of all exports, - for standard input; the files named then give header and form only.")
  var rows: String?

  @Option(help: "Header of the MAR exports, separated by commas, which then have none of their own.")
  var marHeader: String?

  @Option(help: "Header of the charge exports, which then have none of their own.")
  var chargesHeader: String?

  @Option(
    help:
      "grouped: rows of an encounter and of a patient stand together, charges in the same order; any when not given.")
  var inputOrder: InputOrder = .any

  /// Makes the job one of a part.
  func apply(to job: inout Job, tables: String?, _ files: String?...) throws {
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
    if job.shard != nil || job.part != nil { job.tablesDigest = try digest(tables, files.compactMap(\.self)) }
  }

  private func place(_ text: String?, option: String) throws -> Shard? {
    guard let text else { return nil }
    guard let shard = Shard(text) else {
      throw ValidationError("\(option) takes a part such as 2/7, from 1/7 to 7/7, not \"\(text)\"")
    }
    return shard
  }

  /// Of all that the program reads beside exports: names within the folder of tables, and bytes.
  private func digest(_ folder: String?, _ files: [String]) throws -> String {
    var hash = SHA256()
    let names = try folder.map { try FileManager.default.subpathsOfDirectory(atPath: $0).sorted() } ?? []
    for name in names where PathKind(path: "\(folder ?? "")/\(name)") == .file {
      hash.update(Array("\(name)\n".utf8).span)
      hash.update(Array(try StreamDigest(ofFile: "\(folder ?? "")/\(name)").sha256.utf8).span)
    }
    for file in files { hash.update(Array(try StreamDigest(ofFile: file).sha256.utf8).span) }
    return hash.finish()
  }
}

extension InputOrder: ExpressibleByArgument {}
