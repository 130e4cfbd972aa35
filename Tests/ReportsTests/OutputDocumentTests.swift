import Coding
import Foundation
import Reconciliation
import Testing

/// What docs/output.md lists by hand is all that there is.
@Suite("The reference of outputs")
struct OutputDocumentTests {
  private let document: String

  init() throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    document = try String(contentsOf: root.appending(path: "docs/output.md"), encoding: .utf8)
  }

  @Test("Every reason code is named")
  func reasons() {
    let keys =
      ReasonCode.allCases.map(\.rawValue) + NoticeKind.allCases.map(\.rawValue)
      + ExclusionReason.allCases.map(\.rawValue)
    for key in keys { #expect(document.contains("`\(key)`"), "\(key)") }
  }

  @Test("Notices stand where a person must decide, where they warn, and where they inform")
  func notices() throws {
    let lines = document.components(separatedBy: "\n* ")
    let review = try #require(lines.first { $0.hasPrefix("Notices that a person must decide") })
    let warning = try #require(lines.first { $0.hasPrefix("Other notices, a `warning`") })
    let info = try #require(lines.first { $0.hasPrefix("Other notices, to know") })
    for kind in NoticeKind.allCases where kind != .drugUnitUnknown {
      let list = kind.needsReview ? review : kind.severity == .warning ? warning : info
      #expect(list.contains("`\(kind.rawValue)`"), "\(kind.rawValue)")
    }
  }
}
