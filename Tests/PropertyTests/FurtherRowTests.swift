import Coding
import Infusion
import TestSupport
import Testing

/// Rows that say nothing new change nothing.
@Suite struct FurtherRowTests {
  @Test func aHeldRowOnlyExcludesItself() {
    everyCase { tried in
      guard var row = Self.copy(from: tried) else { return nil }
      row.isGiven = false
      return Self.complaint(tried, row, .notGiven)
    }
  }

  @Test func anOralRowOnlyExcludesItself() {
    everyCase { tried in
      // A port flush is a service only while nothing else happens on its day (coding-rules ALG-19).
      guard let row = Self.copy(from: tried), !Self.hasSoleFlush(tried) else { return nil }
      var oral = MARRow(source: row.source, drug: row.drug, drugClass: .therapeutic, route: .oral)
      (oral.start, oral.stop) = (row.start, row.stop)
      return Self.complaint(tried, oral, .route)
    }
  }

  @Test func oneInfusionInTwoRowsHasTheSameUnits() {
    everyCase { tried in
      var draw = tried.draw
      let places = tried.encounter.rows.indices.filter { Self.canBeSplit(tried.encounter.rows[$0], in: tried) }
      guard !places.isEmpty else { return nil }
      let place = draw.pick(Array(places))
      let after = Engine.derivation(of: Self.split(tried.encounter, at: place, from: &draw))
      return difference("charges", Outcome.lines(tried.derivation), Outcome.lines(after))
    }
  }

  @Test func oneBagInTwoRowsIsOneRowWithAPause() {
    everyCase { tried in
      guard let (paused, pieces) = Self.interrupted(tried) else { return nil }
      return difference(
        "charges", Outcome.lines(Engine.derivation(of: paused)), Outcome.lines(Engine.derivation(of: pieces)))
    }
  }

  // MARK: A row more

  /// A copy of a given row that lies inside the encounter, with a source of its own.
  private static func copy(from tried: Case) -> MARRow? {
    var draw = tried.draw
    let outside = Set(tried.derivation.excluded.filter { $0.reason == .outsideEncounter }.map(\.row))
    let rows = tried.encounter.rows.filter { row in
      guard let start = row.start else { return false }
      return row.isGiven && !outside.contains(row.source) && start <= row.stop ?? start
    }
    guard !rows.isEmpty else { return nil }
    var row = draw.pick(rows)
    row.source = SourceRow(file: 0, line: 101, row: 100)
    return row
  }

  private static func complaint(_ tried: Case, _ row: MARRow, _ reason: ExclusionReason) -> String? {
    var draw = tried.draw
    var longer = tried.encounter
    longer.rows.insert(row, at: draw.number(0...longer.rows.count))
    let after = Engine.derivation(of: longer)
    let found = after.excluded.filter { $0.row == row.source }.map(\.reason)
    // What is not an infusion is outside the encounter when it begins there.
    guard found == [reason] || found == [.outsideEncounter] else { return "the further row is excluded as \(found)" }
    return difference("results", Outcome(tried.derivation), Outcome(after, without: row.source))
  }

  private static func hasSoleFlush(_ tried: Case) -> Bool {
    let excluded = Set(tried.derivation.excluded.map(\.row))
    return tried.encounter.rows.contains { row in
      !row.facts.isDisjoint(with: [.flush, .portFlush]) && !excluded.contains(row.source)
    }
  }

  // MARK: One row in two

  private static func canBeSplit(_ row: MARRow, in tried: Case) -> Bool {
    guard row.isGiven, row.route.isIntravenous, row.technique == .infusion, let start = row.start, let stop = row.stop,
      stop.minutes(since: start) >= 2, [.therapeutic, .chemo, .hormonal, .hydration].contains(row.drugClass),
      row.facts.isDisjoint(with: [.stroke, .coronary, .catheterClearance])
    else { return false }
    // Half of a mixture may end before the other drug of its bag begins.
    return !tried.encounter.rows.contains { $0.bag != nil && $0.bag == row.bag && $0.drug != row.drug }
  }

  private static func split(_ encounter: Encounter, at place: Int, from draw: inout Draw) -> Encounter {
    var encounter = encounter
    var first = encounter.rows[place]
    // Rows that follow one another are one infusion without a bag too (coding-rules ALG-04).
    if first.bag == nil, draw.chance(50) { first.bag = "split" }
    var second = first
    guard let start = first.start, let stop = first.stop else { return encounter }
    let middle = start.advanced(byMinutes: draw.number(1...(stop.minutes(since: start) - 1)))
    first.stop = middle
    second.start = middle
    // One row is the main reason for a visit, or none is known to be.
    second.facts.remove(.primaryReason)
    second.source = SourceRow(file: 0, line: 101, row: 100)
    encounter.rows[place] = first
    encounter.rows.insert(second, at: draw.number((place + 1)...encounter.rows.count))
    return encounter
  }

  // MARK: One bag with a pause

  /// The encounter with a bag that stood still for a while, as one row with a pause and as two rows.
  private static func interrupted(_ tried: Case) -> (paused: Encounter, pieces: Encounter)? {
    var draw = tried.draw
    let encounter = tried.encounter
    guard encounter.arrival == nil, encounter.departure == nil else { return nil }
    let places = encounter.rows.indices.filter { canBeInterrupted(encounter.rows[$0], in: tried) }
    guard !places.isEmpty else { return nil }
    let place = draw.pick(Array(places))
    var (whole, first, second) = (encounter.rows[place], encounter.rows[place], encounter.rows[place])
    guard let start = whole.start, let stop = whole.stop else { return nil }
    let pause = draw.number(1...(stop.minutes(since: start) - 8))
    whole.pauses = [Interval(start.advanced(byMinutes: pause), start.advanced(byMinutes: pause + 7))]
    (first.stop, second.start) = (whole.pauses[0].start, whole.pauses[0].stop)
    (first.bag, second.bag) = ("split", "split")
    second.facts.remove(.primaryReason)
    second.source = SourceRow(file: 0, line: 101, row: 100)
    var (paused, pieces) = (encounter, encounter)
    paused.rows[place] = whole
    pieces.rows[place] = first
    pieces.rows.insert(second, at: place + 1)
    return (paused, pieces)
  }

  private static func canBeInterrupted(_ row: MARRow, in tried: Case) -> Bool {
    guard canBeSplit(row, in: tried), row.pauses.isEmpty, let start = row.start, let stop = row.stop,
      stop.minutes(since: start) > 10
    else { return false }
    // Another row of the drug could fill the gap between the pieces.
    return tried.encounter.rows.count {
      $0.drug == row.drug || $0.drugClass == row.drugClass && row.drugClass == .hydration
    }
      == 1
  }
}
