import Infusion

/// Infusions that run beside others.
enum Concurrency {
  static let definition = Rule(
    "CONC-01",
    "Concurrent is a different drug in a container of its own at the same site and time; not a push, injection, fluid or mixture.",
    evidence: "S23 S47")
  static let fullOverlap = Rule(
    "CONC-02", "Full or nearly full overlap is concurrent, back to back is sequential.", evidence: "D")
  static let netTime = Rule(
    "CONC-03",
    "A partly overlapping infusion is sequential when 16 minutes or more lie outside coded infusions, else concurrent; never both.",
    evidence: "S21 D")
  static let needsParent = Rule(
    "CONC-04", "A concurrent infusion needs an initial infusion at its site, or a chemo pump started in the encounter.",
    evidence: "D")
  static let oncePerDate = Rule(
    "CONC-05", "One concurrent unit a date of service, whatever the drugs, hours and sites.", evidence: "S22b S40")
  static let neverHydration = Rule(
    "CONC-06", "Fluids are never concurrent: their overlapped minutes vanish.", evidence: "S22b S46 K")
  static let besideChemo = Rule(
    "CONC-07", "A therapeutic drug infused during chemo is concurrent.", evidence: "S24")
  static let chemoBesideChemo = Rule(
    "CONC-08", "Chemo infused during chemo has no code: a person decides.", evidence: "S24 S23")
  static let measuredAgainstCoded = Rule(
    "CONC-09", "Overlap is measured only against infusions that hold a timed code at that site.", evidence: "D")
  static let cap = Rule(
    "ALG-14", "Of concurrent infusions the earliest of each date is kept.", evidence: "D")
  static let parentsAreSettled = Rule(
    "RD-06", "Parents of a concurrent infusion are the initial infusion of its site or a chemo pump of the encounter.",
    evidence: "D")
  static let capDate = Rule(
    "DOS-06", "The cap on concurrent infusions goes by the date on which each starts.", evidence: "D")
  static let rules = [
    definition, fullOverlap, netTime, needsParent, oncePerDate, neverHydration, besideChemo, chemoBesideChemo,
    measuredAgainstCoded, cap, parentsAreSettled, capDate,
  ]

  /// Codes what ran beside other infusions, once the initials of every site are written down.
  static func derive(from candidates: [Administration], on sheet: inout Worksheet) {
    var withParent: [Administration] = []
    for given in candidates {
      if given.drugClass == .chemo {
        sheet.note(
          .concurrentChemo, [chemoBesideChemo, definition], rows: given.rows, on: given.serviceDate,
          "\(given.story), beside another chemo infusion: no code exists for that; consider an unlisted service")
      } else if hasParent(given, on: sheet) {
        withParent.append(given)
      } else {
        sheet.note(
          .concurrentNoParent, [needsParent, parentsAreSettled], rows: given.rows, on: given.serviceDate,
          "\(given.story), beside another infusion: a concurrent service has no initial infusion to follow here")
      }
    }
    addOnePerDate(withParent, on: &sheet)
  }

  private static func hasParent(_ given: Administration, on sheet: Worksheet) -> Bool {
    sheet.services.contains { service in
      (service.service == .infusionInitial && service.site == given.site)
        || (service.serviceClass == .chemo && service.service == .pumpStart)
    }
  }

  private static func addOnePerDate(_ candidates: [Administration], on sheet: inout Worksheet) {
    var dates: Set<CivilDate> = []
    let inOrder = candidates.sorted { left, right in
      left.start == right.start
        ? (left.drug, left.index) < (right.drug, right.index) : isEarlier(left.start, right.start)
    }
    for given in inOrder {
      if dates.insert(given.serviceDate).inserted {
        sheet.add(
          .infusionConcurrent, for: given,
          rules: [Infusions.pass, netTime, needsParent, oncePerDate, capDate, AccessSites.lumensAreOneSite],
          story: "another drug at the same time, counted once a day")
        sheet.step(
          [definition, fullOverlap, besideChemo, measuredAgainstCoded, parentsAreSettled], rows: given.rows,
          "\(given.story), beside a coded infusion for all but a few minutes: concurrent")
      } else {
        sheet.note(
          .concurrentCap, [cap, oncePerDate, capDate], rows: given.rows, on: given.serviceDate,
          "\(given.story), beside another infusion: one concurrent service a day is already counted")
      }
    }
  }
}
