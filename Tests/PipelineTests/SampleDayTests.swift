import Foundation
import Infusion
import Pipeline
import Reconciliation
import Testing

/// The sample of the repository, compared once.
private enum SampleDay {
  static let results: Result<[String: EncounterResult], any Error> = Result {
    let folder = checkout + "/SampleData"
    return try compare(mar: folder + "/mar.csv.gz", charges: folder + "/charges.csv")
  }

  /// The folder that holds `Tests`.
  static var checkout: String {
    #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(3).joined(separator: "/")
  }
}

/// The stories that `SampleData/README.md` promises, as a biller reads them.
@Test(arguments: [
  ("IC-1007", "96366", "(90 min) at PIV L forearm"),
  ("IC-1007", "96366", "A further hour is earned from 91 min."),
  ("IC-1014", "96417", "beside another chemo infusion"),
  ("IC-1019", "96402", ", twice. That supports 2 units of 96402; 1 was billed."),
  ("IC-1027", "96523", "The flush is part of the other service that day, 96365: Ceftriaxone"),
  ("IC-1035", "96413", "the record supports 51720: Gemcitabine"),
  ("IC-1038", "96367", "was one bag: one infusion"),
  ("IC-1045", "96365", "has no stop time"),
  ("IC-1053", "96375", "A row of this encounter (line 185) was rejected, so the record is incomplete."),
  ("IC-1054", "96367", "96365-59 was billed, but the record supports 96367"),
  ("ED-2008", "96365", "96366 x2 is supported and was not billed."),
  ("ED-2012", "96368", "That is another access site"),
  ("ED-2017", "96374", "Iohexol at 12:40"),
  ("ED-2018", "96361", "kept the vein open"),
  ("ED-2019", "96374", "Propofol at 14:00 belongs to a procedure."),
  ("ED-2022", "96375", "Ketorolac at 16:05 was not given (held, refused or missed)."),
  ("ED-2035", "96372", "Medicare lists as usually self-administered"),
  ("OF-3007", "96368", "No reason for a second access site is documented"),
  ("OF-3011", "96413", "Place of service 22 is a facility"),
])
func aDifferenceOfTheSampleTellsItsStory(encounter: String, code: String, story: String) throws {
  let findings = try SampleDay.results.get()[encounter]?.findings ?? []
  let reasons = findings.filter { $0.code?.description == code && $0.status != .match }.map(\.reason)
  #expect(reasons.contains { $0.contains(story) }, "\(reasons)")
}

@Test func noFlushOfTheSampleIsTheReasonOfAnotherCode() throws {
  let findings = try SampleDay.results.get().values.flatMap(\.findings)
  #expect(!findings.isEmpty)
  let blamed = findings.filter { $0.reasonCodes.contains("NB_FLUSH") }.map { $0.code?.description }
  #expect(blamed == ["96523"])
}

@Test func theSampleComesToWhatItsTableSays() throws {
  let results = try SampleDay.results.get()
  let table = try SampleDay.table()
  #expect(table.count == results.count)
  for row in table {
    let result = try #require(results[row.encounter])
    let found = result.findings.filter { $0.status != .match }.map { "\($0.name) \($0.status.rawValue)" }
    #expect(found.sorted() == row.findings, "\(row.encounter)")
    #expect(result.status.rawValue == row.status, "\(row.encounter)")
  }
}

/// What the table promises of one encounter.
private struct Promise {
  let encounter: String
  /// `96365-59 missing`, without the matches, sorted.
  let findings: [String]
  let status: String
}

extension SampleDay {
  fileprivate static func table() throws -> [Promise] {
    let text = try String(contentsOfFile: checkout + "/SampleData/README.md", encoding: .utf8)
    return text.split(separator: "\n").compactMap { line in
      let cells = line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
      guard cells.count == 6, cells[0].contains("-"), cells[0].last?.isNumber == true else { return nil }
      let findings = cells[4].replacing(/\ \(.*?\)/, with: "").split(separator: ";")
        .map { $0.trimmingCharacters(in: .whitespaces) }
        .filter { !$0.hasPrefix("match") && !$0.hasPrefix("no finding") }
      return Promise(encounter: cells[0], findings: findings.sorted(), status: cells[5])
    }
  }
}

extension Finding {
  /// `96365-59`, as the table names it.
  fileprivate var name: String {
    let modifiers = suggestedUnits == nil ? billedModifiers : suggestedModifiers
    return ([code?.description ?? ""] + modifiers.filter(\.marksDistinctService).map(\.description))
      .joined(separator: "-")
  }
}
