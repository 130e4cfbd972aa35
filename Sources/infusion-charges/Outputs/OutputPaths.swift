import ArgumentParser
import ByteStreams
import Foundation
import Pipeline

/// Outputs that would destroy an input or each other are refused before anything is read.
enum OutputPaths {
  /// The path beside which a run may put what memory does not hold: its output, or for standard output the folder of
  /// temporary files.
  static func forSpill(beside output: String) -> String {
    output == "-" ? FileManager.default.temporaryDirectory.appendingPathComponent("infusion-charges").path : output
  }

  /// - Parameters:
  ///   - outputs: the path of each option that names one.
  ///   - others: further files that are read, such as the configuration.
  static func check(_ outputs: [String: String?], against job: Job, and others: String?...) throws {
    var owners: [FileIdentity: String] = [:]
    for path in job.marFiles + job.chargeFiles + others.compactMap(\.self) where path != "-" {
      if let identity = FileIdentity(path: path) { owners[identity] = "an input" }
    }
    for (option, path) in outputs.sorted(by: { $0.key < $1.key }) {
      guard let path else { continue }
      if path == "-" {
        guard option == "--output" else {
          throw ValidationError("\(option): only --output can be standard output (-)")
        }
        continue
      }
      guard let identity = FileIdentity(path: path) else { continue }
      if let owner = owners[identity] {
        throw ValidationError("\(option) names \(path), which is \(owner); give it a name of its own")
      }
      owners[identity] = option
    }
  }
}
