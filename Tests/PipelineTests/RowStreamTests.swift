import CSV
import Testing

@testable import Pipeline

/// Tags of the rows of a stream.
@Suite struct RowStreamTests {
  private func tag(_ text: String) -> RowStream.Tag? { RowStream.Tag(Array(text.utf8)[...]) }

  @Test func aTagAlone() {
    #expect(tag("m")?.role == .mar)
    #expect(tag("c")?.role == .charges)
    #expect(tag("m")?.place == nil)
  }

  @Test func aTagWithAPlace() throws {
    let placed = try #require(tag("c2:412:411"))
    #expect(placed.role == .charges && placed.file == 1)
    #expect(placed.place?.line == 412 && placed.place?.row == 411)
  }

  /// Both sides of what a row keeps of its place.
  @Test func numbersReachToTheLimitOfARow() throws {
    let last = try #require(tag("m1:2147483647:2147483646"))
    #expect(last.fits && last.place?.line == 2_147_483_647)
    for text in ["m1:2147483648:1", "m1:1:2147483648", "m2147483648:1:1", "c1:99999999999999999999999:1"] {
      #expect(try #require(tag(text)).fits == false)
    }
  }

  @Test(arguments: [
    "", "x", "M", "m1", "m1:2", "m1:2:3:4", "m0:2:3", "m1:0:3", "m1:2:0", "m1:2:", "m:2:3", "m1:2:3 ", "m-1:2:3",
  ])
  func whatIsNoTag(_ text: String) {
    #expect(tag(text) == nil)
  }
}
