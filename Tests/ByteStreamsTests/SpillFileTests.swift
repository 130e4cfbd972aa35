import Testing

@testable import ByteStreams

@Suite struct SpillFileTests {
  @Test func piecesComeBackAsTheyWentIn() throws {
    let folder = try Folder()
    let spill = try SpillFile(beside: folder.path(of: "findings.csv"))
    let pieces = (0..<50).map { number in [UInt8](repeating: UInt8(number), count: number * 1_000) }
    let extents = try pieces.map { try spill.append($0.span) }
    for (piece, extent) in zip(pieces, extents).reversed() { #expect(try spill.read(extent) == piece) }
  }

  @Test func noNameIsLeft() throws {
    let folder = try Folder()
    let spill = try SpillFile(beside: folder.path(of: "findings.csv"))
    _ = try spill.append([1, 2, 3].span)
    #expect(try folder.names().isEmpty)
  }

  @Test func aMissingFolderIsNamed() {
    #expect(throws: ByteStreamError.self) { try SpillFile(beside: "/nowhere/findings.csv") }
  }
}
