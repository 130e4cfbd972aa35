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

  /// `mar.csv:412-415`, one text for each run of rows that follow one another.
  ///
  /// Shape: sorted by file, then row; lines are 1-based; a row over several lines is named by its first.
  package func places(of rows: [SourceRow]) -> [String] {
    var places: [String] = []
    var run: (first: SourceRow, last: SourceRow)?
    for row in Set(rows).sorted() {
      if let current = run, current.last.file == row.file, current.last.row + 1 == row.row {
        run = (current.first, row)
      } else {
        if let run { places.append(place(run.first, run.last)) }
        run = (row, row)
      }
    }
    if let run { places.append(place(run.first, run.last)) }
    return places
  }

  private func place(_ first: SourceRow, _ last: SourceRow) -> String {
    "\(name(of: first)):\(first.line)" + (first.line == last.line ? "" : "-\(last.line)")
  }
}
