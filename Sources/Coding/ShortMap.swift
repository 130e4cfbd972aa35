/// Values by key, for the few keys of an encounter: looking through few costs less than hashing, and many are hashed.
///
/// Shape: the same answers on both sides of `mostLookedThrough`.
struct ShortMap<Key: Hashable, Value> {
  /// With so many keys both ways cost about the same.
  static var mostLookedThrough: Int { 32 }

  /// In the order in which keys came.
  private var entries: [(key: Key, value: Value)] = []
  /// Where each key stands; nil while keys are few.
  private var places: [Key: Int]?

  init() {}

  /// The value of a key; nil when it has none.
  subscript(key: Key) -> Value? { place(of: key).map { entries[$0].value } }

  /// The value of a key, which is put there if it has none.
  subscript(key: Key, default value: @autoclosure () -> Value) -> Value {
    get { self[key] ?? value() }
    _modify {
      let place = place(of: key) ?? entries.count
      if place == entries.count { append(key, value()) }
      yield &entries[place].value
    }
  }

  /// Puts a value in place of the one of its key, if it has one.
  mutating func set(_ key: Key, to value: Value) {
    if let place = place(of: key) { entries[place].value = value } else { append(key, value) }
  }

  private func place(of key: Key) -> Int? {
    if let places { places[key] } else { entries.firstIndex { $0.key == key } }
  }

  private mutating func append(_ key: Key, _ value: Value) {
    entries.append((key, value))
    if places != nil {
      places?[key] = entries.count - 1
    } else if entries.count > Self.mostLookedThrough {
      places = Dictionary(uniqueKeysWithValues: entries.enumerated().map { ($1.key, $0) })
    }
  }
}
