/// The distinct elements of sorted lists, sorted.
///
/// The common single list is passed through as it is.
func merged<Element: Hashable & Comparable>(_ lists: [[Element]]) -> [Element] {
  lists.count == 1 ? lists[0] : Set(lists.joined()).sorted()
}
