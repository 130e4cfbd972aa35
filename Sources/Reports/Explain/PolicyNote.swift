import Coding

/// The policy choices by which an encounter was coded that are not at their default, as text; empty without any.
package struct PolicyNote: Sendable {
  private let policy: Policy
  private let width: Int

  package init(_ policy: Policy, width: Int) {
    self.policy = policy
    self.width = width
  }

  package var text: String {
    guard !policy.changed.isEmpty else { return "" }
    var page = Page(width: width)
    let choices = policy.changed.sorted { $0.key < $1.key }.map { "\($0.key) = \($0.value)" }
    page.paragraph(choices.joined(separator: ", ") + ".", first: "Policy not at default: ")
    return page.text
  }
}
