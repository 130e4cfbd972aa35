import ByteStreams
import CodeTables
import Foundation
import Generation
import Infusion
import Pipeline
import Reconciliation

/// Generated exports in a folder of their own, gone with the last reference.
final class Generated: Sendable {
  let folder: String
  let counts: GenerationCounts

  static let tables = Result { try CodeTables.load() }

  init(_ plan: Plan) throws {
    folder = FileManager.default.temporaryDirectory.appendingPathComponent("generated-\(UUID().uuidString)").path
    try Folders.make(folder)
    let set = OutputSet()
    let generator = try Generator(plan, tables: try Self.tables.get())
    counts = try generator.write(
      record: try set.open(folder + "/mar"), charges: try set.open(folder + "/charges"),
      answer: try set.open(folder + "/answer"))
    _ = try set.commit()
  }

  deinit { Folders.remove(folder) }

  func bytes(of name: String) throws -> Data { try Data(contentsOf: URL(filePath: folder + "/" + name)) }

  func lines(of name: String) throws -> [Substring] {
    String(decoding: try bytes(of: name), as: UTF8.self).split(separator: "\n")
  }

  /// What a run finds, in order.
  func findings() throws -> [Finding] {
    let job = Job(
      marFiles: [folder + "/mar"], chargeFiles: [folder + "/charges"], configuration: Configuration(),
      tables: try Self.tables.get())
    var output = KeptFindings()
    _ = try Run(job).perform(into: &output)
    return output.findings
  }

  /// The answer: encounter, day, code and what sets a line apart, with the status and the units supported; drug lines
  /// that are right are left out, as findings leave them out.
  func answer() throws -> [String: String] {
    var answer: [String: String] = [:]
    for line in try lines(of: "answer").dropFirst() {
      let cells = line.split(separator: ",", omittingEmptySubsequences: false)
      guard cells[7] == "no" || cells[6] != "match" else { continue }
      answer[cells[0...3].joined(separator: " ")] = Self.told(cells[6], units: cells[4])
    }
    return answer
  }
}

extension Generated {
  /// A status with the units supported; of a question they are open.
  fileprivate static func told(_ status: Substring, units: Substring) -> String {
    status == "review" ? "review" : "\(status), \(units) supported"
  }
}

/// Keeps what a run finds.
private struct KeptFindings: RunOutput {
  let pages = CodedPages()
  private(set) var findings: [Finding] = []

  mutating func put(_ page: [CodedEncounter]) { findings += page.flatMap { $0.result?.findings ?? [] } }

  mutating func put(rejectedMARRows: [RowProblem], rejectedChargeLines: [RowProblem]) {}
}

extension Finding {
  /// The place of the answer that it is about.
  var place: String {
    let words = suggestedModifiers.isEmpty ? billedModifiers : suggestedModifiers
    let apart = words.filter { $0.marksDistinctService || $0 == Modifier("JW") }.map(\.description)
    return [
      encounterID, serviceDate?.description ?? "", code?.description ?? "", apart.joined(separator: " "),
    ].joined(separator: " ")
  }

  /// The status as the answer has it, with the units: a check that only informs says nothing against the bill.
  var told: String {
    let isMatch = status == .check && objection <= .info
    let words = (isMatch ? Status.match : status).rawValue
    return Generated.told(words[...], units: "\(suggestedUnits ?? 0)")
  }
}
