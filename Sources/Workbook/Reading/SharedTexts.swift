/// The table of texts that the sheets of a workbook refer to by number.
///
/// Layout: pages of 4,096 texts, each page its texts one behind the other and where each ends; it grows page by page and
/// never moves what it holds. It is the only part of a workbook that is in memory whole, so it is bounded by
/// `WorkbookLimits.sharedTextBytes` and `sharedTexts`: about 320 MiB at the most.
final class SharedTexts: XMLHandler {
  private struct Page {
    var bytes: [UInt8] = []
    var ends: [UInt32] = []
  }

  private static let pageSize = 4_096
  private let byteLimit: Int
  private let countLimit: Int

  private(set) var count = 0
  private var pages: [Page] = []
  private var last = Page()
  private var byteCount = 0
  private var isInItem = false
  private var text = RichText()

  init(byteLimit: Int = WorkbookLimits.sharedTextBytes, countLimit: Int = WorkbookLimits.sharedTexts) {
    self.byteLimit = byteLimit
    self.countLimit = countLimit
  }

  /// Text number `index`, from 0; nil where there is none.
  func bytes(_ index: Int) -> ArraySlice<UInt8>? {
    guard index >= 0, index < count else { return nil }
    let number = index / Self.pageSize
    let page = number < pages.count ? pages[number] : last
    let place = index % Self.pageSize
    return page.bytes[(place == 0 ? 0 : Int(page.ends[place - 1]))..<Int(page.ends[place])]
  }

  func start(_ element: XMLName, _ attributes: XMLAttributes) throws(WorkbookProblem) {
    if isInItem {
      text.start(element)
    } else if element == .si {
      isInItem = true
      text.reset()
    }
  }

  func text(_ bytes: Span<UInt8>) throws(WorkbookProblem) {
    guard isInItem else { return }
    if !text.take(bytes, limit: WorkbookLimits.sharedTextLength) {
      throw .textTooLong(place: "text number \(count)", limit: WorkbookLimits.sharedTextLength)
    }
  }

  func end(_ element: XMLName) throws(WorkbookProblem) {
    guard isInItem else { return }
    if text.isInside { return text.end() }
    isInItem = false
    try append(EscapedText.decoded(text.bytes))
  }

  private func append(_ text: [UInt8]) throws(WorkbookProblem) {
    byteCount += text.count
    guard byteCount <= byteLimit, count < countLimit else { throw .tooManyTexts }
    last.bytes += text
    last.ends.append(UInt32(last.bytes.count))
    count += 1
    guard last.ends.count == Self.pageSize else { return }
    // A copy of a slice has no room to spare.
    pages.append(Page(bytes: Array(last.bytes[...]), ends: Array(last.ends[...])))
    last.bytes.removeAll(keepingCapacity: true)
    last.ends.removeAll(keepingCapacity: true)
  }
}
