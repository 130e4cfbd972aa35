import Foundation

/// Small exports that nearly every test needs, in the folder of a test.
enum Exports {
  /// Three encounters: one under-billed, two billed as documented.
  static let mar = """
    csn,mrn,patient name,medication,route,site,start,stop,duration min
    E1,M9001,"Test, Zz-Alpha",vancomycin 1 g IVPB,IV,PIV L AC,2026-01-05 09:00,2026-01-05 10:31,
    E2,M9002,"Test, Zz-Beta",ondansetron 4 mg injection,IV,PIV R AC,2026-01-05 09:00,,
    E3,M9003,"Test, Zz-Gamma",ketorolac 30 mg,IM,,2026-01-05 11:00,,

    """

  static let charges = """
    csn,cpt,units,date of service
    E1,96365,1,2026-01-05
    E2,96374,1,2026-01-05
    E3,96372,1,2026-01-05

    """

  /// What of the MAR must never reach a message.
  static let patientWords = ["M9001", "M9002", "M9003", "Zz-", "vancomycin", "ondansetron", "ketorolac"]

  /// An earlier night's output, which a failing run leaves as it is.
  static let earlier = "what an earlier night found\n"

  static let reconcile = "reconcile mar.csv --charges charges.csv -o findings.csv -q"

  /// A folder with both exports, and with what else is given.
  static func folder(_ others: [String: String] = [:]) throws -> Folder {
    let folder = try Folder()
    try folder.write(mar, to: "mar.csv")
    try folder.write(charges, to: "charges.csv")
    for (name, text) in others { try folder.write(text, to: name) }
    return folder
  }

  /// The MAR with lines added at its end.
  static func mar(adding lines: String...) -> String { mar + lines.map { $0 + "\n" }.joined() }

  /// `SampleData` of this checkout.
  static let sampleData = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "SampleData")
}

/// The gzip of the machine, a second opinion beside ours.
enum Gzip {
  static func compressed(_ data: Data) async throws -> Data { try await filtered(data, by: "gzip -c") }

  static func plain(_ data: Data) async throws -> Data { try await filtered(data, by: "gzip -dc") }

  private static func filtered(_ data: Data, by tool: String) async throws -> Data {
    let folder = try Folder()
    try folder.write(data, to: "in")
    let outcome = try await Program.run("", in: folder, shell: "\(tool) < in > out")
    guard outcome.exitCode == 0 else { throw CocoaError(.fileReadCorruptFile) }
    return try folder.content(of: "out")
  }
}
