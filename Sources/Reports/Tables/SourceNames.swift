import Infusion

/// The names by which reports call input files, and places in them.
package struct SourceNames: Sendable {
  /// In the order of the run's files; no two alike unless the paths are.
  package let names: [String]

  /// Base names of paths.
  ///
  /// Shape: where two files share a base name, with as many folders before it as tell them apart; `-` is `stdin`.
  package init(_ paths: [String]) {
    let parts = paths.map { $0 == "-" ? ["stdin"] : $0.split(separator: "/").map(String.init) }
    var depths = parts.map { min(1, $0.count) }
    func name(_ index: Int) -> String { parts[index].suffix(depths[index]).joined(separator: "/") }
    while true {
      let byName = Dictionary(grouping: parts.indices, by: name)
      // A MAR that carries its own bill is named twice and needs no telling apart.
      let alike = byName.values.filter { places in Set(places.map { parts[$0] }).count > 1 }.joined().filter {
        depths[$0] < parts[$0].count
      }
      if alike.isEmpty { break }
      for index in alike { depths[index] += 1 }
    }
    names = parts.indices.map(name)
  }

  /// The names of two kinds of files, told apart from each other too.
  static func pair(_ sources: [String], _ chargeSources: [String]) -> (sources: SourceNames, charges: SourceNames) {
    let all = SourceNames(sources + chargeSources).names
    return (
      SourceNames(names: Array(all.prefix(sources.count))), SourceNames(names: Array(all.dropFirst(sources.count)))
    )
  }

  private init(names: [String]) {
    self.names = names
  }

  package func name(of row: SourceRow) -> String {
    let index = Int(row.file)
    return names.indices.contains(index) ? names[index] : "file \(index + 1)"
  }

  /// `mar.csv:412-415`, one text for each of `runs`.
  package func places(of rows: [SourceRow]) -> [String] { runs(of: rows).map(\.description) }

  /// The places of rows, one for each run of rows that follow one another.
  ///
  /// Shape: sorted by file, then row; lines are 1-based; a row over several lines is named by its first.
  func runs(of rows: [SourceRow]) -> [SourceRun] {
    let isSorted = !rows.indices.dropFirst().contains { rows[$0] <= rows[$0 - 1] }
    var runs: [SourceRun] = []
    runs.reserveCapacity(rows.count)
    var last: SourceRow?
    for row in isSorted ? rows : Set(rows).sorted() {
      if let before = last, before.file == row.file, before.row + 1 == row.row {
        runs[runs.count - 1].lastLine = row.line
      } else {
        runs.append(SourceRun(name: name(of: row), firstLine: row.line, lastLine: row.line))
      }
      last = row
    }
    return runs
  }
}

/// Rows of one file that follow one another, `mar.csv:412-415`.
struct SourceRun: Equatable, CustomStringConvertible, UTF8Writable {
  let name: String
  let firstLine: Int32
  var lastLine: Int32

  var description: String { "\(name):\(firstLine)" + (firstLine == lastLine ? "" : "-\(lastLine)") }

  func write(to utf8: inout [UInt8]) {
    name.write(to: &utf8)
    utf8.append(UInt8(ascii: ":"))
    utf8.append(decimal: Int(firstLine))
    guard firstLine != lastLine else { return }
    utf8.append(UInt8(ascii: "-"))
    utf8.append(decimal: Int(lastLine))
  }
}
