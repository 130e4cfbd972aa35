/// Names of the parts of a workbook: paths within the archive, without a slash in front.
enum PartName {
  /// With slashes only, and none in front: some programs store `\xl\workbook.xml` or `/xl/workbook.xml`.
  static func normalized(_ name: String) -> String {
    var name = Substring(String(name.map { $0 == "\\" ? "/" : $0 }))
    while name.first == "/" { name = name.dropFirst() }
    return String(name)
  }

  /// The part that `target` names, seen from the part `source`; nil when it leads out of the archive.
  static func resolved(_ target: String, from source: String) -> String? {
    let target = unescaped(String(target.map { $0 == "\\" ? "/" : $0 }))
    var path = target.hasPrefix("/") ? [] : folder(of: source)
    for step in target.split(separator: "/") where step != "." {
      if step != ".." {
        path.append(String(step))
      } else if path.popLast() == nil {
        return nil
      }
    }
    return path.joined(separator: "/")
  }

  /// The part that holds the relationships of a part; of the archive itself for an empty name.
  static func relationships(of part: String) -> String {
    let name = part.split(separator: "/").last.map(String.init) ?? ""
    return (folder(of: part) + ["_rels", name + ".rels"]).joined(separator: "/")
  }

  private static func folder(of part: String) -> [String] {
    part.split(separator: "/").dropLast().map(String.init)
  }

  /// `a%20b` as `a b`; a per cent sign that is none of an escape stays.
  private static func unescaped(_ text: String) -> String {
    guard text.contains("%") else { return text }
    var bytes: [UInt8] = []
    var rest = Array(text.utf8)[...]
    while let byte = rest.popFirst() {
      let digits = rest.prefix(2)
      if byte == UInt8(ascii: "%"), digits.count == 2,
        let value = UInt8(String(decoding: digits, as: UTF8.self), radix: 16)
      {
        bytes.append(value)
        rest = rest.dropFirst(2)
      } else {
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
