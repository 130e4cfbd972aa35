import Coding
import Infusion
import Reconciliation

/// The texts by which findings can be named: rule ids and reason codes.
enum FindingKeys {
  /// What to write in the place of a text that names nothing; nil when it may name something.
  ///
  /// Keys of billing checks stand in no list, so that an unknown reason code is refused only where it looks like a slip.
  static func expected(inPlaceOf text: String) -> String? {
    if text.contains("-") {
      guard !rules.contains(text) else { return nil }
      return Spelling.nearest(to: text, among: rules).map { "a rule id; did you mean \($0)?" } ?? example
    }
    guard text.utf8.allSatisfy(isOfReasonCode) else { return example }
    guard !reasonCodes.contains(text), let slip = reasonCodes.first(where: { Spelling.distance($0, text) <= 2 })
    else { return nil }
    return "a reason code; did you mean \(slip)?"
  }

  private static let example = "a rule id such as HYD-02, or a reason code such as HYD_NECESSITY"

  private static let rules = RuleBook.all.map(\.id.description) + CheckRule.all.map(\.id.description)

  private static let reasonCodes =
    NoticeKind.allCases.map(\.rawValue) + ReasonCode.allCases.map(\.rawValue)
    + ExclusionReason.allCases.map(\.rawValue)

  private static func isOfReasonCode(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
      || byte == UInt8(ascii: "_")
  }
}
