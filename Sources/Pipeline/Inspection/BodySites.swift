import CodeTables

/// Whether a column of sites names parts of the body and no access to a vein (input section 2).
enum BodySites {
  static func warnings(of inspection: Inspection) -> [String] {
    guard let column = inspection.columns.first(where: { $0.field == "site" }) else { return [] }
    if inspection.sites.isEmpty, !inspection.bodySites.isEmpty {
      return [
        "\"\(column.header)\" is filled in for injections only: it is taken for a part of the body and makes no access site."
      ]
    }
    let suspects = inspection.sites.filter { isPartOfBody($0.text) }
    guard let first = suspects.first else { return [] }
    let rows = suspects.reduce(0) { $0 + $1.rows }
    return [
      "\"\(column.header)\" looks like parts of the body for \(rows) IV row\(rows == 1 ? "" : "s") (\"\(first.text)\", …):"
        + " each counts as an access site; name the right column under mar: columns: site:, or leave it out of the export."
    ]
  }

  /// Whether the words name where an injection goes; arms and hands have veins.
  private static func isPartOfBody(_ text: String) -> Bool {
    let folded = Words.fold(text)
    return ["deltoid", "abdomen", "abdominal", "thigh", "glute", "buttock", "vastus", "hip"].contains {
      folded.contains($0)
    }
  }
}
