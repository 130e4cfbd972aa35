/// Who is told what an XML part holds, in document order.
protocol XMLHandler: AnyObject {
  func start(_ element: XMLName, _ attributes: XMLAttributes) throws(WorkbookProblem)
  func end(_ element: XMLName) throws(WorkbookProblem)
  /// Text between tags, entities resolved; a text may come in pieces.
  func text(_ bytes: Span<UInt8>) throws(WorkbookProblem)
}

extension XMLHandler {
  func end(_ element: XMLName) throws(WorkbookProblem) {}
  func text(_ bytes: Span<UInt8>) throws(WorkbookProblem) {}
}

/// The attributes of one element: names that are looked at, and their values one behind the other.
struct XMLAttributes {
  private var names: [XMLName] = []
  private var ends: [Int] = []
  private var bytes: [UInt8] = []

  mutating func removeAll() {
    names.removeAll(keepingCapacity: true)
    ends.removeAll(keepingCapacity: true)
    bytes.removeAll(keepingCapacity: true)
  }

  mutating func append(_ name: XMLName, _ value: Span<UInt8>) {
    names.append(name)
    for index in value.indices { bytes.append(value[index]) }
    ends.append(bytes.count)
  }

  /// The value of an attribute; nil where it is absent.
  func value(_ name: XMLName) -> ArraySlice<UInt8>? {
    guard let index = names.firstIndex(of: name) else { return nil }
    return bytes[(index == 0 ? 0 : ends[index - 1])..<ends[index]]
  }

  func text(_ name: XMLName) -> String? {
    value(name).map { String(decoding: $0, as: UTF8.self) }
  }

  /// The value as a whole number; nil where it is absent or none.
  func number(_ name: XMLName) -> Int? {
    value(name).flatMap { Int(String(decoding: $0, as: UTF8.self)) }
  }

  /// `1` or `true`.
  func isTrue(_ name: XMLName) -> Bool {
    text(name).map { $0 == "1" || $0 == "true" } ?? false
  }
}
