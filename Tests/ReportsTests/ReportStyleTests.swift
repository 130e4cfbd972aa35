import Foundation
import Testing

@testable import Reports
@testable import Workbook

/// Colours that people can tell apart (WCAG 2, contrast minimum).
@Suite struct ReportStyleTests {
  /// The colours of each scheme, by name, in the order of the style: light, dark, paper.
  private static let schemes: [[String: String]] = ReportTemplates.style.components(separatedBy: ":root {").dropFirst()
    .map { block in
      let declarations = block.prefix { $0 != "}" }.split(separator: ";").map { $0.split(separator: ":") }
      let colors = declarations.compactMap { parts -> (String, String)? in
        guard parts.count == 2 else { return nil }
        let name = parts[0].filter { !$0.isWhitespace }
        return name.hasPrefix("--") ? (name, parts[1].filter { !$0.isWhitespace }) : nil
      }
      return Dictionary(uniqueKeysWithValues: colors)
    }

  @Test func hasLightDarkAndPaper() {
    #expect(Self.schemes.count == 3)
    #expect(Set(Self.schemes.map { Set($0.keys) }).count == 1)
  }

  @Test(
    arguments: [0, 1, 2],
    [
      ("--ink", "--paper"), ("--quiet", "--paper"), ("--link", "--paper"), ("--ink", "--panel"), ("--quiet", "--panel"),
      ("--on", "--chemo"), ("--on", "--drug"), ("--on", "--blood"), ("--on", "--other"),
    ])
  func textStandsOut(scheme: Int, pair: (String, String)) throws {
    #expect(try contrast(pair, in: scheme) >= 4.5)
  }

  @Test(
    arguments: [0, 1, 2],
    ["--chemo", "--drug", "--fluid", "--blood", "--other", "--match", "--under", "--over", "--mixed", "--review"])
  func shapesStandOut(scheme: Int, color: String) throws {
    #expect(try contrast((color, "--paper"), in: scheme) >= 3)
  }

  @Test(arguments: CellColor.allCases)
  func textOfWorkbookCellsStandsOut(color: CellColor) throws {
    let hex = [color.text, color.ground].map { "#" + String(0x100_0000 + $0, radix: 16).dropFirst() }
    #expect(try contrast(hex[0], hex[1]) >= 4.5)
  }

  private func contrast(_ pair: (String, String), in scheme: Int) throws -> Double {
    let colors = Self.schemes[scheme]
    return try contrast(try #require(colors[pair.0]), try #require(colors[pair.1]))
  }

  private func contrast(_ one: String, _ other: String) throws -> Double {
    let lights = [try luminance(one), try luminance(other)].sorted()
    return (lights[1] + 0.05) / (lights[0] + 0.05)
  }

  /// Source: WCAG 2.2, relative luminance; the power of 2.4 by its square and a root found by halving.
  private func luminance(_ color: String) throws -> Double {
    let value = try #require(Int(color.dropFirst(), radix: 16))
    #expect(color.count == 7)
    let channels = [value >> 16, (value >> 8) & 255, value & 255].map { channel -> Double in
      let share = Double(channel) / 255
      return share <= 0.04045 ? share / 12.92 : power(of12: (share + 0.055) / 1.055)
    }
    return 0.2126 * channels[0] + 0.7152 * channels[1] + 0.0722 * channels[2]
  }

  /// x to the power 12/5.
  private func power(of12 base: Double) -> Double {
    var twelfth = 1.0
    for _ in 0..<12 { twelfth *= base }
    var (low, high) = (0.0, 1.0)
    for _ in 0..<60 {
      let middle = (low + high) / 2
      let fifth = middle * middle * middle * middle * middle
      if fifth < twelfth { low = middle } else { high = middle }
    }
    return low
  }
}
