import Foundation
import Infusion

/// A value of a summary file, with its place for messages; asking for what is not there is an error only once it is read.
struct SummaryPlace {
  private let file: String
  private let key: String
  private let value: JSONValue?

  init(_ bytes: [UInt8], file: String) throws(SummaryError) {
    guard let value = try? JSONDecoder().decode(JSONValue.self, from: Data(bytes)) else {
      throw SummaryError(file: file, key: "")
    }
    (self.file, key, self.value) = (file, "", value)
  }

  private init(file: String, key: String, value: JSONValue?) {
    (self.file, self.key, self.value) = (file, key, value)
  }

  /// Says that the value is not what it has to be.
  var wrong: SummaryError { SummaryError(file: file, key: key.isEmpty ? "the document" : key) }

  subscript(name: String) -> SummaryPlace {
    var member: JSONValue?
    if case .object(let members) = value { member = members[name] }
    return SummaryPlace(file: file, key: key.isEmpty ? name : "\(key).\(name)", value: member)
  }

  /// A member that there may not be.
  func member(_ name: String) -> SummaryPlace? {
    let place = self[name]
    return place.value == nil ? nil : place
  }

  var text: String {
    get throws(SummaryError) {
      guard case .text(let text) = value else { throw wrong }
      return text
    }
  }

  /// What counts, bytes and milliseconds may be: so far from the end of `Int` that sums of a run's parts stay within.
  static let counts = 0...(1 << 53)

  /// One of `counts`.
  var number: Int {
    get throws(SummaryError) {
      let number = try signedNumber
      guard number >= 0 else { throw wrong }
      return number
    }
  }

  /// One of `counts`, or less than nothing by as much: units, where more is taken back than billed.
  var signedNumber: Int {
    get throws(SummaryError) {
      guard case .number(let number) = value, Self.counts.contains(number < 0 ? ~number : number) else { throw wrong }
      return number
    }
  }

  var fact: Bool {
    get throws(SummaryError) {
      guard case .fact(let fact) = value else { throw wrong }
      return fact
    }
  }

  var day: CivilDate {
    get throws(SummaryError) {
      guard let day = CivilDate(iso: try text) else { throw wrong }
      return day
    }
  }

  var decimal: ExactDecimal {
    get throws(SummaryError) {
      guard let decimal = ExactDecimal(try text) else { throw wrong }
      return decimal
    }
  }

  var numbers: [Int] {
    get throws(SummaryError) { try list { place throws(SummaryError) in try place.number } }
  }

  var counts: [String: Int] {
    get throws(SummaryError) {
      var counts: [String: Int] = [:]
      for (name, place) in try members { counts[name] = try place.number }
      return counts
    }
  }

  /// Members by name.
  var members: [(String, SummaryPlace)] {
    get throws(SummaryError) {
      guard case .object(let members) = value else { throw wrong }
      return members.keys.sorted().map { ($0, self[$0]) }
    }
  }

  func list<Value>(_ read: (SummaryPlace) throws(SummaryError) -> Value) throws(SummaryError) -> [Value] {
    guard case .list(let values) = value else { throw wrong }
    var all: [Value] = []
    for (place, value) in values.enumerated() {
      all.append(try read(SummaryPlace(file: file, key: "\(key)[\(place)]", value: value)))
    }
    return all
  }
}
