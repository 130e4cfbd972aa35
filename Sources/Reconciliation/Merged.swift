/// The distinct elements of sorted lists, sorted.
///
/// The common single list is passed through as it is.
func merged<Element: Hashable & Comparable>(_ lists: [[Element]]) -> [Element] {
  lists.count == 1 ? lists[0] : distinctSorted(lists.flatMap(\.self))
}

/// Each of the elements once, sorted; made for few, which are found faster by looking at them than by hashing.
func distinctSorted<Element: Hashable & Comparable>(_ elements: [Element]) -> [Element] {
  guard elements.count > 1 else { return elements }
  guard elements.count <= 16 else { return Set(elements).sorted() }
  var distinct: [Element] = []
  for element in elements where !distinct.contains(element) { distinct.append(element) }
  distinct.sort()
  return distinct
}
