import Infusion

// Coding turns what was given on one encounter into the charges that it supports. It follows coding-rules Part 0, one
// file for each group of rules, in the order of `Coder.derivation`. It reads and writes nothing: rows and tables come in,
// a `Derivation` with reasons goes out, and the same input gives the same output.

/// Codes encounters.
package struct Coder: Sendable {
  private let tables: @Sendable (CivilDate) -> CodingYear
  private let policy: Policy
  private let isExplaining: Bool
  private let pairs: PairEdits?

  /// - Parameters:
  ///   - tables: the tables in force on a date of service.
  ///   - explaining: whether derivations keep their steps, for a reader.
  ///   - pairs: codes that Medicare pays together only with a modifier; without them none is set apart.
  package init(
    tables: @escaping @Sendable (CivilDate) -> CodingYear, policy: Policy = Policy(), explaining: Bool = false,
    pairs: PairEdits? = nil
  ) {
    self.tables = tables
    self.policy = policy
    self.isExplaining = explaining
    self.pairs = pairs
  }

  /// The charges that one encounter supports.
  ///
  /// - Parameter earlier: what earlier encounters of the same patient support.
  package func derivation(of encounter: Encounter, earlier: EarlierDays = EarlierDays()) -> Derivation {
    guard let firstDate = firstDate(of: encounter) else { return undated(encounter) }
    var sheet = Worksheet(
      encounter: encounter, year: tables(firstDate), policy: policy, firstDate: firstDate, isExplaining: isExplaining)
    var others: [OtherRunning] = []

    var given = GivenRows.givings(on: &sheet)
    PortFlush.derive(from: &given, on: &sheet)
    NotBillable.drop(from: &given, on: &sheet)
    AccessSites.fillMissing(&given, on: &sheet)
    Techniques.settle(&given, on: &sheet)
    DrugClasses.takeElectrolytesAsFluids(&given, on: &sheet)
    MissingTimes.repair(&given, on: &sheet)
    let places = AccessSites.logicalSites(of: &given, on: &sheet)

    // Every rule takes rows in order of time, whatever their order in the file.
    var rest = given.filter(\.isBillable).inOrder(by: Giving.precedes)
    DrugClasses.note(rest, on: &sheet)
    ClockChanges.note(rest, on: &sheet)
    rest = SpecialProducts.derive(from: rest, places: places, others: &others, on: &sheet)
    rest = Pumps.derive(from: rest, on: &sheet)
    others += OtherRunning.byOtherRoutes(rest)
    rest = OtherRoutes.derive(from: rest, on: &sheet)

    let administrations = VeinServices.administrations(from: rest, places: places, on: &sheet)
    VeinServices.derive(from: administrations, others: others, on: &sheet)
    Modifiers.qualify(&sheet, earlier: earlier)
    PhysicianInFacility.withholdBarredCodes(on: &sheet)
    PairedServices.qualify(&sheet, by: pairs, earlier: earlier)
    DatesOfService.explain(on: &sheet)
    return sheet.finish(with: Summing.charges(of: sheet))
  }

  /// The earliest day on which something was given inside the encounter.
  private func firstDate(of encounter: Encounter) -> CivilDate? {
    let bounds = GivenRows.Bounds(of: encounter)
    let rows = encounter.rows
    let dates = rows.indices.lazy.filter { rows[$0].isGiven }.compactMap { place -> CivilDate? in
      let (start, stop) = (rows[place].start, rows[place].stop)
      guard let begin = start ?? stop, let end = stop ?? start, begin <= end else {
        return rows[place].date
      }
      guard let bounds else { return begin.date }
      return bounds.touch(from: begin, to: end) ? max(begin, bounds.arrival ?? begin).date : nil
    }
    return dates.min() ?? encounter.arrival?.date ?? rows.indices.lazy.compactMap { rows[$0].date }.min()
  }

  /// An encounter none of whose rows has a date supports nothing that could be billed.
  private func undated(_ encounter: Encounter) -> Derivation {
    var derivation = Derivation()
    for row in encounter.rows {
      if row.isGiven {
        derivation.notices.append(
          Notice(
            kind: .noTime, rules: [MissingTimes.missingStart.id], rows: [row.source], date: nil,
            sentence: "\(capitalized(row.drugName)) has no time at all and the encounter no date: nothing can be billed"
          ))
      } else {
        derivation.excluded.append(
          ExcludedRow(row: row.source, reason: .notGiven, rules: [GivenRows.givenOnly.id], drugName: row.drugName))
      }
    }
    return derivation
  }
}

extension Coder {
  /// For each encounter, what earlier encounters of the same patient support (coding-rules RD-11).
  ///
  /// - Returns: as many values as encounters, in their order; empty where the patient is not known or has one encounter.
  package func earlierDays(of encounters: [Encounter]) -> [EarlierDays] {
    var earlier = [EarlierDays](repeating: EarlierDays(), count: encounters.count)
    for places in encounters.placesByPatient {
      var seen = EarlierDays()
      // Nobody asks what the last one supports.
      for place in places.dropLast() { seen.add(derivation(of: encounters[place], earlier: seen)) }
      for (count, place) in places.enumerated() { earlier[place] = seen.ofFirst(count) }
    }
    return earlier
  }
}
