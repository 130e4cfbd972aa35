import Foundation
import Testing

@testable import Pipeline

/// From names, folders and patterns to files (input IN-01).
@Suite struct InputFilesTests {
  private static let names = [
    "b.csv", "a.csv", "B.csv", "a10.csv", "a9.csv", "c.txt", ".hidden.csv", "a.csv.sha256", "mar.ok", "README.md",
    "notes.yaml", "sub/d.csv", "sub/e.csv", "other/d.csv", "old~", "[x].csv",
  ]

  private func folder(_ names: [String] = names) throws -> URL {
    let folder = FileManager.default.temporaryDirectory.appending(path: "files-\(UUID().uuidString)")
    for name in names {
      let file = folder.appending(path: name)
      try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(name.utf8).write(to: file)
    }
    return folder
  }

  @Test(
    "A name becomes files, sorted by the bytes of their names",
    arguments: [
      ("", ["B.csv", "[x].csv", "a.csv", "a10.csv", "a9.csv", "b.csv", "c.txt"]),
      ("/", ["B.csv", "[x].csv", "a.csv", "a10.csv", "a9.csv", "b.csv", "c.txt"]),
      ("/*.csv", ["B.csv", "[x].csv", "a.csv", "a10.csv", "a9.csv", "b.csv"]),
      ("/a?.csv", ["a9.csv"]), ("/[a-b].csv", ["a.csv", "b.csv"]), ("/[!a]*.csv", ["B.csv", "[x].csv", "b.csv"]),
      ("/*/d.csv", ["other/d.csv", "sub/d.csv"]), ("/sub/*", ["sub/d.csv", "sub/e.csv"]),
      ("/[x].csv", ["[x].csv"]), ("/.h*", [".hidden.csv"]), ("/*.ok", ["mar.ok"]), ("/nothing.csv", ["nothing.csv"]),
      ("/a*9*v", ["a9.csv"]),
    ])
  func expansion(name: String, files: [String]) throws {
    let folder = try folder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let found = try InputFiles.expanded([folder.path + name])
    #expect(found == files.map { folder.path + "/" + $0 })
  }

  @Test("Standard input and the order given stay")
  func order() throws {
    #expect(try InputFiles.expanded(["z.csv", "-", "a.csv"]) == ["z.csv", "-", "a.csv"])
  }

  @Test("A pattern without a match and a folder without an export are named")
  func nothing() throws {
    let folder = try folder([".hidden.csv", "x.sha256", "sub/a.csv"])
    defer { try? FileManager.default.removeItem(at: folder) }
    #expect(throws: InputFilesError.emptyFolder(folder: folder.path)) { try InputFiles.expanded([folder.path]) }
    let pattern = folder.path + "/*.csv"
    #expect(throws: InputFilesError.noMatch(pattern: pattern)) { try InputFiles.expanded([pattern]) }
  }

  @Test("A file that two names mean is an error, also through a link")
  func twice() throws {
    let folder = try folder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let link = folder.path + "/link.csv"
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: folder.path + "/a.csv")
    for names in [["/a.csv", "/*.csv"], ["/a.csv", "/a.csv"], ["/link.csv", "/a.csv"], ["/sub", "/sub/d.csv"]] {
      #expect(throws: InputFilesError.self) { try InputFiles.expanded(names.map { folder.path + $0 }) }
    }
  }
}
