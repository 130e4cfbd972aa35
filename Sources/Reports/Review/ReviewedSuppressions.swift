import CSV
import CodeTables
import Infusion

/// The decisions of a review as the file that `reconcile --suppressions` reads.
package struct ReviewedSuppressions {
  private let review: Review
  private let owner: String?
  private let lastDay: CivilDate

  /// - Parameters:
  ///   - owner: who answers for decisions without a reviewer.
  ///   - lastDay: until when they hold.
  package init(_ review: Review, owner: String?, lastDay: CivilDate) {
    self.review = review
    self.owner = owner
    self.lastDay = lastDay
  }

  package func writeHeader(to writer: inout RecordWriter) {
    writer.header(Suppression.columns + Suppression.optionalColumns)
  }

  /// A row for each decision; says which rows of the workbook have none, since it would suppress another finding too.
  ///
  /// - Throws: `noReviewer`.
  package func append(to writer: inout RecordWriter) throws(ReviewError) -> [String] {
    var leftOut: [String] = []
    for finding in review.toSuppress {
      guard let key = review.key(of: finding) else {
        leftOut.append("\(finding.sheet) row \(finding.row)")
        continue
      }
      append(finding, key: key, owner: try owner(of: finding), to: &writer)
    }
    return leftOut
  }

  private func append(_ finding: ReviewedFinding, key: String, owner: String, to writer: inout RecordWriter) {
    writer.text(key)
    writer.text(finding.subject.encounterID)
    writer.empty()
    writer.empty()
    let decision = finding.decision?.rawValue ?? ""
    writer.text(finding.comment.isEmpty ? "reviewed: \(decision)" : "\(decision): \(finding.comment)")
    writer.text(owner)
    writer.day(lastDay)
    writer.text(finding.subject.code)
    writer.text(finding.subject.serviceDate)
    writer.endRow()
  }

  private func owner(of finding: ReviewedFinding) throws(ReviewError) -> String {
    if !finding.reviewer.isEmpty { return finding.reviewer }
    guard let owner, !owner.isEmpty else {
      throw .noReviewer(path: review.path, sheet: finding.sheet, row: finding.row)
    }
    return owner
  }
}
