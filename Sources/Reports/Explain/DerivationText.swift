import Coding
import Infusion

/// How the codes of one encounter came about, as a coder would argue it.
package struct DerivationText {
  private let derivation: Derivation
  private let sources: SourceNames
  private let encounter: Encounter?
  private let tables: (CivilDate) -> CodingYear
  private let width: Int
  private let paint: Paint

  /// - Parameters:
  ///   - encounter: the encounter coded, so that every entry behind a row is named.
  ///   - tables: the tables in force on a date of service; they describe the codes.
  package init(
    derivation: Derivation, of encounter: Encounter? = nil, sources: SourceNames,
    tables: @escaping (CivilDate) -> CodingYear, width: Int = 80, isColored: Bool = false
  ) {
    self.derivation = derivation
    self.encounter = encounter
    self.sources = sources
    self.tables = tables
    self.width = width
    paint = Paint(isColored: isColored)
  }

  /// Each charge with its services, rules and rows; then notices; then steps, when the coder kept them.
  ///
  /// A rule's sentence stands where the rule is first named, later only its id.
  package var text: String {
    var page = Page(width: width)
    var told: Set<RuleID> = []
    page.line(paint.heading("The record supports \(counted(derivation.charges.count, "code line"))"))
    for charge in derivation.charges { argue(charge, &told, on: &page) }
    listNotices(on: &page)
    listSteps(on: &page)
    citeSources(of: told, on: &page)
    return page.text
  }

  private func argue(_ charge: ExpectedCharge, _ told: inout Set<RuleID>, on page: inout Page) {
    let code = ([charge.code.description] + charge.modifiers.map(\.description)).joined(separator: "-")
    let sites = charge.sites.isEmpty ? "" : ", " + charge.sites.joined(separator: ", ").printable
    page.part(paint.heading("\(code) x\(charge.units), \(charge.serviceDate)\(sites)"))
    if let entry = tables(charge.serviceDate).codeBook.entries[charge.code] {
      page.paragraph(capitalized(entry.description), first: "  ")
    }
    for place in charge.services {
      let service = derivation.services[place]
      page.paragraph(
        "\(service.story.printable) = \(counted(service.units, "unit"))", first: "  - ")
      if !service.arithmetic.isEmpty { page.paragraph(service.arithmetic, first: "    ", rest: "      ") }
    }
    explain(charge.rules, &told, on: &page)
    page.paragraph("Record: " + places(of: charge.rows), first: "  ", rest: "    ")
    for place in charge.notices {
      let kind = derivation.notices[place].kind
      page.paragraph("See notice \(place + 1): \(kind.rawValue), \(kind.weight)", first: "  ")
    }
  }

  private func explain(_ rules: [RuleID], _ told: inout Set<RuleID>, on page: inout Page) {
    let new = rules.filter { !told.contains($0) }
    for id in new {
      guard let rule = RuleBook.rule(id) else { continue }
      let tags = rule.evidence.isEmpty ? "" : " [\(rule.evidence.joined(separator: ","))]"
      page.paragraph(rule.sentence + tags, first: "  " + id.description.fitted(to: 8))
    }
    let known = rules.filter(told.contains)
    if !known.isEmpty {
      page.paragraph("As above: " + known.map(\.description).joined(separator: " "), first: "  ", rest: "    ")
    }
    told.formUnion(new)
  }

  /// What the tags in brackets mean: the kinds of evidence, then each document that is named.
  private func citeSources(of rules: Set<RuleID>, on page: inout Page) {
    guard !rules.isEmpty else { return }
    page.line()
    page.paragraph(Evidence.legend)
    let tags = Set(rules.flatMap { RuleBook.rule($0)?.evidence ?? [] })
    let cited = Citations.all.filter { tags.contains($0.tag) }
    guard !cited.isEmpty else { return }
    page.part(paint.heading("Sources"))
    for source in cited { page.paragraph(source.document, first: "  " + source.tag.fitted(to: 5)) }
  }

  private func listNotices(on page: inout Page) {
    guard !derivation.notices.isEmpty else { return }
    page.part(paint.heading("Notices"))
    for (place, notice) in derivation.notices.enumerated() {
      let rules = notice.rules.map(\.description).joined(separator: " ")
      let record = notice.rows.isEmpty ? "" : ", \(places(of: notice.rows))"
      page.paragraph(
        "\(notice.sentence.printable). \(notice.kind.rawValue), \(notice.kind.weight) (\(rules))\(record)",
        first: "\(place + 1)".rightAligned(in: 3) + " ")
    }
  }

  private func listSteps(on page: inout Page) {
    guard !derivation.steps.isEmpty else { return }
    page.part(paint.heading("Steps"))
    for (place, step) in derivation.steps.enumerated() {
      let rules = step.rules.map(\.description).joined(separator: " ")
      let record = step.rows.isEmpty ? "" : ", \(places(of: step.rows))"
      page.paragraph(
        "\(step.sentence.printable) (\(rules))\(record)", first: "\(place + 1)".rightAligned(in: 3) + " ")
    }
  }

  private func places(of rows: [SourceRow]) -> String {
    sources.places(of: encounter?.allSources(of: rows) ?? rows).joined(separator: "; ").printable
  }
}

extension NoticeKind {
  /// How much it asks of its reader.
  fileprivate var weight: String { needsReview ? "a person must decide" : severity.rawValue }
}
