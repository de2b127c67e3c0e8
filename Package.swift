// swift-tools-version: 6.2
// The package follows the text's way through the program; `docs/architecture.md` draws the map.
import PackageDescription

let strict: [SwiftSetting] = [
  .enableUpcomingFeature("InternalImportsByDefault"),
  .treatAllWarnings(as: .error),
]

let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
// SQLite's own functions, for the one file that stores units by the million.
let sqlite = Target.Dependency.product(name: "GRDBSQLite", package: "GRDB.swift")
let argumentParser = Target.Dependency.product(
  name: "ArgumentParser", package: "swift-argument-parser")

let flyingFox = Target.Dependency.product(name: "FlyingFox", package: "FlyingFox")
let flyingSocks = Target.Dependency.product(name: "FlyingSocks", package: "FlyingFox")

/// What a browser gets of the review.
let pageFiles = [
  "index.html", "review.html", "style.css", "icon.svg", "index.js", "review.js", "server.js",
  "keys.js", "ladder.js", "row.js", "minimap.js", "drag.js", "dock.js", "aside.js", "words.js",
  "figures.js", "tools.js",
]

func stage(
  _ name: String, _ dependencies: [Target.Dependency] = [], resources: [Resource] = []
) -> Target {
  .target(
    name: name, dependencies: ["Bitext"] + dependencies, resources: resources,
    swiftSettings: strict)
}

func tests(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
  .testTarget(
    name: name, dependencies: ["Bitext", "TestData"] + dependencies, swiftSettings: strict)
}

let package = Package(
  name: "bitext",
  products: [.executable(name: "bitext", targets: ["BitextCLI"])],
  dependencies: [
    .package(url: "https://github.com/groue/GRDB.swift.git", exact: "7.10.0"),
    .package(url: "https://github.com/apple/swift-argument-parser.git", exact: "1.8.2"),
    .package(url: "https://github.com/swhitty/FlyingFox.git", exact: "0.27.1"),
  ],
  targets: [
    // The nouns.
    .target(name: "Bitext", dependencies: ["CDigest"], swiftSettings: strict),

    // Plain-C faces of C libraries.
    .target(
      name: "CICU",
      linkerSettings: [
        .linkedLibrary("icui18n"), .linkedLibrary("icuuc"), .linkedLibrary("icudata"),
      ]),
    // SHA-256 in C, for the processor at hand.
    .target(name: "CDigest"),
    // Matrix products in C, for the processor at hand.
    .target(name: "CMatrix", linkerSettings: [.linkedLibrary("m")]),
    .systemLibrary(name: "CArchive", providers: [.apt(["libarchive-dev"])]),
    .systemLibrary(name: "CMd4c", providers: [.apt(["libmd4c-dev", "libmd4c-html0-dev"])]),
    .systemLibrary(name: "CStemmer", providers: [.apt(["libstemmer-dev"])]),
    .systemLibrary(name: "CZlib", providers: [.apt(["zlib1g-dev"])]),
    .systemLibrary(
      name: "Clibxml2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),

    // Marked-up and zipped files as streams, safe from those that mean harm.
    .target(name: "Markup", dependencies: ["CArchive", "Clibxml2"], swiftSettings: strict),

    // The stages, in the order a text meets them. No stage imports another.
    stage("Documents", ["CICU", "CMd4c", "Markup"]),
    stage("Segmentation", ["CICU", "Clibxml2"]),
    stage(
      "Alignment", ["CMatrix", "CStemmer", "CZlib"],
      resources: [
        .embedInCode("Model/weights.json"),
        .embedInCode("Model/weights_without_lexicon.json"),
        .embedInCode("Model/weights_encoder.json"),
        .embedInCode("Model/weights_encoder_without_lexicon.json"),
      ]),
    stage("Encoding", ["CMatrix", "CZlib"]),
    stage("Terminology", ["CStemmer"]),
    stage("Checks", ["CICU"]),
    stage("Review"),
    stage("Memory", ["CICU", "CMatrix", "CStemmer", grdb, sqlite]),
    stage("Exchange", ["CICU", "CArchive", "Clibxml2", "Markup"]),

    // The stages joined over one workspace, and the command.
    stage(
      "Workbench",
      [
        "Documents", "Segmentation", "Alignment", "Encoding", "Terminology", "Checks", "Review",
        "Memory", "Exchange",
      ]),
    stage(
      "ReviewServer", ["Workbench", flyingFox, flyingSocks],
      resources: pageFiles.map { .embedInCode("Page/\($0)") }),
    .executableTarget(
      name: "BitextCLI", dependencies: ["Bitext", "Workbench", "ReviewServer", argumentParser],
      swiftSettings: strict),

    // What tests share: the data they read from outside the repository.
    .target(
      name: "TestData", dependencies: ["Bitext"], path: "Tests/TestData", swiftSettings: strict),

    tests("BitextTests", ["CDigest"]),
    tests("DocumentsTests", ["Documents"]),
    tests("SegmentationTests", ["CICU", "Documents", "Segmentation"]),
    tests("AlignmentTests", ["Alignment"]),
    tests("EncodingTests", ["Encoding", "CMatrix"]),
    tests("TerminologyTests", ["Terminology", "Exchange"]),
    tests("ChecksTests", ["Checks"]),
    tests("ReviewTests", ["Review"]),
    tests("MemoryTests", ["Memory"]),
    tests("ExchangeTests", ["Exchange"]),
    tests("ReviewServerTests", ["ReviewServer", "Workbench", "Memory"]),
    tests(
      "WorkbenchTests",
      [
        "Workbench", "Alignment", "Checks", "Encoding", "Exchange", "Memory", "Review",
        "Terminology", grdb,
      ]),
    tests("BitextCLITests", ["BitextCLI", "Workbench", "Review", "Memory", grdb]),
  ],
  swiftLanguageModes: [.v6]
)
