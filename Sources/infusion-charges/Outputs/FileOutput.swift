import Pipeline

/// What a run writes into files that can be opened anew.
protocol FileOutput: RunOutput {
  var files: OutputFiles { get set }
  /// The same outputs, nothing put into them.
  var anew: () throws -> Self { get }
}

extension FileOutput {
  mutating func startOver() throws {
    files.discard()
    let (audit, namesFilesOnly) = (files.audit, files.namesFilesOnly)
    self = try anew()
    (files.audit, files.namesFilesOnly) = (audit, namesFilesOnly)
  }
}
