import ArgumentParser
import ByteStreams
import Pipeline

/// Outputs for eyes that may not know whose visits they are.
struct PrivacyOptions: ParsableArguments {
  @Option(
    name: .customLong("deidentify"),
    help: ArgumentHelp(
      "Secret key, a file of 32 bytes or more: encounter ids become keyed hashes in every output.",
      valueName: "key-file"), completion: .file())
  var keyFile: String?

  /// Tells the job what to call encounters.
  func apply(to job: inout Job) throws {
    guard let keyFile else { return }
    guard job.carriedColumns.isEmpty else {
      throw ValidationError("--deidentify and carried columns do not go together: a carried column is written as it is")
    }
    guard let pseudonyms = Pseudonyms(key: try FileBytes.all(of: keyFile)) else {
      throw ValidationError(
        "--deidentify \(keyFile): a key has \(Pseudonyms.leastKeyBytes) bytes or more; "
          + "make one with: head -c 32 /dev/urandom | base64")
    }
    job.pseudonyms = pseudonyms
  }
}
