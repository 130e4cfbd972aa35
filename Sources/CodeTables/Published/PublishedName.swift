import Infusion

/// What the name of a CMS file tells: its quarter, and for whom it is.
///
/// Source: names of CMS's files: `MCR_MUE_PractitionerServices_Eff_10-01-2025.csv`, `ccipra-v313r0-f1.txt`,
/// `AOC_V2025Q4-MCR.txt`; version 31.3 of the pairs is the fourth quarter of 2025.
struct PublishedName {
  private let text: String
  /// As `text`, the folders left out.
  private let file: Substring

  init(_ name: String) {
    text = name.lowercased()
    file = text[(text.lastIndex(of: "/").map(text.index(after:)) ?? text.startIndex)...]
  }

  /// Whether CMS names its files so: then a file that cannot be read is a mistake and not some other file.
  var isOfCMS: Bool {
    ["mcr_mue_", "ccipra", "ccioph", "aoc_v"].contains { file.hasPrefix($0) }
  }

  var isText: Bool { file.hasSuffix(".csv") || file.hasSuffix(".txt") }

  var isWorkbookOrArchive: Bool { [".xlsx", ".xls", ".zip"].contains { file.hasSuffix($0) } }

  /// The name without what follows its last point.
  var stem: String { String(text[..<(text.lastIndex(of: ".") ?? text.endIndex)]) }

  var setting: Setting? {
    if text.contains("ccipra") || text.contains("practitioner") { return .professional }
    if text.contains("ccioph") || text.contains("hospital") { return .facility }
    return nil
  }

  /// First day from which the file holds; nil when the name does not say.
  var firstDay: CivilDate? { dayInWords ?? quarter?.firstDay ?? version?.firstDay }

  private var dayInWords: CivilDate? {
    guard let match = text.firstMatch(of: /eff_?([0-9]{2})-([0-9]{2})-([0-9]{4})/) else { return nil }
    guard let month = Int(match.1), let day = Int(match.2), let year = Int(match.3) else { return nil }
    return CivilDate(year: year, month: month, day: day)
  }

  private var quarter: Quarter? {
    guard let match = text.firstMatch(of: /(20[0-9]{2})[-_ ]?q([1-4])/) else { return nil }
    guard let year = Int(match.1), let number = Int(match.2) else { return nil }
    return Quarter(year: year, number: number)
  }

  /// `v313`: three digits, two of the year and one of the quarter, counted from 0.
  private var version: Quarter? {
    guard let match = text.firstMatch(of: /[-_]v([0-9]{2})([0-3])r/) else { return nil }
    guard let year = Int(match.1), let number = Int(match.2) else { return nil }
    return Quarter(year: year + 1994, number: number + 1)
  }
}
