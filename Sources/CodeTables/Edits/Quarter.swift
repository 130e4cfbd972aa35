import Infusion

/// A quarter of a calendar year, the rhythm in which CMS publishes its edits.
struct Quarter: Hashable, Comparable, Sendable {
  let year: Int
  /// 1 to 4.
  let number: Int

  init(_ date: CivilDate) {
    let (year, month, _) = date.fields
    self.year = year
    number = (month + 2) / 3
  }

  init?(year: Int, number: Int) {
    guard (1...4).contains(number) else { return nil }
    self.year = year
    self.number = number
  }

  var firstDay: CivilDate? { CivilDate(year: year, month: number * 3 - 2, day: 1) }

  static func < (left: Quarter, right: Quarter) -> Bool { (left.year, left.number) < (right.year, right.number) }
}
