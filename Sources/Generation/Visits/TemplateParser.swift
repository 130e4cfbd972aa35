import Infusion

/// Reads templates of visits.
///
///     visit Paclitaxel, then carboplatin
///     clinic | port | 08:00-09:30
///       push diphenhydramine                 = 96375
///       maybe push famotidine min=2          = 96375
///       bag paclitaxel : 151-210 = 96413 96415x2 : 211-270 = 96413 96415x3
///       slip flush_beside_drug 96523      -- a mistake that bills of such a visit have
///     later clinic | left | 16:00-18:00   -- an encounter of the same patient later that day, with steps of its own
///
/// `question` says that the record leaves open what something earns. A step is a manner, a drug (or several, apart by `/`, one of which is given), words, and outcomes: minutes and what they
/// earn. What follows `--` is for readers.
struct TemplateParser {
  let shelf: [String: StockedDrug]

  /// - Throws: `template`.
  func templates(in text: String) throws(GenerationError) -> [VisitTemplate] {
    var templates: [VisitTemplate] = []
    var name: String?
    for line in text.split(separator: "\n") {
      let line = line.split(separator: "--", maxSplits: 1, omittingEmptySubsequences: false)[0]
      let words = line.split(separator: " ")
      guard let first = words.first else { continue }
      if first == "visit" {
        name = words.dropFirst().joined(separator: " ")
      } else if first == "later", let before = templates.last {
        let rest = words.dropFirst().joined(separator: " ")
        templates.append(try head(rest[...], name: before.name + Self.laterName))
      } else if let given = name {
        templates.append(try head(line, name: given))
        name = nil
      } else if templates.isEmpty {
        throw .template(line: String(line), problem: "a step before the first visit")
      } else if first == "slip" {
        guard words.count == 3, let code = CodeUnits(words[2]) else {
          throw .template(line: String(line), problem: "not: slip KIND CODE")
        }
        templates[templates.count - 1].slips.append(VisitTemplate.Slip(kind: String(words[1]), code: code))
      } else if first == "question" {
        templates[templates.count - 1].isQuestion = true
      } else {
        let sites = templates[templates.count - 1].sites
        templates[templates.count - 1].steps.append(try step(line, sites: sites))
      }
    }
    var whole: [VisitTemplate] = []
    for template in templates {
      let isLater = template.name.hasSuffix(Self.laterName)
      if isLater {
        whole[whole.count - 1].later = [try withBystanders(template)]
      } else {
        whole.append(try withBystanders(template))
      }
    }
    return whole
  }

  /// Ends the name of an encounter later that day.
  private static let laterName = ", later"

  /// The visit with what is given and earns nothing: perhaps a tablet, perhaps a flush before the first drug into a vein.
  ///
  /// Where a flush is all that happens nothing may stand beside it (coding-rules ALG-19).
  private func withBystanders(_ template: VisitTemplate) throws(GenerationError) -> VisitTemplate {
    let isFlushEarning = template.steps.contains { step in
      step.manner == .flush && step.outcomes.contains { !$0.supports.isEmpty }
    }
    guard !isFlushEarning, let first = template.steps.first else { return template }
    var template = template
    var lines = ["maybe po acetaminophen-tablet/lisinopril-tablet/ondansetron-tablet"]
    if first.isIntoVein, first.manner != .flush { lines.append("maybe flush saline-flush") }
    var steps: [Step] = []
    for line in lines { steps.append(try step(line[...], sites: template.sites)) }
    template.steps = steps + template.steps
    return template
  }

  private func head(_ line: Substring, name: String) throws(GenerationError) -> VisitTemplate {
    let cells = line.split(separator: "|").map(trimmed)
    guard cells.count >= 3, let place = VisitTemplate.Place(rawValue: cells[0]) else {
      throw .template(line: String(line), problem: "not: place | sites | arrival")
    }
    let sites = cells[1].split(separator: " ").map { VisitTemplate.SiteKind(rawValue: String($0)) }
    let clock = cells[2].split(separator: "-").map(Self.minutes)
    guard clock.count == 2, let from = clock[0], let to = clock[1], from <= to, !sites.contains(nil) else {
      throw .template(line: String(line), problem: "sites or times that nobody knows")
    }
    let isMedicare: Bool? = cells.count > 3 ? cells[3] == "medicare" : nil
    return VisitTemplate(
      name: name, place: place, sites: sites.compactMap(\.self), arrival: from...to, isMedicare: isMedicare)
  }

  private func step(_ line: Substring, sites: [VisitTemplate.SiteKind]) throws(GenerationError) -> Step {
    let parts = line.split(separator: ":")
    // Without minutes what it earns stands right behind its words.
    let head = parts[0].split(separator: "=", maxSplits: 1).count == 2 && parts[0].contains(" = ")
    let sides = head ? parts[0].split(separator: " = ", maxSplits: 1) : [parts[0]]
    var words = sides[0].split(separator: " ")
    let isOptional = words.first == "maybe"
    if isOptional { words.removeFirst() }
    guard words.count >= 2, let manner = Step.Manner(rawValue: String(words[0])) else {
      throw .template(line: String(line), problem: "no manner and drug")
    }
    let drugs = words[1].split(separator: "/").map { shelf[String($0)] }
    guard !drugs.contains(where: { $0 == nil }) else {
      throw .template(line: String(line), problem: "a drug that is not on the shelf")
    }
    var step = Step(isOptional: isOptional, manner: manner, drugs: drugs.compactMap(\.self))
    for word in words.dropFirst(2) { try read(word, into: &step, sites: sites, line) }
    if sides.count == 2 { step.outcomes.append(try outcome(nil, sides[1], line)) }
    for part in parts.dropFirst() {
      let sides = part.split(separator: "=", maxSplits: 1)
      guard sides.count == 2 else { throw .template(line: String(line), problem: "not: minutes = codes") }
      step.outcomes.append(try outcome(sides[0], sides[1], line))
    }
    if step.outcomes.isEmpty { step.outcomes.append(Step.Outcome(length: .none, supports: [])) }
    return step
  }

  private func outcome(
    _ length: Substring?, _ codes: Substring, _ line: Substring
  ) throws(GenerationError) -> Step.Outcome {
    let words = codes.split(separator: " ").filter { $0 != "none" }
    let supports = words.compactMap { CodeUnits($0) }
    guard supports.count == words.count else {
      throw .template(line: String(line), problem: "a code that is none")
    }
    guard let length = length.map(trimmed) else { return Step.Outcome(length: .none, supports: supports) }
    if length == "same" { return Step.Outcome(length: .same, supports: supports) }
    return Step.Outcome(length: .minutes(try Self.range(length[...], line)), supports: supports)
  }

  private func read(
    _ word: Substring, into step: inout Step, sites: [VisitTemplate.SiteKind], _ line: Substring
  ) throws(GenerationError) {
    let sides = word.split(separator: "=", maxSplits: 1)
    let value = sides.count == 2 ? sides[1] : ""
    switch sides[0] {
    case "gap": step.timing = .after(try Self.range(value, line))
    case "beside": step.timing = .beside(try Self.range(value, line))
    case "every": step.timing = .every(try Self.range(value, line))
    case "min": step.pushMinutes = Int(value)
    case "paused": step.isPaused = true
    case "rate": step.changesRate = true
    case "nostop": step.hasNoStop = true
    case "primary": step.isPrimaryReason = true
    case "lumen": step.lumen = String(value)
    case "purpose": step.purpose = String(value)
    case "because": step.secondSiteReason = String(value.map { $0 == "-" ? " " : $0 })
    case "at":
      guard let site = sites.firstIndex(where: { $0.rawValue == value }) else {
        throw .template(line: String(line), problem: "a site that the visit does not have")
      }
      step.site = site
    default: throw .template(line: String(line), problem: "a word that nobody knows, \(word),")
    }
  }

  /// `16-90`, or `60` for 60 to 60.
  private static func range(_ text: Substring, _ line: Substring) throws(GenerationError) -> ClosedRange<Int> {
    let ends = text.split(separator: "-").compactMap { Int($0) }
    guard let first = ends.first, let last = ends.last, ends.count <= 2, first <= last else {
      throw .template(line: String(line), problem: "minutes that are none")
    }
    return first...last
  }

  /// `08:30` in minutes after midnight.
  private static func minutes(_ clock: Substring) -> Int? {
    let parts = clock.split(separator: ":").compactMap { Int($0) }
    return parts.count == 2 ? parts[0] * 60 + parts[1] : nil
  }
}
