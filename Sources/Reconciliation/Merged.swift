/// The distinct elements of sorted lists, sorted.
///
/// The common single list is passed through as it is.
func merged<Element: Hashable & Comparable>(_ lists: [[Element]]) -> [Element] {
  merged(of: lists, \.self)
}

/// Each of the elements once, sorted; made for few, which are found faster by looking at them than by hashing.
func distinctSorted<Element: Hashable & Comparable>(_ elements: [Element]) -> [Element] {
  // Most lists are so already.
  guard elements.indices.dropFirst().contains(where: { elements[$0] <= elements[$0 - 1] }) else { return elements }
  guard elements.count <= 16 else { return Set(elements).sorted() }
  var distinct: [Element] = []
  distinct.reserveCapacity(elements.count)
  for element in elements where !distinct.contains(element) { distinct.append(element) }
  distinct.sort()
  return distinct
}

/// The distinct elements of sorted lists that parts hold, sorted; of one part its list as it is.
func merged<Part, Element: Hashable & Comparable>(of parts: [Part], _ list: (Part) -> [Element]) -> [Element] {
  switch parts.count {
  case 0: []
  case 1: list(parts[0])
  default: distinctSorted(parts.flatMap(list))
  }
}
