/// A file or standard input as chunks of plain bytes; gzip, told by content, is inflated.
///
///     let source = try ByteSource(path: path)
///     while let chunk = try source.next() { … }
///     source.digest  // size and SHA-256 of the file as stored
///
/// Chunks come before the checks that end their gzip member: use nothing for good until `next` has given nil.
package final class ByteSource {
  private enum Place {
    case start
    case text
    case betweenMembers
    case inMember
    case end
  }

  /// As given: a file, or `-` for standard input.
  package let path: String
  /// Size and SHA-256 of the bytes as stored, compressed or not; nil until `next` has given nil.
  package private(set) var digest: StreamDigest?

  /// Whether the file is gzip; known once `next` was asked.
  package private(set) var isCompressed = false

  /// Of the bytes as stored, so many were read so far.
  package var bytesRead: Int { stored.bytesRead }

  private let stored: StoredBytes
  private let inflater = GzipInflater()
  private var place = Place.start
  /// Whether plain bytes of a gzip file were looked at for what they are.
  private var isContentKnown = false

  /// What is read beside text.
  private let accepted: ContentKind

  /// Opens a file, or standard input for `-`.
  ///
  /// - Parameter accepted: a further kind of content to read, for files of our own that are no tables.
  /// - Throws: `notFound`, `isFolder`, `notReadable`.
  package init(path: String, accepting accepted: ContentKind = .text) throws(ByteStreamError) {
    self.path = path
    self.accepted = accepted
    stored = try StoredBytes(path: path)
  }

  /// The next plain bytes, at least one and at most 1 MiB; nil at the end, and again after it.
  ///
  /// - Throws: `unsupported`, `truncatedGzip`, `corruptGzip`, `bytesAfterGzip`, `readFailed`.
  package func next() throws(ByteStreamError) -> [UInt8]? {
    while true {
      switch place {
      case .start: try recognise()
      case .text: if let chunk = try nextText() { return chunk }
      case .betweenMembers: try startMember()
      case .inMember: if let chunk = try nextInflated() { return chunk }
      case .end: return nil
      }
    }
  }

  private func recognise() throws(ByteStreamError) {
    try stored.fill(atLeast: ContentKind.bytesLookedAt)
    switch unsafe ContentKind(startingWith: Span(_unsafeBytes: stored.window)) {
    case .text, accepted: place = .text
    case .gzip: (place, isCompressed) = (.inMember, true)
    case let kind: throw .unsupported(path: path, kind: kind)
    }
  }

  private func nextText() throws(ByteStreamError) -> [UInt8]? {
    try stored.fill(atLeast: 1)
    let chunk = unsafe [UInt8](stored.window)
    stored.use(chunk.count)
    if chunk.isEmpty { end() }
    return chunk.isEmpty ? nil : chunk
  }

  private func nextInflated() throws(ByteStreamError) -> [UInt8]? {
    let step: GzipInflater.Step
    do throws(GzipInflater.Damage) {
      step = try unsafe inflater.inflate(stored.window)
    } catch {
      throw .corruptGzip(path: path, reason: error.reason)
    }
    stored.use(step.used)
    if step.isMemberEnd {
      place = .betweenMembers
    } else if step.plain.isEmpty {
      try stored.fill(atLeast: 1)
      if unsafe stored.window.isEmpty { throw .truncatedGzip(path: path) }
    }
    guard !step.plain.isEmpty else { return nil }
    try refuseWrapped(step.plain)
    return step.plain
  }

  /// A gzip file may hold what is refused outside of one.
  private func refuseWrapped(_ plain: [UInt8]) throws(ByteStreamError) {
    if isContentKnown { return }
    isContentKnown = true
    let kind = ContentKind(startingWith: plain.span)
    if kind != .text, kind != accepted { throw .unsupported(path: path, kind: kind) }
  }

  private func startMember() throws(ByteStreamError) {
    try stored.fill(atLeast: 2)
    let window = unsafe stored.window
    guard let first = unsafe window.first else { return end() }
    if first == 0 { return try skipPadding() }
    guard first == 0x1F, window.count > 1 else {
      throw first == 0x1F ? .truncatedGzip(path: path) : .bytesAfterGzip(path: path, offset: stored.offset)
    }
    guard unsafe window[1] == 0x8B else { throw .bytesAfterGzip(path: path, offset: stored.offset) }
    inflater.startMember()
    place = .inMember
  }

  /// Zeros up to the end, as tapes and block devices leave them; no member may follow.
  private func skipPadding() throws(ByteStreamError) {
    while true {
      let zeros = unsafe stored.window.prefix { $0 == 0 }.count
      stored.use(zeros)
      guard unsafe stored.window.isEmpty else { throw .bytesAfterGzip(path: path, offset: stored.offset) }
      try stored.fill(atLeast: 1)
      if unsafe stored.window.isEmpty { return end() }
    }
  }

  private func end() {
    place = .end
    digest = stored.digest()
  }
}
