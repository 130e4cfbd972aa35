extension Array {
  /// The elements in an order, equal ones as they stand.
  ///
  /// Made for lists of an encounter, most of which hold few elements and have them in order: these are handed back as
  /// they are, where sorting would make two lists more.
  @inlinable package func inOrder(by comesBefore: (Element, Element) -> Bool) -> [Element] {
    for place in indices.dropFirst() where comesBefore(self[place], self[place - 1]) {
      return sorted(by: comesBefore)
    }
    return self
  }
}
