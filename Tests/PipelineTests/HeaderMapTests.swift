import Pipeline
import Testing

@Suite("The header of a file")
struct HeaderMapTests {
  private func map(_ lines: [String], mapping: [MARField: String] = [:]) throws(IntakeError) -> HeaderMap<MARField> {
    let candidates = lines.enumerated().map { index, line in
      HeaderMap<MARField>.Candidate(
        line: index + 1, cells: line.split(separator: ",", omittingEmptySubsequences: false).map(String.init))
    }
    return try HeaderMap(
      file: "mar.csv", candidates: candidates, mapping: FileMapping(headers: mapping),
      synonyms: Vocabulary.forTests.marHeaders)
  }

  /// The error for which the lines are refused.
  private func refusal(_ lines: [String], mapping: [MARField: String] = [:]) -> IntakeError? {
    do {
      _ = try map(lines, mapping: mapping)
      return nil
    } catch {
      return error
    }
  }

  @Test("Case, spaces, punctuation and a byte order mark make no difference")
  func folding() throws {
    let header = try map(["\u{FEFF}Encounter ID,DRUG,Route.,Start-Time,Nurse"])
    #expect(header[.encounterID] == 0)
    #expect(header[.drug] == 1)
    #expect(header[.route] == 2)
    #expect(header[.start] == 3)
    #expect(header[.stop] == nil)
  }

  @Test("Report preamble is passed over (IN-05)")
  func preamble() throws {
    let header = try map(["Report run 1/5/2026 07:00", "Unit,5 West", "csn,drug,route,start", "1,x,IV,y"])
    #expect(header.headerIndex == 2)
    #expect(header.line == 3)
  }

  @Test("Of two synonyms the preferred one is taken and the other remembered")
  func twoSynonyms() throws {
    let header = try map(["visit_id,csn,drug,route,start"])
    #expect(header[.encounterID] == 1)
    #expect(header.passedOver.map(\.column) == [0])
    #expect(header.passedOver.map(\.field) == [.encounterID])
  }

  @Test("The configuration goes before synonyms, and a column that it names means nothing else")
  func explicitMapping() throws {
    let header = try map(["csn,account,drug,route,start"], mapping: [.encounterID: "ACCOUNT"])
    #expect(header[.encounterID] == 1)
    #expect(header.passedOver.isEmpty)
    let moved = try map(["csn,drug,route,start,stop"], mapping: [.action: "stop"])
    #expect(moved[.action] == 4)
    #expect(moved[.stop] == nil)
  }

  @Test("A date column alone can hold the whole start")
  func startDateAlone() throws {
    #expect(try map(["csn,drug,route,start_date"])[.startDate] == 3)
  }

  @Test("An empty file is refused")
  func emptyFile() {
    #expect(refusal([]) == .emptyFile(file: "mar.csv"))
  }

  @Test("Without a header the message lists what was seen, what is missing, and a mapping to write (IN-53)")
  func noHeader() throws {
    let error = try #require(refusal(["Report", "csn,medicine,route,when", "1,x,IV,y"]))
    #expect(
      error
        == .noHeader(
          file: "mar.csv", line: 2, seen: ["csn", "medicine", "route", "when"], missing: ["drug", "start"],
          section: "mar"))
    let message = error.description
    #expect(message.hasPrefix("mar.csv:2: "))
    #expect(message.contains("\"medicine\""))
    #expect(message.contains("mar:\n  columns:\n    drug: \"HEADER OF YOUR FILE\"\n    start: "))
  }

  @Test("A header twice is refused when its field is needed, with both positions (IN-05)")
  func duplicateHeader() throws {
    let error = refusal(["csn,drug,route,start,Drug"])
    #expect(
      error
        == .duplicateHeader(file: "mar.csv", line: 1, header: "drug", field: "drug", first: 2, second: 5))
    #expect(try map(["csn,drug,route,start,note,note"]).headers.count == 6)
  }

  @Test("A mapped column that the file does not have is refused")
  func absentColumn() {
    let error = refusal(["csn,drug,route,start"], mapping: [.site: "IV Line"])
    #expect(
      error
        == .mappedColumnAbsent(
          file: "mar.csv", line: 1, field: "site", column: "IV Line", seen: ["csn", "drug", "route", "start"]))
  }
}
