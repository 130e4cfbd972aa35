import ByteStreams
import Pipeline

/// The files in `incoming` that share what stands for `{drop}`.
struct Arrival: Sendable {
  struct File: Sendable {
    let role: RunSummary.InputFile.Role
    let name: String
    /// Names of what lies beside it about it: signs that it is complete, checksum, number of rows.
    var companions: [String] = []
  }

  let key: String
  /// MAR files, then charges, each by the bytes of their names.
  var files: [File]

  /// Every name that goes with the drop, each once.
  var names: [String] {
    var seen: Set<String> = []
    return files.flatMap { [$0.name] + $0.companions }.filter { seen.insert($0).inserted }
  }
}

/// What lies in `incoming`.
struct Arrivals {
  /// By key.
  let arrivals: [Arrival]
  /// Names that no pattern takes and that belong to nothing.
  let strangers: [String]
  /// Names that are no UTF-8.
  let unreadable: Int

  init(in folder: String, choices: DropChoices) throws(ByteStreamError) {
    let (names, unreadable) = try Folders.names(in: folder)
    self.unreadable = unreadable
    // What says why a drop has failed may come back with it.
    let shown = names.filter { !$0.hasPrefix(".") && $0 != DropLayout.reason }
    var drops: [String: Arrival] = [:]
    var others: [String] = []
    for name in shown {
      guard let (role, key) = Self.part(of: name, choices) else {
        others.append(name)
        continue
      }
      drops[key, default: Arrival(key: key, files: [])].files.append(Arrival.File(role: role, name: name))
    }
    let companions = Dictionary(grouping: others.filter { CompanionName($0) != nil }) { CompanionName($0)?.of ?? "" }
    var used: Set<String> = []
    arrivals = drops.values.sorted { $0.key < $1.key }.map { arrival in
      var arrival = arrival
      arrival.files.sort { ($0.role.rank, $0.name) < ($1.role.rank, $1.name) }
      for index in arrival.files.indices {
        let name = arrival.files[index].name.lowercased()
        let found = Set([name, CompanionName.stem(of: name)]).flatMap { companions[$0] ?? [] }.sorted()
        arrival.files[index].companions = found
        used.formUnion(found)
      }
      return arrival
    }
    strangers = others.filter { !used.contains($0) }
  }

  /// Which part of which drop a name is; nil for one that is none.
  private static func part(
    of name: String, _ choices: DropChoices
  ) -> (RunSummary.InputFile.Role, key: String)? {
    guard !InputFiles.isNoExport(name) else { return nil }
    if let key = choices.mar.key(of: name) { return (.mar, key) }
    return choices.charges?.key(of: name).map { (.charges, $0) }
  }
}

/// `mar.csv.gz.sha256`, `mar.ok`: a name that says something about another file.
struct CompanionName {
  enum Kind {
    /// The file is complete.
    case sign
    case checksum
    case rows
  }

  let kind: Kind
  /// The file, or its name without endings, in lower case.
  let of: String

  init?(_ name: String) {
    let lowered = name.lowercased()
    guard let point = lowered.lastIndex(of: "."), point != lowered.startIndex else { return nil }
    switch lowered[lowered.index(after: point)...] {
    case "ok", "done", "ready": kind = .sign
    case "sha256": kind = .checksum
    case "rows": kind = .rows
    default: return nil
    }
    of = String(lowered[..<point])
  }

  /// `mar_2026` of `mar_2026.csv.gz`.
  static func stem(of name: String) -> String {
    let plain = name.hasSuffix(".gz") ? String(name.dropLast(3)) : name
    return plain.lastIndex(of: ".").map { String(plain[..<$0]) } ?? plain
  }
}

extension RunSummary.InputFile.Role {
  var rank: Int { self == .mar ? 0 : 1 }
}
