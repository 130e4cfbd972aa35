import Testing

@testable import ByteStreams

@Test(arguments: [1, 70_000, 3_000_000])
func aCompressedMemberIsReadBack(count: Int) throws {
  let plain = (0..<count).map { UInt8(truncatingIfNeeded: $0 / 7 ^ $0) }
  let folder = try Folder()
  // Two members, one behind the other.
  let member = GzipMember.compressed(plain)
  #expect(member.prefix(10) == [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3])
  #expect(try readAll(folder.write(member + member, to: "a.gz")).bytes == plain + plain)
}

@Test func nothingIsNoMember() {
  #expect(GzipMember.compressed([]).isEmpty)
}
