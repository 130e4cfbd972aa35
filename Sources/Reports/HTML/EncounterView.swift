import Coding
import Infusion
import Pipeline
import Reconciliation

/// One encounter of the report: what its template is filled with.
struct EncounterView {
  let entry: Costliest.Entry
  let sources: SourceNames
  let chargeSources: SourceNames

  /// More than a person reads; the findings file has all.
  private static let mostFindings = 100
  private static let mostRows = 200

  private var coded: CodedEncounter { entry.coded }

  /// - Parameter number: its place on the page, from 1.
  func view(_ number: Int) -> [String: Any] {
    let drawing = TimelineDrawing(encounter: coded.encounter, derivation: coded.derivation)
    let findings = coded.result?.findings ?? []
    let rows = self.rows
    var view: [String: Any] = [
      "id": "encounter-\(number)", "encounter": coded.encounter.id, "summary": summary(drawing, findings, rows),
      "about": about, "hasDrawing": !drawing.isEmpty, "findings": findings.prefix(Self.mostFindings).map(self.view),
      "hasRows": !rows.isEmpty, "rows": Array(rows.prefix(Self.mostRows)),
    ]
    if !drawing.isEmpty { view.merge(drawing.view) { first, _ in first } }
    return view
  }

  private func summary(_ drawing: TimelineDrawing, _ findings: [Finding], _ rows: [[String: Any]]) -> String {
    let result = coded.result
    let days = Set([result?.firstServiceDate, result?.lastServiceDate].compactMap { $0?.description }).sorted()
    var parts = [coded.encounter.setting.rawValue, days.joined(separator: " to "), result?.status.rawValue ?? ""]
    if entry.under > .zero { parts.append("\(entry.under.groupedMoney) supported and not billed") }
    if entry.over > .zero { parts.append("\(entry.over.groupedMoney) billed and not supported") }
    var text = parts.filter { !$0.isEmpty }.joined(separator: ", ") + "."
    if drawing.rowsLeftOut > 0 { text += " \(counted(drawing.rowsLeftOut, "further row")) not drawn." }
    if findings.count > Self.mostFindings {
      text += " \(counted(findings.count - Self.mostFindings, "further finding")) in the findings file."
    }
    if rows.count > Self.mostRows { text += " The table of the record ends after \(Self.mostRows) rows." }
    return text
  }

  /// What the drawing shows, for those who do not see it; the tables beneath hold the rest.
  private var about: String {
    let lanes = TimelineLanes(encounter: coded.encounter, derivation: coded.derivation).lanes
    let told = lanes.map { lane in "\(lane.title): " + lane.rows.prefix(20).map(spoken).joined(separator: "; ") }
    return told.joined(separator: ". ") + "."
  }

  private func spoken(_ row: MARRow) -> String {
    let bar = TimelineBar(row: row)
    return [row.drugName, bar.clock, bar.length].filter { !$0.isEmpty }.joined(separator: " ")
  }

  private func view(of finding: Finding) -> [String: Any] {
    let rules = finding.rules.map(\.description).joined(separator: " ")
    let record = sources.places(of: finding.recordRows)
    let bill = chargeSources.places(of: finding.chargeRows).filter { !record.contains($0) }
    let basis = [rules, (record + bill).joined(separator: "; ")].filter { !$0.isEmpty }.joined(separator: ". ")
    let hasAmount = finding.suggestedAmount != nil || finding.billedAmount != nil
    let difference = (finding.suggestedAmount ?? .zero) - (finding.billedAmount ?? .zero)
    return [
      "code": finding.code?.description ?? "no code", "codeText": finding.description,
      "date": finding.serviceDate?.description ?? "", "status": finding.status.rawValue,
      "statusClass": finding.status.styleClass,
      "suggested": Self.units(finding.suggestedUnits, finding.suggestedModifiers),
      "billed": Self.units(finding.billedUnits, finding.billedModifiers),
      "difference": hasAmount ? difference.signedMoney : "", "reason": finding.reason,
      "basis": basis.isEmpty ? "" : "(\(basis))",
    ]
  }

  private static func units(_ units: Int?, _ modifiers: [Modifier]) -> String {
    guard let units else { return "none" }
    return ([String(units)] + modifiers.map(\.description)).joined(separator: " ")
  }

  private var rows: [[String: Any]] {
    let codes = TimelineCodes.byRow(coded.derivation)
    let lanes = TimelineLanes(encounter: coded.encounter, derivation: coded.derivation).lanes
    let drawn = lanes.flatMap { lane in
      lane.rows.map { row in
        view(of: row, place: lane.showsRoute ? row.route.rawValue : lane.title, supports: codes[row.source] ?? "")
      }
    }
    let byRow = Dictionary(coded.encounter.rows.map { ($0.source, $0) }) { first, _ in first }
    let dropped = coded.derivation.excluded.compactMap { dropped in
      byRow[dropped.row].map { view(of: $0, place: "no code", supports: dropped.words) }
    }
    return drawn + dropped
  }

  private func view(of row: MARRow, place: String, supports: String) -> [String: Any] {
    let bar = TimelineBar(row: row)
    return [
      "rowPlace": place, "rowDrug": row.drugName, "rowClass": row.drugClass.familyName, "rowTime": bar.clock,
      "rowLength": bar.length, "rowSupports": supports,
      "rowSource": sources.places(of: [row.source] + row.furtherSources).joined(separator: "; "),
    ]
  }
}

extension Finding.Status {
  /// The class of the page's style that colours it.
  fileprivate var styleClass: String {
    switch self {
    case .match, .notReportable: "s-match"
    case .missing, .unitsLow: "s-under"
    case .unsupported, .unitsHigh: "s-over"
    case .modifier, .date, .check: "s-mixed"
    case .review: "s-review"
    }
  }
}

extension ExactDecimal {
  /// `+12.50`, `-1,300.00`, `0.00`.
  var signedMoney: String {
    mantissa < 0 ? "-\((.zero - self).groupedMoney)" : (mantissa > 0 ? "+" : "") + groupedMoney
  }
}
