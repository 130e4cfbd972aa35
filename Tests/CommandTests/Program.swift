import Foundation

/// The program as a user starts it: the built binary, in a folder of the test's own.
enum Program {
  /// How a run of the program ended.
  struct Outcome: Sendable {
    /// The exit code; 128 plus the signal when a signal ended the program, as a shell says it.
    let exitCode: Int32
    let output: String
    let errors: String
  }

  /// Runs the program with arguments and waits for its end.
  ///
  /// - Parameters:
  ///   - folder: where it runs; files are named relative to it.
  ///   - shell: what the shell does with the program, which is `"$0" "$@"`; by default it becomes the program.
  static func run(
    _ arguments: [String], in folder: Folder, shell: String = #"exec "$0" "$@""#
  ) async throws -> Outcome {
    // Files and not pipes: no test has to read while the program writes.
    let streams = try Folder()
    let (output, errors) = (try streams.handle(toWrite: "output"), try streams.handle(toWrite: "errors"))
    // Foundation keeps a process that has ended, and with it the files that it was given.
    defer { for stream in [output, errors] { try? stream.close() } }
    let process = Process()
    process.executableURL = URL(filePath: "/bin/sh")
    // The threads of a concurrency pool block all signals, and a child inherits that; Debian's shell unblocks them when
    // it has run a program, here one that does nothing.
    process.arguments = ["-c", "/bin/true; " + shell, path] + arguments
    process.currentDirectoryURL = URL(filePath: folder.path)
    process.environment = environment
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = output
    process.standardError = errors
    let exitCode = try await end(of: process)
    return Outcome(
      exitCode: exitCode, output: try streams.text(of: "output"), errors: try streams.text(of: "errors"))
  }

  /// Runs the program with its arguments in one text, separated by spaces.
  static func run(
    _ arguments: String, in folder: Folder, shell: String = #"exec "$0" "$@""#
  ) async throws -> Outcome {
    try await run(arguments.split(separator: " ").map(String.init), in: folder, shell: shell)
  }

  private static func end(of process: Process) async throws -> Int32 {
    try await withCheckedThrowingContinuation { (continuation: CheckedContinuation<Int32, any Error>) in
      process.terminationHandler = { ended in
        let status = ended.terminationStatus
        continuation.resume(returning: ended.terminationReason == .uncaughtSignal ? 128 + status : status)
      }
      do {
        try process.run()
      } catch {
        process.terminationHandler = nil
        continuation.resume(throwing: error)
      }
    }
  }

  /// Nothing but where shared libraries are, since the program assumes no HOME, no PATH and no locale; no
  /// backtrace after a crash, which takes seconds; and what scripts/coverage and scripts/sanitizers say.
  private static let environment: [String: String] = {
    var environment = ["SWIFT_BACKTRACE": "enable=no"]
    let ours = ProcessInfo.processInfo.environment
    for name in ["LD_LIBRARY_PATH", "ASAN_OPTIONS", "TSAN_OPTIONS"] { environment[name] = ours[name] }
    environment["LLVM_PROFILE_FILE"] = ours["PROGRAM_PROFILE_FILE"]
    return environment
  }()

  /// The binary beside the test bundle; `INFUSION_CHARGES_PROGRAM` names another, such as a release build.
  private static let path: String = {
    if let named = ProcessInfo.processInfo.environment["INFUSION_CHARGES_PROGRAM"] { return named }
    let started = CommandLine.arguments + [Bundle.main.executablePath ?? ""]
    for bundle in started where bundle.contains("/") {
      let candidate = URL(filePath: bundle).deletingLastPathComponent().appending(path: "infusion-charges").path
      if FileManager.default.isExecutableFile(atPath: candidate) { return candidate }
    }
    preconditionFailure("no infusion-charges beside the test bundle; run swift build first")
  }()
}
