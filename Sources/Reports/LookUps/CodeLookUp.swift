import CodeTables
import Coding
import Infusion

/// What the tables say of one code, for a terminal.
package struct CodeLookUp {
  private let tables: CodeTables
  private let date: CivilDate
  private let width: Int
  private let paint: Paint

  /// - Parameter date: the date of service to answer for; nil for the last day that the tables reach.
  package init(tables: CodeTables, on date: CivilDate? = nil, width: Int = 80, isColored: Bool = false) {
    self.tables = tables
    self.date = date ?? tables.lastDay
    self.width = width
    paint = Paint(isColored: isColored)
  }

  /// Our words for it, who reports it and since when, what it stands beside, limits, amounts, and the sources of all.
  ///
  /// - Parameter name: a code, letters in any case.
  /// - Throws: `UnknownName` when it is in no table.
  package func code(_ name: String) throws(UnknownName) -> String {
    let code = ProcedureCode(name)
    let year = tables.tables(for: date)
    let entry = year.codingYear.codeBook.entries[code]
    let product = tables.formulary.products[code.description]
    let deleted = year.deletedCodes[code]
    let limits = limits(code)
    let fees = fees(code)
    guard entry != nil || product != nil || deleted != nil || !limits.isEmpty || !fees.isEmpty else {
      throw UnknownName(
        kind: "code", name: name, nearest: Spelling.nearest(3, to: [code.description], among: knownCodes(year)))
    }
    var sheet = FactSheet(heading: heading(code, entry, product, deleted), width: width, paint: paint)
    if let entry { add(entry, year, to: &sheet) }
    if let product { sheet.facts("drug code", [DrugLookUp.unit(of: product)]) }
    if let deleted { add(deleted, to: &sheet) }
    sheet.facts("unit limit", limits.map { Self.words($0.limit, $0.setting) })
    sheet.facts("amount", fees.map { Self.words($0.fee, $0.setting) })
    sheet.fact("tables", "of \(year.codingYear.year), for services of \(date)\(age(of: limits))")
    let sources = [year.listings[code]?.source, product?.source, deleted?.source].compactMap(\.self)
    sheet.facts("sources", unique(sources + limits.map(\.limit.source) + fees.map(\.fee.source)))
    return sheet.text
  }

  // MARK: The code itself

  private func heading(
    _ code: ProcedureCode, _ entry: CodeBook.Entry?, _ product: DrugProduct?, _ deleted: DeletedCode?
  ) -> String {
    if let entry { return "\(code), \(entry.description)" }
    if let product { return "\(code), \(product.ingredients.joined(separator: " + "))" }
    return deleted == nil ? "\(code), a code outside this family" : "\(code), a deleted code"
  }

  private func add(_ entry: CodeBook.Entry, _ year: YearTables, to sheet: inout FactSheet) {
    let book = year.codingYear.codeBook
    sheet.fact("kind", Self.words(entry.kind))
    sheet.fact("family", entry.family.rawValue)
    if let listing = year.listings[entry.code] {
      sheet.fact("reported by", Self.reporters(listing, isBarred: entry.isBarredInFacility))
      sheet.fact("in force", Self.days(from: listing.effectiveFrom, to: listing.effectiveTo))
    }
    sheet.fact("parents", Self.list(book.parents[entry.code] ?? []))
    sheet.fact("CMS parents", medicareParents(entry.code, book))
    sheet.fact("children", Self.list(Set(book.parents.filter { $0.value.contains(entry.code) }.keys)))
  }

  /// Medicare's list of parents where it is another than ours.
  private func medicareParents(_ code: ProcedureCode, _ book: CodeBook) -> String {
    let edits = tables.edits(for: date).addOnEdits.edits(of: code, on: date)
    if edits.contains(where: { $0.parent == nil }) { return "the contractor names the parents" }
    let parents = Set(edits.compactMap(\.parent))
    return parents == book.parents[code] ?? [] ? "" : Self.list(parents)
  }

  private func add(_ deleted: DeletedCode, to sheet: inout FactSheet) {
    sheet.fact("deleted", "from \(deleted.deletedFrom)")
    sheet.fact("now", deleted.replacedBy.split(separator: ";").joined(separator: ", "))
  }

  // MARK: Limits and amounts

  private func limits(_ code: ProcedureCode) -> [(setting: Setting, limit: UnitLimit)] {
    Setting.allCases.compactMap { setting in
      tables.edits(for: date).unitLimits.limit(of: code, setting, on: date).map { (setting, $0) }
    }
  }

  private func fees(_ code: ProcedureCode) -> [(setting: Setting, fee: Fee)] {
    Setting.allCases.compactMap { setting in
      tables.fees.fee(of: code, setting, on: date).map { (setting, $0) }
    }
  }

  private func age(of limits: [(setting: Setting, limit: UnitLimit)]) -> String {
    let edits = tables.edits(for: date).unitLimits
    let isOld = limits.contains { !edits.covers(date, $0.setting) }
    return isOld ? "; the unit limits are those of an older quarter" : ""
  }

  private func knownCodes(_ year: YearTables) -> Set<String> {
    let codes = Array(year.listings.keys) + Array(year.deletedCodes.keys)
    return Set(codes.map(\.description)).union(tables.formulary.products.keys)
  }
}
