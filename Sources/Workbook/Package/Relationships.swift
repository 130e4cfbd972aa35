/// What a part refers to, from the `.rels` part beside it.
final class Relationships: XMLHandler {
  struct Relationship {
    let id: String
    /// The last step of the type's address, which is the same in both forms of the standard: `worksheet`.
    let kind: String
    /// A part of the archive; nil when the target is none of this archive.
    let part: String?
  }

  private(set) var all: [Relationship] = []
  private let source: String

  /// - Parameter source: the part that refers; empty for the archive itself.
  init(of source: String) { self.source = source }

  subscript(id: String) -> Relationship? { all.first { $0.id == id } }

  func first(_ kind: String) -> Relationship? { all.first { $0.kind == kind } }

  func start(_ element: XMLName, _ attributes: XMLAttributes) throws(WorkbookProblem) {
    guard element == .relationship, let type = attributes.text(.type), let target = attributes.text(.target) else {
      return
    }
    let isExternal = attributes.text(.targetMode) == "External"
    all.append(
      Relationship(
        id: attributes.text(.relationshipID) ?? "", kind: type.split(separator: "/").last.map(String.init) ?? "",
        part: isExternal ? nil : PartName.resolved(target, from: source)))
  }
}

extension ZipArchive {
  /// Reads a whole part.
  func read(_ part: String, limit: Int, into handler: any XMLHandler) throws(WorkbookProblem) {
    try start(part, limit: limit)
    let driver = XMLDriver(part: part, handler: handler)
    while true {
      let piece = try next()
      try driver.parse(piece)
      if piece.isEmpty { return }
    }
  }

  /// What a part refers to; nothing where it refers to nothing.
  func relationships(of part: String) throws(WorkbookProblem) -> Relationships {
    let relationships = Relationships(of: part)
    let name = PartName.relationships(of: part)
    if holds(name) { try read(name, limit: WorkbookLimits.smallPartBytes, into: relationships) }
    return relationships
  }
}
