import Infusion

/// What the words of exports mean: headers, routes, techniques, actions, purposes, classes, settings.
///
/// Shape: every look-up takes a folded spelling (`fold`); nil when no table has it.
package struct Words: Sendable {
  /// The two kinds of file that have headers of their own.
  package enum FileKind: String, CaseIterable, Sendable {
    case mar
    case charge
  }

  private let headers: [FileKind: [String: HeaderWord]]
  private let routes: [String: RouteWord]
  private let techniques: [String: Technique]
  private let actions: [String: ActionWord]
  private let purposes: [String: RowFacts]
  private let drugClasses: [String: ClassWord]
  private let settings: [String: Setting]

  init(in folder: TableFolder) throws(TableError) {
    let reader = WordReader(folder: folder)
    headers = [
      .mar: try reader.words("mar_headers", ["field", "priority"], spelling: "synonym", HeaderWord.init),
      .charge: try reader.words("charge_headers", ["field", "priority"], spelling: "synonym", HeaderWord.init),
    ]
    routes = try reader.words("routes", ["route", "technique"], RouteWord.init)
    techniques = try reader.words("techniques", ["technique"]) { (row) throws(TableError) in
      try row.choice("technique")
    }
    actions = try reader.words("actions", ["meaning"]) { (row) throws(TableError) in try row.choice("meaning") }
    purposes = try reader.words("purposes", ["purpose"]) { (row) throws(TableError) in
      let word: PurposeWord = try row.choice("purpose")
      return word.facts
    }
    drugClasses = try reader.words("drug_classes", ["class"]) { (row) throws(TableError) in
      try ClassWord(row, "class")
    }
    settings = try reader.words("settings", ["setting"]) { (row) throws(TableError) in try row.choice("setting") }
  }

  /// A spelling without what does not matter: letters in lower case and digits are kept, and letters beyond ASCII.
  package static func fold(_ text: some StringProtocol) -> String {
    let kept = text.utf8.compactMap { (byte) -> UInt8? in
      if isLetter(byte) { return byte | 0x20 }
      return isDigit(byte) || byte >= 0x80 ? byte : nil
    }
    let folded = String(decoding: kept, as: UTF8.self)
    guard kept.contains(where: { $0 >= 0x80 }) else { return folded }
    return folded.replacing("\u{FEFF}", with: "").replacing("\u{A0}", with: "")
  }

  /// The folded headers of each field, the preferred one first.
  package func synonyms(in kind: FileKind) -> [String: [String]] {
    Dictionary(grouping: headers[kind] ?? [:], by: \.value.field).mapValues { words in
      words.sorted { ($0.value.priority, $0.key) < ($1.value.priority, $1.key) }.map(\.key)
    }
  }

  /// The way in, and how, where the word says both (`IVPB`).
  package func route(_ folded: String) -> (route: Route, technique: Technique?)? {
    routes[folded].map { ($0.route, $0.technique) }
  }

  package func technique(_ folded: String) -> Technique? { techniques[folded] }
  package func actionMeaning(_ folded: String) -> ActionWord? { actions[folded] }

  /// What a stated purpose says of the row; empty for one that changes nothing, such as hydration.
  package func purpose(_ folded: String) -> RowFacts? { purposes[folded] }

  package func drugClass(_ folded: String) -> ClassWord? { drugClasses[folded] }
  package func setting(_ folded: String) -> Setting? { settings[folded] }
}

private struct HeaderWord: Equatable {
  let field: String
  let priority: Int

  init(_ row: TableRow) throws(TableError) {
    field = try row.text("field")
    priority = try row.whole("priority")
  }
}

private struct RouteWord: Equatable {
  let route: Route
  let technique: Technique?

  init(_ row: TableRow) throws(TableError) {
    route = try row.choice("route")
    technique = try row.optionalChoice("technique")
  }
}
