import Workbook

/// What reviewers decided in a workbook of `reconcile`.
package struct Review {
  /// How often a rule, or all together, was agreed with.
  struct Tally {
    var counts: [ReviewDecision: Int] = [:]

    subscript(decision: ReviewDecision) -> Int { counts[decision] ?? 0 }
    var reviewed: Int { counts.values.reduce(0, +) }
    var agreed: Int { self[.agree] + self[.accept] }
    /// Of those that say yes or no, in whole per cent, rounded down; nil when there are none.
    var agreement: Int? {
      let decided = agreed + self[.disagree]
      return decided > 0 ? agreed * 100 / decided : nil
    }
  }

  package let path: String
  private(set) var findings = 0
  private(set) var all = Tally()
  private(set) var byRule: [String: Tally] = [:]
  /// Findings that need not come back, in the order of the workbook; no matches, which nothing suppresses.
  private(set) var toSuppress: [ReviewedFinding] = []
  /// Keys of other findings about the same subject, which nobody decided to suppress.
  private var kept: [ReviewedFinding.Subject: Set<String>] = [:]

  /// Reads the findings of a workbook.
  ///
  /// - Throws: `ReviewError`, `WorkbookError`.
  package init(of workbook: WorkbookFile) throws {
    path = workbook.path
    let sheets = workbook.sheets.filter { Self.holdsFindings($0.name) }
    guard !sheets.isEmpty else {
      throw ReviewError.noFindings(path: workbook.path, present: workbook.sheets.map(\.name))
    }
    for sheet in sheets {
      let rows = try ReviewSheet(sheet, of: workbook)
      while let finding = try rows.next() { count(finding) }
    }
    let subjects = Set(toSuppress.map(\.subject))
    guard !subjects.isEmpty else { return }
    for sheet in sheets {
      let rows = try ReviewSheet(sheet, of: workbook)
      while let finding = try rows.next() {
        if subjects.contains(finding.subject) { keep(finding) }
      }
    }
  }

  /// A key that suppresses this finding and no other that was not decided so; nil when there is none.
  func key(of finding: ReviewedFinding) -> String? {
    let others = kept[finding.subject] ?? []
    if finding.keys.isEmpty { return others.isEmpty ? "*" : nil }
    return finding.keys.first { !others.contains($0) }
  }

  private mutating func count(_ finding: ReviewedFinding) {
    findings += 1
    guard let decision = finding.decision else { return }
    all.counts[decision, default: 0] += 1
    for rule in Set(finding.rules) { byRule[rule, default: Tally()].counts[decision, default: 0] += 1 }
    if decision.suppresses, !finding.isMatch { toSuppress.append(finding) }
  }

  private mutating func keep(_ finding: ReviewedFinding) {
    guard !finding.isMatch, finding.decision?.suppresses != true else { return }
    kept[finding.subject, default: []].formUnion(finding.keys.isEmpty ? ["*"] : finding.keys)
  }

  /// `Findings`, `Findings 2`, ….
  private static func holdsFindings(_ sheet: String) -> Bool {
    sheet == "Findings" || sheet.hasPrefix("Findings ") && Int(sheet.dropFirst(9)) != nil
  }
}
