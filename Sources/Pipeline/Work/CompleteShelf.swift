/// A shelf to which nothing will be added any more, with what its encounters have to know of others.
struct CompleteShelf: Sendable {
  let shelf: RecordShelves.Shelf
  /// The encounters of the run; nil when it is of all.
  var members: Set<Int>?
  /// Encounters that share days with another one of their patient, one of them on this shelf.
  var sharingDays: Set<Int> = []
  /// The shelves on which those stand.
  var shelvesOfSharing: [RecordShelves.Shelf] = []
}
