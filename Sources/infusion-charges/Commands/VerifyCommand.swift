import ArgumentParser
import ByteStreams
import CodeTables
import Foundation
import Reports

/// Whether what a manifest names is still as it was.
struct Verify: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Check the files that a manifest names against their checksums.",
    discussion: "Exits with 65 when any of them, or the program's version, is not what it was.")

  @Argument(help: "What a run wrote with --manifest (JSON).", completion: .file())
  var manifest: String

  @Flag(name: [.customShort("q"), .long], help: "Print nothing; the exit code tells.")
  var quiet = false

  func run() throws {
    try ErrorReport.reporting {
      let bytes = try FileBytes.all(of: manifest)
      guard let document = try? Manifest(document: bytes) else { throw ManifestError.noManifest(path: manifest) }
      let check = ManifestCheck(
        document, folder: URL(filePath: manifest).deletingLastPathComponent().path,
        bundled: try TableFolder().digests(), version: Version.number)
      if !quiet { try Terminal.write(check.text) }
      if !check.isSame { throw ExitCode(65) }
    }
  }
}

/// A manifest that cannot be read.
enum ManifestError: Error, CustomStringConvertible {
  case noManifest(path: String)

  var description: String {
    switch self {
    case .noManifest(let path): "\(path): this is no manifest of this program; name a manifest.json of a run"
    }
  }
}
