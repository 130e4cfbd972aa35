import Infusion

/// How many rows may be rejected before a run fails (input IN-52).
package enum RejectLimit: Equatable, Sendable {
  case rows(Int)
  /// Hundredths of a percent of all rows read, so 10 % is 1000.
  case share(basisPoints: Int)

  package static let standard = RejectLimit.share(basisPoints: 1_000)

  /// `10%`, `2.5%`, or a number of rows; nil for anything else.
  package init?(_ text: some StringProtocol) {
    let text = text.trimmed
    if text.hasSuffix("%") {
      guard let percent = NumberText.decimal(text.dropLast()), percent >= .zero, percent <= ExactDecimal(100),
        let points = percent.wholeQuotient(times: 100, dividedBy: ExactDecimal(1)),
        percent * 100 == ExactDecimal(points)
      else { return nil }
      self = .share(basisPoints: points)
    } else {
      guard let rows = NumberText.whole(text), rows >= 0 else { return nil }
      self = .rows(rows)
    }
  }

  package func allows(rejected: Int, ofRows rows: Int) -> Bool {
    switch self {
    case .rows(let limit): rejected <= limit
    case .share(let basisPoints): rejected * 10_000 <= rows * basisPoints
    }
  }
}

extension RejectLimit: CustomStringConvertible {
  package var description: String {
    switch self {
    case .rows(let limit): "\(limit)"
    case .share(let basisPoints): "\(ExactDecimal(mantissa: Int128(basisPoints), scale: 2))%"
    }
  }
}
