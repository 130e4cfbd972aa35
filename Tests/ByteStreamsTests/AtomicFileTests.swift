import Foundation
import Testing

@testable import ByteStreams

@Suite(.serialized) struct AtomicFileTests {
  private let folder: Folder

  init() throws { folder = try Folder() }

  @Test("A commit replaces the target whole, with mode 0600, whatever the mask", arguments: [0o000, 0o022, 0o777])
  func commit(_ mask: Int) throws {
    try folder.write(Array("old".utf8), to: "a.csv")
    let before = umask(mode_t(mask))
    defer { umask(before) }
    let file = try AtomicFile(path: folder.path(of: "a.csv"))
    try file.write(Array("ab".utf8))
    try file.write(Array("c".utf8))
    let temporary = try #require(folder.names().first)
    #expect(temporary == ".a.csv.\(getpid())-0.part")
    #expect(try folder.mode(of: temporary) == 0o600)
    #expect(try folder.text(of: "a.csv") == "old")
    let digest = try file.commit()
    file.discard()
    #expect(digest.byteCount == 3)
    #expect(digest.sha256 == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    #expect(try folder.names() == ["a.csv"])
    #expect(try folder.text(of: "a.csv") == "abc")
    #expect(try folder.mode(of: "a.csv") == 0o600)
  }

  @Test("A library that writes a file by its name fills the temporary one; digest, mode and target are as always")
  func writtenByName() throws {
    try folder.write(Array("old".utf8), to: "a.xlsx")
    let file = try AtomicFile(path: folder.path(of: "a.xlsx"))
    let path = file.pathToWrite()
    // In place, as a library does that opens the name.
    try Data("abc".utf8).write(to: URL(fileURLWithPath: path))
    #expect(try folder.text(of: "a.xlsx") == "old")
    let digest = try file.commit()
    #expect(digest.byteCount == 3)
    #expect(digest.sha256 == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    #expect(try folder.names() == ["a.xlsx"])
    #expect(try folder.text(of: "a.xlsx") == "abc")
    #expect(try folder.mode(of: "a.xlsx") == 0o600)
  }

  @Test("A file that is discarded or forgotten leaves the target and nothing else", arguments: [true, false])
  func givenUp(_ isDiscarded: Bool) throws {
    try folder.write(Array("old".utf8), to: "a.csv")
    do {
      let file = try AtomicFile(path: folder.path(of: "a.csv"))
      try file.write(Array("new".utf8))
      #expect(try folder.names().count == 2)
      if isDiscarded { file.discard() }
    }
    #expect(try folder.names() == ["a.csv"])
    #expect(try folder.text(of: "a.csv") == "old")
  }

  @Test("Left-overs of dead runs of the same target go; files of living runs and of other targets stay")
  func leftovers() throws {
    // Above the kernel's largest process number.
    let dead = 4_999_999
    let gone = [".a.csv.\(dead)-0.part", ".a.csv.\(dead)-12.part", ".a.csv.\(getpid())-7.part"]
    let kept = [".a.csv.1-0.part", ".a.csv.x-0.part", ".b.csv.\(dead)-0.part", ".a.csv.\(dead)-0.part.bak"]
    for name in gone + kept { try folder.write([], to: name) }
    let file = try AtomicFile(path: folder.path(of: "a.csv"))
    #expect(try folder.names() == (kept + [".a.csv.\(getpid())-0.part"]).sorted())
    // A second open of the same target takes the first for alive.
    let second = try AtomicFile(path: folder.path(of: "a.csv"))
    #expect(try folder.names().contains(".a.csv.\(getpid())-1.part"))
    _ = try file.commit()
    _ = try second.commit()
  }

  @Test("A link keeps pointing: the file it names is replaced")
  func link() throws {
    try folder.write(Array("old".utf8), to: "real.csv")
    try FileManager.default.createSymbolicLink(atPath: folder.path(of: "link.csv"), withDestinationPath: "real.csv")
    let file = try AtomicFile(path: folder.path(of: "link.csv"))
    try file.write(Array("new".utf8))
    _ = try file.commit()
    #expect(try folder.text(of: "real.csv") == "new")
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: folder.path(of: "link.csv")) == "real.csv")
  }

  @Test(
    "What cannot be created says so: exit code 73", arguments: ["", "/", "/no/such/folder/a.csv", "/dev/null", "/tmp"])
  func cannotCreate(_ path: String) throws {
    let error = try #require(throws: ByteStreamError.self) { try AtomicFile(path: path) }
    #expect(error.category.rawValue == 73)
    #expect(error.path == path)
  }

  @Test("A set replaces all files or, when one cannot be synced and renamed, none before the first rename")
  func outputSet() throws {
    for name in ["a.csv", "b.csv"] { try folder.write(Array("old".utf8), to: name) }
    let given = OutputSet()
    for name in ["a.csv", "b.csv"] { try given.open(folder.path(of: name)).write(Array("half".utf8)) }
    given.discard()
    #expect(try folder.text(of: "a.csv") == "old" && folder.text(of: "b.csv") == "old")
    let set = OutputSet()
    for name in ["a.csv", "b.csv"] { try set.open(folder.path(of: name)).write(Array("new \(name)".utf8)) }
    #expect(try folder.text(of: "a.csv") == "old" && folder.text(of: "b.csv") == "old")
    #expect(try set.commit().map(\.byteCount) == [9, 9])
    #expect(try folder.text(of: "a.csv") == "new a.csv" && folder.text(of: "b.csv") == "new b.csv")
    #expect(try folder.names() == ["a.csv", "b.csv"])
  }

  @Test("A set that fails in a later rename puts earlier files back, and takes away what was not there before")
  func outputSetPutBack() throws {
    try folder.write(Array("old".utf8), to: "a.csv")
    let set = OutputSet()
    let blocked = folder.path(of: "c.csv")
    for path in [folder.path(of: "a.csv"), folder.path(of: "b.csv"), blocked] {
      try set.open(path).write(Array("new".utf8))
    }
    try FileManager.default.createDirectory(atPath: blocked, withIntermediateDirectories: false)
    _ = try #require(throws: ByteStreamError.self) { try set.commit() }
    #expect(try folder.names() == ["a.csv", "c.csv"])
    #expect(try folder.text(of: "a.csv") == "old")
  }

  @Test("A set that fails in its renames leaves no temporary file")
  func outputSetFailing() throws {
    let set = OutputSet()
    let blocked = folder.path(of: "a.csv")
    for path in [blocked, folder.path(of: "b.csv")] { try set.open(path).write(Array("new".utf8)) }
    // A folder takes the name after the file was opened.
    try FileManager.default.createDirectory(atPath: blocked, withIntermediateDirectories: false)
    let error = try #require(throws: ByteStreamError.self) { try set.commit() }
    #expect(error.category == .readOrWriteFailed)
    #expect(try folder.names() == ["a.csv"])
  }
}
