import ByteStreams
import Pipeline

/// Whether a drop is complete; a reason, for people, where it is not.
struct Readiness {
  let layout: DropLayout
  let choices: DropChoices
  let now: Moment

  /// A file of a complete drop, hashed.
  struct Checked {
    let file: Arrival.File
    let digest: StreamDigest
    /// How many rows its sender says it has.
    let rows: Int?
  }

  enum Verdict {
    case complete([Checked])
    case waits(String)
  }

  func verdict(on arrival: Arrival) throws(ByteStreamError) -> Verdict {
    if let missing = missingPart(of: arrival) { return .waits(missing) }
    for file in arrival.files {
      if let reason = try reasonToWait(for: file) { return .waits("\(file.name) \(reason)") }
    }
    var checked: [Checked] = []
    for file in arrival.files {
      let digest = try StreamDigest(ofFile: path(file.name))
      for companion in file.companions where CompanionName(companion)?.kind == .checksum {
        guard let expected = try checksum(in: companion) else {
          return .waits("\(companion) holds no SHA-256; send it again")
        }
        guard expected == digest.sha256 else {
          return .waits("\(file.name) is not what \(companion) says: still being copied, or damaged; send both again")
        }
      }
      checked.append(Checked(file: file, digest: digest, rows: try rows(of: file)))
    }
    return .complete(checked)
  }

  private func missingPart(of arrival: Arrival) -> String? {
    let roles = Set(arrival.files.map(\.role))
    if !roles.contains(.mar) { return "no MAR export (\(choices.mar.text)) has come with it" }
    if let charges = choices.charges, !roles.contains(.charges) {
      return "no charges (\(charges.text)) have come with it"
    }
    return nil
  }

  private func reasonToWait(for file: Arrival.File) throws(ByteStreamError) -> String? {
    guard let status = FileStatus(path: path(file.name)) else { return "has gone" }
    guard status.kind == .file else { return "is no plain file; put a copy of the file itself there" }
    for companion in file.companions {
      guard FileStatus(path: path(companion))?.kind == .file else { return "has a sign that is no plain file" }
      if CompanionName(companion)?.kind == .rows, try rows(in: companion) == nil {
        return "has a number of rows in \(companion) that is no number; write it again"
      }
    }
    if file.companions.contains(where: { isCurrent($0, for: status) }) { return nil }
    let outdated = file.companions.first.map { "\($0) is older than the file" }
    if choices.needsSign {
      return outdated.map { "waits for a new sign: \($0)" }
        ?? "waits for \(file.name).ok, .done, .ready, .sha256 or .rows"
    }
    let seconds = now.seconds - status.changed / 1_000_000_000
    if seconds < 0 { return "was changed in the future by the clock of this machine; check the clock" }
    return seconds < choices.stableMinutes * 60
      ? "was changed \(seconds) s ago and has no sign that it is complete\(outdated.map { " (\($0))" } ?? "");"
        + " \(choices.stableMinutes) min are waited"
      : nil
  }

  /// Whether a sign is of the file as it is, and not of an earlier one of its name; a checksum says so by itself.
  private func isCurrent(_ companion: String, for file: FileStatus) -> Bool {
    guard let sign = FileStatus(path: path(companion)) else { return false }
    return CompanionName(companion)?.kind == .checksum || max(sign.changed, sign.modified) >= file.modified
  }

  private func rows(of file: Arrival.File) throws(ByteStreamError) -> Int? {
    guard let companion = file.companions.first(where: { CompanionName($0)?.kind == .rows }) else { return nil }
    return try rows(in: companion)
  }

  private func rows(in companion: String) throws(ByteStreamError) -> Int? {
    Int(try text(of: companion).filter { !$0.isWhitespace && $0 != "," })
  }

  /// As `sha256sum` writes it, or the digits alone.
  private func checksum(in companion: String) throws(ByteStreamError) -> String? {
    let first = try text(of: companion).split { $0.isWhitespace || $0 == "*" || $0 == "\\" }.first?.lowercased()
    return first.flatMap { $0.utf8.count == 64 && $0.allSatisfy(\.isHexDigit) ? $0 : nil }
  }

  private func text(of name: String) throws(ByteStreamError) -> String {
    guard let status = FileStatus(path: path(name)), status.byteCount < 1 << 16 else { return "" }
    return String(decoding: try FileBytes.all(of: path(name)), as: UTF8.self)
  }

  private func path(_ name: String) -> String { "\(layout.incoming)/\(name)" }
}
