/// Values by key, for the few keys of an encounter: looking through them costs less than hashing.
struct ShortMap<Key: Equatable, Value> {
  private var keys: [Key] = []
  private var values: [Value] = []

  init() {}

  /// The value of a key; nil when it has none.
  subscript(key: Key) -> Value? { keys.firstIndex(of: key).map { values[$0] } }

  /// The value of a key, which is put there if it has none.
  subscript(key: Key, default value: @autoclosure () -> Value) -> Value {
    get { self[key] ?? value() }
    _modify {
      let place = keys.firstIndex(of: key) ?? keys.count
      if place == keys.count {
        keys.append(key)
        values.append(value())
      }
      yield &values[place]
    }
  }

  /// Puts a value in place of the one of its key, if it has one.
  mutating func set(_ key: Key, to value: Value) {
    if let place = keys.firstIndex(of: key) {
      values[place] = value
    } else {
      keys.append(key)
      values.append(value)
    }
  }
}
