/// The sheets of a workbook as its main part lists them, and its date system.
final class SheetList: XMLHandler {
  struct Entry {
    let name: String
    let relationship: String
    let isVisible: Bool
  }

  private(set) var entries: [Entry] = []
  private(set) var dates = DateSystem.since1900
  /// Whether the part is that of a workbook, and not of a document or a presentation.
  private(set) var isWorkbook = false
  private var isRootSeen = false

  func start(_ element: XMLName, _ attributes: XMLAttributes) throws(WorkbookProblem) {
    if !isRootSeen { isWorkbook = element == .workbook }
    isRootSeen = true
    switch element {
    case .workbookPr where attributes.isTrue(.date1904): dates = .since1904
    case .sheet:
      guard entries.count < WorkbookLimits.sheets else { throw .tooMany(what: "sheets", limit: WorkbookLimits.sheets) }
      let state = attributes.text(.state) ?? "visible"
      entries.append(
        Entry(
          name: attributes.text(.name) ?? "", relationship: attributes.text(.id) ?? "",
          isVisible: state != "hidden" && state != "veryHidden"))
    default: break
    }
  }
}
