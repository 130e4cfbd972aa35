import ByteStreams
import Foundation
import Logging
import Pipeline
import Reports

/// What a desk writes and reads about its runs.
extension DropDesk {
  func identity(of files: [(role: String, sha256: String)]) -> String {
    DropIdentity(rules: setup.rules).of(files)
  }

  /// A name that no run ever had: what stands for `{drop}`, then the start of the identity.
  func freeName(for plan: Plan) -> String {
    let letters = plan.key.unicodeScalars.map { scalar in
      scalar.isASCII && (scalar.properties.isAlphabetic || scalar.properties.numericType != nil) || scalar == "-"
        ? Character(scalar) : "_"
    }
    let key = String(letters).trimmingCharacters(in: CharacterSet(charactersIn: "-_")).prefix(60)
    let wanted = (key.isEmpty ? "" : "\(key)-") + plan.identity.prefix(12)
    var (name, number) = (wanted, 1)
    let places = [
      layout.out, layout.processing, "\(layout.done)/\(plan.day)", "\(layout.failed)/\(plan.day)",
    ]
    while ledger.knows(name) || places.contains(where: { FileStatus(path: "\($0)/\(name)") != nil }) {
      number += 1
      name = "\(wanted).\(number)"
    }
    return name
  }

  /// Why a run that did not get to `failed` has failed; nil for one that has not.
  func reason(of run: Run) -> String? {
    let path = "\(run.folder)/\(DropLayout.reason)"
    guard FileStatus(path: path)?.kind == .file, let bytes = try? FileBytes.all(of: path) else { return nil }
    return String(decoding: bytes, as: UTF8.self).split(separator: "\n").first.map(String.init)
  }

  func manifest(of run: Run, _ summary: RunSummary) throws -> [UInt8] {
    var manifest = setup.manifest
    manifest.inputs = run.plan.files.map {
      Manifest.File(
        role: $0.role, path: "../../done/\(run.plan.day)/\(run.name)/\($0.name)", bytes: $0.bytes, sha256: $0.sha256)
    }
    manifest.outputs = summary.outputs.map {
      Manifest.File(role: $0.content, path: $0.path, bytes: $0.bytes, sha256: $0.sha256)
    }
    return try manifest.document()
  }

  func write(_ bytes: [UInt8], to path: String) throws(ByteStreamError) {
    let file = try AtomicFile(path: path)
    try file.write(bytes)
    _ = try file.commit()
  }

  func log(_ summary: RunSummary, of run: Run) {
    setup.log.info(
      "done",
      metadata: [
        "run": "\(run.name)", "rows": "\(summary.rows.read)", "charge_lines": "\(summary.chargeLines.read)",
        "rejected": "\(summary.rows.rejectedTotal + summary.chargeLines.rejectedTotal)",
        "encounters": "\(summary.encounters)",
        "findings": "\(summary.findingsByStatus.values.reduce(0, +))",
        "milliseconds": "\(summary.timing.elapsedMilliseconds)",
      ])
    for warning in summary.warnings { setup.log.warning("\(warning)", metadata: ["run": "\(run.name)"]) }
  }
}

/// What an error says of a drop.
enum DropTrouble {
  /// It may yet become whole: it is left to be looked at again.
  case incomplete
  /// It will never do.
  case unacceptable
  /// Nothing.
  case other

  init(_ error: any Error) {
    switch error {
    case DropError.changedWhileRead, DropError.wrongRowCount, ByteStreamError.truncatedGzip,
      RunError.bytes(.truncatedGzip):
      self = .incomplete
    case DropError.endedTooOften: self = .unacceptable
    default: self = .other
    }
  }
}
