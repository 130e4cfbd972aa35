import Foundation
import Infusion

/// The key figures of an earlier run, from its summary (output section 5).
package struct PreviousSummary: Sendable {
  let encounters: Int
  let matchingEncounters: Int
  let findingsByStatus: [String: Int]
  /// Rows of the record and charge lines.
  let rowsRejected: Int
  /// Nil where that run had no fee schedule.
  let under: ExactDecimal?
  let over: ExactDecimal?

  /// Why a file is no summary.
  package enum Failure: Error, Equatable, CustomStringConvertible {
    case notASummary(file: String, reason: String)

    package var description: String {
      switch self {
      case .notASummary(let file, let reason):
        "\(file): this is no summary of a run (\(reason)); --previous takes the file that --summary wrote"
      }
    }
  }

  /// - Throws: `notASummary`.
  package init(_ bytes: [UInt8], file: String) throws(Failure) {
    let document: Document
    do {
      document = try JSONDecoder().decode(Document.self, from: Data(bytes))
    } catch DecodingError.keyNotFound(let key, _) {
      throw .notASummary(file: file, reason: "it has no \"\(key.stringValue)\"")
    } catch DecodingError.typeMismatch(_, let context), DecodingError.valueNotFound(_, let context) {
      let path = context.codingPath.map(\.stringValue).joined(separator: ".")
      throw .notASummary(
        file: file, reason: path.isEmpty ? "it is no object with keys" : "\"\(path)\" holds something else")
    } catch {
      throw .notASummary(file: file, reason: "it is no JSON")
    }
    let rejected = [document.rows.rejected.total, document.chargeLines?.rejected.total ?? 0]
    let counts = [document.encounters.total] + rejected + document.encounters.byStatus.values
    guard (counts + document.findings.byStatus.values).allSatisfy(SummaryPlace.counts.contains) else {
      throw .notASummary(file: file, reason: "it counts what no run can hold")
    }
    encounters = document.encounters.total
    matchingEncounters = document.encounters.byStatus["match"] ?? 0
    findingsByStatus = document.findings.byStatus
    rowsRejected = rejected.reduce(0, +)
    under = document.amounts.under.flatMap { ExactDecimal($0) }
    over = document.amounts.over.flatMap { ExactDecimal($0) }
  }

  // The keys of the file, which are never renamed.
  private struct Document: Decodable {
    let encounters: Counts
    let findings: Counts
    let rows: Rows
    let chargeLines: Rows?
    let amounts: Amounts

    enum CodingKeys: String, CodingKey {
      case encounters, findings, rows, amounts
      case chargeLines = "charge_lines"
    }
  }

  private struct Counts: Decodable {
    let total: Int
    let byStatus: [String: Int]

    enum CodingKeys: String, CodingKey {
      case total
      case byStatus = "by_status"
    }
  }

  private struct Rows: Decodable {
    let rejected: Rejected
  }

  private struct Rejected: Decodable {
    let total: Int
  }

  private struct Amounts: Decodable {
    let under: String?
    let over: String?
  }
}
