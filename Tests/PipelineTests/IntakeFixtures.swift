import CodeTables
import Infusion
import Pipeline
import Testing

/// A small file and the words to read it with.
struct MARFixture {
  var vocabulary = Vocabulary.forTests
  var settings = FileSettings(name: "mar.csv")
  let headers: [String]

  init(_ headers: String) {
    self.headers = headers.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
  }

  func intake(sample: [String] = []) throws -> MARIntake {
    let header = try HeaderMap<MARField>(
      file: settings.name, candidates: [.init(line: 1, cells: headers)], mapping: FileMapping(),
      synonyms: vocabulary.marHeaders)
    return try MARIntake(
      header: header, sample: sample.map(record), settings: settings, vocabulary: vocabulary, drugs: .forTests,
      isRelevantCode: { $0.description.hasPrefix("96") })
  }

  func record(_ line: String) -> IntakeRecord {
    IntakeRecord(
      source: SourceRow(file: 0, line: 2, row: 1),
      cells: line.split(separator: ",", omittingEmptySubsequences: false).map(String.init))
  }

  func read(_ line: String) throws -> MAROutcome {
    var intake = try intake(sample: [line])
    return try intake.read(record(line))
  }

  /// The row that the line is read as.
  func row(_ line: String) throws -> IntakeRow {
    guard case .row(let row) = try read(line) else { throw NotARow() }
    return row
  }

  /// The problem for which the line is rejected.
  func problem(_ line: String) throws -> RowProblem {
    guard case .rejected(let problem) = try read(line) else { throw NotARow() }
    return problem
  }

  struct NotARow: Error {}
}

extension Vocabulary {
  static var forTests: Vocabulary { Vocabulary(words: FewWords()) }
}

/// The few words that these tests need.
struct FewWords: WordTable {
  func synonyms(in kind: Words.FileKind) -> [String: [String]] {
    kind == .mar
      ? ["encounter_id": ["csn", "visitid"], "start": ["starttime", "takentime"], "rate_ml_h": ["rate"]]
      : ["code": ["cpt"], "encounter_id": ["csn"]]
  }

  func route(_ folded: String) -> (route: Route, technique: Technique?)? {
    switch folded {
    case "iv": (.intravenous, nil)
    case "ivpb": (.intravenous, .infusion)
    case "ivp": (.intravenous, .push)
    case "sc": (.subcutaneous, nil)
    case "im": (.intramuscular, nil)
    case "po": (.oral, nil)
    default: nil
    }
  }

  func technique(_ folded: String) -> Technique? {
    ["infusion": .infusion, "push": .push, "unknown": .unknown][folded]
  }

  func actionMeaning(_ folded: String) -> ActionWord? {
    let words: [String: ActionWord] = [
      "given": .given, "newbag": .begin, "stopped": .end, "paused": .pause, "refused": .neverGiven, "voided": .void,
      "ratechange": .running,
    ]
    return words[folded]
  }

  func purpose(_ folded: String) -> RowFacts? {
    ["kvo": .keepOpen, "hydration": [], "flush": .flush][folded]
  }

  func drugClass(_ folded: String) -> ClassWord? { ["chemo": .chemo, "complex": .complex][folded] }
  func setting(_ folded: String) -> Setting? { Setting(rawValue: folded) }
}

extension DrugReader {
  /// Knows one drug, ketorolac.
  static var forTests: DrugReader {
    DrugReader { text, hcpcs in
      guard hcpcs == "J1885" || text.lowercased().contains("ketorolac") else { return nil }
      return KnownDrug(key: DrugKey(ingredients: ["ketorolac"])) { _, _, _ in ClassMeaning(drugClass: .therapeutic) }
    }
  }
}
