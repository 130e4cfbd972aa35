// swift-tools-version: 6.2
import PackageDescription

/// Settings of every target of ours.
///
/// Swift 6, and code that could touch memory unsafely does not compile unless it says `unsafe`.
/// Only few places say it (scripts/check-house lists them and looks).
let house: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .strictMemorySafety(),
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

let package = Package(
  name: "infusion-charges",
  products: [.executable(name: "infusion-charges", targets: ["infusion-charges"])],
  traits: [
    .trait(
      name: "Workbooks",
      description: "Reads and writes .xlsx workbooks; needs expat, minizip, libxlsxwriter. scripts/lean leaves it out."),
    .default(enabledTraits: ["Workbooks"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
    .package(url: "https://github.com/apple/swift-collections", from: "1.6.0"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
  ],
  targets: [
    // Bytes and tables: know no medicine.
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
    .systemLibrary(name: "CLibCrypto", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),
    .target(name: "ByteStreams", dependencies: ["CZlib", "CLibCrypto"], swiftSettings: house),
    .target(name: "CSV", swiftSettings: house),
    .systemLibrary(name: "CExpat", pkgConfig: "expat", providers: [.apt(["libexpat1-dev"])]),
    .systemLibrary(name: "CMinizip", pkgConfig: "minizip", providers: [.apt(["libminizip-dev"])]),
    .systemLibrary(name: "CXlsxWriter", pkgConfig: "xlsxwriter", providers: [.apt(["libxlsxwriter-dev"])]),
    .target(
      name: "Workbook",
      dependencies: [
        "ByteStreams",
        .target(name: "CExpat", condition: .when(traits: ["Workbooks"])),
        .target(name: "CMinizip", condition: .when(traits: ["Workbooks"])),
        .target(name: "CXlsxWriter", condition: .when(traits: ["Workbooks"])),
      ], swiftSettings: house),

    // Medicine and billing: read and write nothing.
    .target(name: "Infusion", swiftSettings: house),
    .target(name: "Coding", dependencies: ["Infusion"], exclude: ["Rules/README.md"], swiftSettings: house),
    .target(
      name: "Reconciliation", dependencies: ["Infusion", "Coding"], exclude: ["Checks/README.md"],
      swiftSettings: house),

    // Where they meet.
    .target(
      name: "CodeTables", dependencies: ["ByteStreams", "CSV", "Infusion", "Coding"],
      resources: [.copy("Tables")], swiftSettings: house),
    .target(
      name: "Pipeline",
      dependencies: [
        "ByteStreams", "CSV", "Workbook", "Infusion", "Coding", "Reconciliation", "CodeTables",
        .product(name: "Yams", package: "Yams"), .product(name: "DequeModule", package: "swift-collections"),
      ], swiftSettings: house),
    .target(
      name: "Reports",
      dependencies: [
        "ByteStreams", "CSV", "Workbook", "Infusion", "Coding", "Reconciliation", "CodeTables", "Pipeline",
        .product(name: "Mustache", package: "swift-mustache"),
      ], swiftSettings: house),
    .target(
      name: "DropFolder",
      dependencies: [
        "ByteStreams", "Reconciliation", "Pipeline", "Reports", .product(name: "Logging", package: "swift-log"),
      ], swiftSettings: house),
    .target(
      name: "Generation", dependencies: ["ByteStreams", "CSV", "Infusion", "Coding", "CodeTables", "Pipeline"],
      swiftSettings: house),
    .executableTarget(
      name: "infusion-charges",
      dependencies: [
        "ByteStreams", "CSV", "Workbook", "Infusion", "Coding", "Reconciliation", "CodeTables", "Pipeline", "Reports",
        "DropFolder", "Generation", .product(name: "Logging", package: "swift-log"),
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ], swiftSettings: house),

    // What tests of several targets use.
    .target(name: "TestSupport", path: "Tests/Support", swiftSettings: house),
    .testTarget(name: "ByteStreamsTests", dependencies: ["ByteStreams", "TestSupport"], swiftSettings: house),
    .testTarget(name: "CSVTests", dependencies: ["CSV", "TestSupport"], swiftSettings: house),
    .testTarget(name: "WorkbookTests", dependencies: ["ByteStreams", "Workbook"], swiftSettings: house),
    .testTarget(
      name: "ReconciliationTests", dependencies: ["Infusion", "Coding", "Reconciliation", "TestSupport"],
      swiftSettings: house),
    .testTarget(
      name: "CodeTablesTests", dependencies: ["ByteStreams", "CSV", "Infusion", "Coding", "CodeTables"],
      swiftSettings: house),
    .testTarget(
      name: "ScenarioTests",
      dependencies: ["Infusion", "Coding", "Reconciliation", "CodeTables", "Pipeline"], swiftSettings: house),
    .testTarget(
      name: "PropertyTests", dependencies: ["Infusion", "Coding", "Reconciliation", "CodeTables", "TestSupport"],
      swiftSettings: house),
    .testTarget(
      name: "PipelineTests",
      dependencies: [
        "ByteStreams", "CSV", "Infusion", "Coding", "Reconciliation", "CodeTables", "Pipeline", "TestSupport",
      ], swiftSettings: house),
    .testTarget(
      name: "GenerationTests",
      dependencies: [
        "ByteStreams", "CSV", "Infusion", "Coding", "Reconciliation", "CodeTables", "Pipeline", "Generation",
      ], swiftSettings: house),
    .testTarget(
      name: "CommandTests", dependencies: ["infusion-charges", "TestSupport"], exclude: ["Golden"],
      swiftSettings: house),
    .testTarget(
      name: "ReportsTests",
      dependencies: [
        "ByteStreams", "CSV", "Workbook", "Infusion", "Coding", "Reconciliation", "CodeTables", "Pipeline", "Reports",
      ], swiftSettings: house),
  ]
)

// scripts/fuzz-parsers builds the parsers with libFuzzer; nothing else needs this target.
if Context.environment["FUZZING"] != nil {
  package.targets.append(
    .executableTarget(
      name: "Fuzzing", dependencies: ["ByteStreams", "CSV", "Workbook", "Pipeline"], path: "Tests/Fuzzing",
      exclude: ["Corpus"],
      swiftSettings: house + [.unsafeFlags(["-parse-as-library"])]))
}

// scripts/bench-parts times parts of a run; nothing else needs this target and its library.
if Context.environment["BENCHMARKS"] != nil {
  package.dependencies.append(.package(url: "https://github.com/google/swift-benchmark", from: "0.1.2"))
  package.targets.append(
    .executableTarget(
      name: "Benchmarks",
      dependencies: [
        "ByteStreams", "CSV", "Infusion", "Coding", "Reconciliation", "CodeTables", "Pipeline",
        .product(name: "Benchmark", package: "swift-benchmark"),
      ], path: "Tests/Benchmarks", swiftSettings: house))
}
