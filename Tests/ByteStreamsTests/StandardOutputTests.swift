import Glibc
import Testing

@testable import ByteStreams

@Suite struct StandardOutputTests {
  @Test("A full disk is a failed write: exit code 74")
  func fullDisk() throws {
    let descriptor = unsafe open("/dev/full", O_WRONLY)
    defer { close(descriptor) }
    let output = StandardOutput(descriptor: descriptor)
    let error = try #require(throws: ByteStreamError.self) { try output.write(Array("a".utf8)) }
    #expect(error.category.rawValue == 74)
    #expect(error.description.contains("No space left"))
  }

  @Test("A reader that went away is a failed write, not the end of the process")
  func brokenPipe() throws {
    ProcessStreams.secure()
    var ends: [Int32] = [0, 0]
    #expect(unsafe pipe(&ends) == 0)
    defer { close(ends[1]) }
    let output = StandardOutput(descriptor: ends[1])
    try output.write(Array("abc".utf8))
    close(ends[0])
    let error = ByteStreamError.readerGone(path: "-")
    #expect(throws: error) { try output.write(Array("d".utf8)) }
  }
}
