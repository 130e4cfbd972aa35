/// A JSON text without fractions: what the summary and `explain --format json` are made of.
///
/// Written here and not by Foundation, so that the bytes do not change with its version.
enum JSONValue {
  case text(String)
  case number(Int)
  case fact(Bool)
  case list([JSONValue])
  case object([String: JSONValue])

  /// Counts by key.
  static func counts(_ counts: [String: Int]) -> JSONValue {
    .object(counts.mapValues(JSONValue.number))
  }

  /// Over several lines, keys sorted, ending in a line end: equal values give equal bytes.
  var document: String { written(indent: "") + "\n" }

  private func written(indent: String) -> String {
    switch self {
    case .text(let text): return Self.quoted(text)
    case .number(let number): return String(number)
    case .fact(let fact): return fact ? "true" : "false"
    case .list(let values):
      let inner = indent + "  "
      return Self.enclosed("[", values.map { inner + $0.written(indent: inner) }, indent + "]")
    case .object(let members):
      let inner = indent + "  "
      let lines = members.sorted { $0.key < $1.key }.map { key, value in
        "\(inner)\(Self.quoted(key)): \(value.written(indent: inner))"
      }
      return Self.enclosed("{", lines, indent + "}")
    }
  }

  private static func enclosed(_ open: String, _ lines: [String], _ close: String) -> String {
    lines.isEmpty ? open + String(close.suffix(1)) : "\(open)\n\(lines.joined(separator: ",\n"))\n\(close)"
  }

  /// Source: RFC 8259, section 7.
  private static func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case "\n": quoted += "\\n"
      case "\t": quoted += "\\t"
      case "\r": quoted += "\\r"
      case _ where scalar.value < 0x20:
        let digits = String(scalar.value, radix: 16)
        quoted += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }
}

extension JSONValue: Decodable {
  init(from decoder: any Decoder) throws {
    let value = try decoder.singleValueContainer()
    if let fact = try? value.decode(Bool.self) {
      self = .fact(fact)
    } else if let number = try? value.decode(Int.self) {
      self = .number(number)
    } else if let text = try? value.decode(String.self) {
      self = .text(text)
    } else if let list = try? value.decode([JSONValue].self) {
      self = .list(list)
    } else {
      self = .object(try value.decode([String: JSONValue].self))
    }
  }
}
