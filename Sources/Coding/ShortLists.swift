import Infusion

/// The elements without repeats, in the order in which each first comes.
func uniqued<Element: Equatable>(_ elements: some Sequence<Element>) -> [Element] {
  // Lists of an encounter are short: looking through them costs less than hashing.
  var unique: [Element] = []
  for element in elements where !unique.contains(element) { unique.append(element) }
  return unique
}

extension [SourceRow] {
  /// Whether it has a row; it must be sorted.
  func sortedContains(_ row: SourceRow) -> Bool {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if self[middle] < row { low = middle + 1 } else { high = middle }
    }
    return low < count && self[low] == row
  }
}

/// The elements in order, each once.
func sortedUnique<Element: Comparable>(_ elements: [Element]) -> [Element] {
  // Most lists are so already.
  guard elements.indices.dropFirst().contains(where: { elements[$0] <= elements[$0 - 1] }) else { return elements }
  var sorted = elements
  sorted.sort()
  guard sorted.indices.dropFirst().contains(where: { sorted[$0] == sorted[$0 - 1] }) else { return sorted }
  var unique: [Element] = []
  unique.reserveCapacity(sorted.count)
  for element in sorted where unique.last != element { unique.append(element) }
  return unique
}
