import Testing

@testable import ByteStreams

@Suite struct ByteSourceTests {
  private let folder: Folder

  init() throws { folder = try Folder() }

  @Test("A plain file comes as it is, with size and SHA-256", arguments: [0, 1, 3, 4095, 1 << 20, 2_500_001])
  func plain(_ count: Int) throws {
    let bytes = (0..<count).map { UInt8(truncatingIfNeeded: 97 + $0 % 26) }
    let (found, digest) = try readAll(folder.write(bytes, to: "a.csv"))
    #expect(found == bytes)
    #expect(digest?.byteCount == count)
    // FIPS 180-4 examples: no bytes, and "abc".
    if count == 0 { #expect(digest?.sha256 == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855") }
    if count == 3 { #expect(digest?.sha256 == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad") }
  }

  @Test("The digest is of the bytes as stored, and there is none before the end")
  func digestOfStored() throws {
    let stored = Gzip.compressed
    let source = try ByteSource(path: folder.write(stored, to: "a"))
    #expect(source.digest == nil)
    while try source.next() != nil { #expect(source.digest == nil) }
    var hash = SHA256()
    hash.update(stored.span)
    #expect(source.digest == StreamDigest(byteCount: stored.count, sha256: hash.finish()))
    #expect(try source.next() == nil)
  }

  @Test(
    "Any number of gzip members, empty ones too, and zeros after the last",
    arguments: [
      ("one", [Array("a,b\n".utf8)], 0), ("three", [Array("a".utf8), [], Array("b".utf8)], 0),
      ("padded", [Array("a".utf8), Array("b".utf8)], 512), ("empty", [[]], 0), ("empty and padded", [[], []], 1),
      ("much padding", [Array("a".utf8)], 3 << 20),
    ] as [(String, [[UInt8]], Int)])
  func members(_ name: String, _ members: [[UInt8]], _ padding: Int) throws {
    let stored = members.flatMap(Gzip.member) + [UInt8](repeating: 0, count: padding)
    #expect(try readAll(folder.write(stored, to: "named.csv")).bytes == Array(members.joined()), "\(name)")
  }

  @Test("Members begin and end anywhere in a read of 1 MiB", arguments: -24...4)
  func memberAcrossReads(_ shift: Int) throws {
    // 18 bytes around a member and 5 around each of its blocks.
    let first = [UInt8](repeating: 0x61, count: (1 << 20) + shift - 18 - 17 * 5)
    let second = Array("second".utf8)
    let stored = Gzip.member(first) + Gzip.member(second)
    #expect(try readAll(folder.write(stored, to: "a.gz")).bytes == first + second)
  }

  @Test("A compressed member is inflated, also when it gives more than one chunk")
  func inflated() throws {
    let text = Array(repeating: Array("MAR".utf8), count: 60).flatMap { $0 }
    #expect(try readAll(folder.write(Gzip.compressed, to: "a")).bytes == text)
    let large = (0..<3_000_000).map { UInt8(truncatingIfNeeded: 32 + $0 % 90) }
    #expect(try readAll(folder.write(Gzip.member(large), to: "b")).bytes == large)
  }

  @Test("A gzip file cut at any byte is an error, or complete at the end of a member")
  func truncated() throws {
    let first = Gzip.compressed
    let stored = first + Gzip.member(Array("next".utf8)) + [0, 0, 0]
    let whole = [first.count: 180, stored.count - 3: 184, stored.count - 2: 184, stored.count - 1: 184]
    for cut in 2..<stored.count {
      let path = try folder.write(Array(stored[..<cut]), to: "cut.gz")
      if let count = whole[cut] {
        #expect(try readAll(path).bytes.count == count)
      } else {
        #expect(failure(reading: path) == .truncatedGzip(path: path), "cut at \(cut)")
      }
    }
  }

  @Test(
    "Bytes after the last member that are no padding are an error with their place",
    arguments: [
      ("text", [0x61], 0), ("half a magic", [0x1F, 0x61], 0), ("after padding", [0, 0, 0x61], 2),
      ("a member after padding", [0] + Gzip.compressed, 1),
    ] as [(String, [UInt8], Int)])
  func trailing(_ name: String, _ junk: [UInt8], _ offset: Int) throws {
    let path = try folder.write(Gzip.compressed + junk, to: "a.gz")
    let expected = ByteStreamError.bytesAfterGzip(path: path, offset: Gzip.compressed.count + offset)
    #expect(failure(reading: path) == expected, "\(name)")
  }

  @Test("A changed bit in block, CRC or length is an error")
  func damaged() throws {
    for place in 10..<Gzip.compressed.count {
      var stored = Gzip.compressed
      stored[place] ^= 0x04
      let error = try #require(failure(reading: folder.write(stored, to: "a.gz")), "byte \(place)")
      #expect(error.category == .inputNotAcceptable)
    }
  }

  @Test(
    "Other kinds are named, with what to do, and also within gzip",
    arguments: [
      (.workbook, Array("PK\u{3}\u{4}".utf8) + [UInt8](repeating: 0, count: 26) + Array("xl/workbook.xml".utf8)),
      (.zip, Array("PK\u{3}\u{4}".utf8) + [UInt8](repeating: 0, count: 26) + Array("mar.csv".utf8)),
      (.oldWorkbook, [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]), (.pdf, Array("%PDF-1.7".utf8)),
      (.zstd, [0x28, 0xB5, 0x2F, 0xFD, 0]), (.bzip2, Array("BZh91AY&SY".utf8)),
      (.xz, [0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00]), (.tar, [UInt8](repeating: 0x61, count: 257) + Array("ustar".utf8)),
      (.markup, Array("\u{FEFF}\r\n <HTML xmlns:x=\"\"><table>".utf8)),
      (.markup, Array("<?xml version=\"1.0\"?>".utf8)),
      (.json, Array("[\n  {\n \"csn\": 1}]".utf8)), (.json, Array("{\"csn\": 1}".utf8)),
    ] as [(ContentKind, [UInt8])])
  func otherKinds(_ kind: ContentKind, _ bytes: [UInt8]) throws {
    for stored in [bytes, Gzip.member(bytes)] {
      let path = try folder.write(stored, to: "mar.csv")
      let error = try #require(failure(reading: path))
      #expect(error == .unsupported(path: path, kind: kind))
      #expect(error.description == "\(path): this is \(kind.name); \(kind.advice)")
    }
  }

  @Test("Gzip within gzip is refused, and text that only looks a little like another kind is text")
  func lookalikes() throws {
    let wrapped = try folder.write(Gzip.member(Gzip.compressed), to: "a")
    #expect(failure(reading: wrapped) == .unsupported(path: wrapped, kind: .gzip))
    for text in ["BZh1,drug\n", "PK,drug\n", "%PDF", "\u{1F}", "<5 mg,drug\n", "[csn],[drug]\n", "{csn}\n", "\"{\"\n"] {
      #expect(try readAll(folder.write(Array(text.utf8), to: "b")).bytes == Array(text.utf8))
    }
  }

  @Test("What cannot be opened says so: exit code 66")
  func notThere() throws {
    let missing = folder.path(of: "no.csv")
    #expect(throws: ByteStreamError.notFound(path: missing)) { try ByteSource(path: missing) }
    #expect(throws: ByteStreamError.isFolder(path: folder.path)) { try ByteSource(path: folder.path) }
    #expect(ByteStreamError.notFound(path: missing).category.rawValue == 66)
    #expect(ByteStreamError.notFound(path: "a.csv").description == "a.csv: no such file or folder; check the name")
  }
}
