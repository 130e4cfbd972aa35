import ArgumentParser
import ByteStreams
import CSV
import CodeTables
import Coding
import Foundation
import Infusion
import Pipeline
import Reconciliation

/// How exports are read and coded, whichever they are.
struct ReadingOptions: ParsableArguments {
  @Option(
    name: .customLong("config"),
    help: ArgumentHelp("Configuration file (YAML: columns, words, drugs, policy).", valueName: "file"),
    completion: .file())
  var configurationFile: String?

  @OptionGroup var ownTables: TablesOption

  @OptionGroup var ownFees: FeesOption

  @Option(
    help: ArgumentHelp("Who bills, where the export does not say: facility or professional.", valueName: "who"),
    completion: .list(["facility", "professional"]))
  var setting: String?

  @Option(
    name: .customLong("policy"),
    help: ArgumentHelp(
      "A policy choice; may be repeated. 'infusion-charges rules --options' lists them.", valueName: "name=value"))
  var policies: [String] = []

  @Option(
    help: ArgumentHelp("Order of day and month in dates such as 3/4/2026: mdy or dmy.", valueName: "order"),
    completion: .list(["mdy", "dmy"]))
  var dateOrder: String?

  @Option(
    help: ArgumentHelp(
      "Place whose clocks showed the times that bear no offset, such as America/New_York; without it no clock change is seen.",
      valueName: "zone"))
  var timeZone: String?

  @Flag(help: "Accept years outside 1990-2100, as de-identified data has them.")
  var allowAnyYear = false

  @Option(
    name: .customLong("carry"),
    help: ArgumentHelp(
      "A column of the exports that is written beside each finding, by its header; may be repeated.",
      valueName: "column"))
  var carriedColumns: [String] = []

  @Option(
    help: ArgumentHelp(
      "What separates cells: comma, tab, semicolon or pipe; found from the file when not given.", valueName: "name"),
    completion: .list(["comma", "tab", "semicolon", "pipe"]))
  var delimiter: String?

  @Option(
    help: ArgumentHelp(
      "Encoding of text: auto (UTF-8, else Windows-1252), utf-8, utf-16, utf-16le, utf-16be, windows-1252.",
      valueName: "name"),
    completion: .list(["auto", "utf-8", "utf-16", "utf-16le", "utf-16be", "windows-1252"]))
  var encoding: String?

  @Option(
    help: ArgumentHelp("Sheet to read from workbooks; the first that is not hidden when not given.", valueName: "name"))
  var sheet: String?

  @Option(
    help: ArgumentHelp("Longest cell that a file may hold, in bytes; 1048576 when not given.", valueName: "bytes"))
  var maxField: Int?

  @Option(
    help: ArgumentHelp(
      "Rows that may be rejected before the run fails: a number, or a share; 10% when not given.", valueName: "limit"))
  var maxRejects: String?

  @Option(
    help: ArgumentHelp(
      "Workers at the same time; as many as there are cores when not given.",
      valueName: "number"))
  var jobs: Int?

  @Option(help: ArgumentHelp("Memory that a run may take, such as 2GB; 512MB when not given.", valueName: "size"))
  var memory: String?

  /// The job that the options ask for: flags beat the configuration file.
  ///
  /// - Parameters:
  ///   - mar: MAR exports as the user names them, in their order.
  ///   - charges: charge exports, the same.
  func job(mar: [String], charges: [String]) throws -> Job {
    let mar = try InputFiles.expanded(mar)
    let charges = try InputFiles.expanded(charges)
    let names = mar + charges
    if names.count(where: { $0 == "-" }) > 1 { throw ValidationError("standard input (-) can be read only once") }
    let configuration = try configuration()
    let tables = try CodeTables.load(
      overrideFolder: ownTables.folder, ownDrugs: configuration.drugs, feesFile: ownFees.file)
    var job = Job(marFiles: mar, chargeFiles: charges, configuration: configuration, tables: tables)
    job.fees = tables.feeLookup
    job.carriedColumns = Self.distinct(
      (carriedColumns.isEmpty ? configuration.carriedColumns : carriedColumns).map {
        $0.trimmingCharacters(in: .whitespaces)
      })
    if let encoding { job.encoding = try choice(encoding, of: "--encoding") }
    job.sheet = sheet
    if let delimiter { job.dialect = try dialect(delimiter) }
    try limit(&job)
    return job
  }

  /// The configuration file, with what flags say in its place.
  private func configuration() throws -> Configuration {
    var configuration = try ConfigurationFile.read(configurationFile)
    if let setting { configuration.setting = try choice(setting, of: "--setting") }
    if let dateOrder { configuration.dateOrder = try choice(dateOrder, of: "--date-order") }
    if let timeZone { configuration.timeZone = try Self.zone(timeZone) }
    if allowAnyYear { configuration.allowsAnyYear = true }
    if let maxRejects {
      guard let limit = RejectLimit(maxRejects) else {
        throw ValidationError("--max-rejects takes a number of rows or a share such as 10%, not \"\(maxRejects)\"")
      }
      configuration.rejectLimit = limit
    }
    for policy in policies { try Self.choose(policy, in: &configuration.policy, option: "--policy") }
    return configuration
  }

  /// How much of the machine a run may take, and how long a cell may be.
  private func limit(_ job: inout Job) throws {
    if let maxField {
      guard maxField > 0 else { throw ValidationError("--max-field takes a number of bytes above 0, not \(maxField)") }
      job.maxFieldBytes = maxField
    }
    job.jobs = jobs ?? ProcessInfo.processInfo.activeProcessorCount
    guard job.jobs > 0 else { throw ValidationError("--jobs takes a number above 0, not \(job.jobs)") }
    if let memory {
      guard let size = MemorySize(memory) else {
        throw ValidationError("--memory takes a size of 128MB or more, such as 512MB or 2GB, not \"\(memory)\"")
      }
      job.memoryLimit = size.bytes
    }
  }

  private static func distinct(_ names: [String]) -> [String] {
    names.enumerated().filter { !names[..<$0.offset].contains($0.element) }.map(\.element)
  }

  private static func zone(_ name: String) throws -> ClockZone {
    if let zone = ClockZone(named: name) { return zone }
    let near = ClockZone.names(like: name).joined(separator: ", ")
    throw ValidationError("--time-zone takes a name such as America/New_York, not \"\(name)\"; did you mean \(near)?")
  }

  private func dialect(_ text: String) throws -> Dialect {
    let known: [String: Dialect.Delimiter] = [
      "comma": .comma, "tab": .tab, "semicolon": .semicolon, "pipe": .pipe, ",": .comma, "\t": .tab, ";": .semicolon,
      "|": .pipe,
    ]
    guard let delimiter = known[text.lowercased()] else {
      throw ValidationError("--delimiter takes comma, tab, semicolon or pipe, not \"\(text)\"")
    }
    return Dialect(delimiter: delimiter)
  }

  /// Makes a choice written as name=value; `option` is where it was written, for messages.
  static func choose(_ text: String, in policy: inout Policy, option: String) throws {
    let parts = text.split(separator: "=", maxSplits: 1).map(String.init)
    guard parts.count == 2 else { throw ValidationError("\(option) takes name=value, not \"\(text)\"") }
    do {
      try policy.set(parts[0], to: parts[1])
    } catch {
      throw ValidationError("\(option): \(error)")
    }
  }

  private func choice<Value: RawRepresentable & CaseIterable>(
    _ text: String, of option: String
  ) throws -> Value where Value.RawValue == String {
    guard let value = Value(rawValue: text.lowercased()) else {
      let known = Value.allCases.map(\.rawValue).joined(separator: " or ")
      throw ValidationError("\(option) takes \(known), not \"\(text)\"")
    }
    return value
  }
}
