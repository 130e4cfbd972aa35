/// An amount of memory as a user writes it: `512MB`, `2GB`, or a number of bytes.
struct MemorySize {
  /// Less than this holds neither the tables nor one worker.
  static let least = 128 << 20

  let bytes: Int

  /// Nil for what is no amount, and for too little.
  init?(_ text: String) {
    let units = ["": 1, "b": 1, "kb": 1 << 10, "k": 1 << 10, "mb": 1 << 20, "m": 1 << 20, "gb": 1 << 30, "g": 1 << 30]
    let digits = text.prefix { $0.isASCII && $0.isNumber }
    let unit = text.dropFirst(digits.count).drop { $0 == " " }.lowercased()
    guard let number = Int(digits), let factor = units[unit] else { return nil }
    let (bytes, isTooMuch) = number.multipliedReportingOverflow(by: factor)
    guard !isTooMuch, bytes >= Self.least else { return nil }
    self.bytes = bytes
  }
}
