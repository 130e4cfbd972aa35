/// A file or standard input as chunks of UTF-8, whatever its encoding and whether it is gzip.
///
///     let source = try TextSource(path: path, encoding: .auto)
///     while let chunk = try source.next() { … }
///
/// Chunks end between characters. As of `ByteSource`, use nothing for good until `next` has given nil.
package final class TextSource {
  private let source: ByteSource
  private var decoder: TextDecoder
  private var isEnded = false

  /// Opens a file, or standard input for `-`.
  ///
  /// - Throws: `notFound`, `isFolder`, `notReadable`.
  package init(path: String, encoding: TextEncoding = .auto) throws(ByteStreamError) {
    source = try ByteSource(path: path)
    decoder = TextDecoder(encoding)
  }

  /// As given: a file, or `-` for standard input.
  package var path: String { source.path }

  /// Size and SHA-256 of the bytes as stored; nil until `next` has given nil.
  package var digest: StreamDigest? { source.digest }

  /// Of the bytes as stored, so many were read so far.
  package var bytesRead: Int { source.bytesRead }

  /// Whether the file is gzip; known once `next` was asked.
  package var isCompressed: Bool { source.isCompressed }

  /// What the text so far was written in, in words; known once `next` was asked.
  package var encodingName: String { decoder.encodingName }

  /// Where the file stops being UTF-8 and is Windows-1252 on, in bytes of the text given; nil while it has not.
  package var fallback: Int? { decoder.fallback }

  /// Whether the text so far may hold a NUL or bytes that are no UTF-8; else it holds none.
  package var isDoubtful: Bool { decoder.isDoubtful }

  /// The next text, at least one byte; nil at the end, and again after it.
  ///
  /// - Throws: what `ByteSource.next` throws, `noByteOrderMark`, `halfCharacter`.
  package func next() throws(ByteStreamError) -> [UInt8]? {
    while !isEnded {
      let chunk = try source.next()
      isEnded = chunk == nil
      let text = try decoded(chunk ?? [])
      if !text.isEmpty { return text }
    }
    return nil
  }

  private func decoded(_ chunk: [UInt8]) throws(ByteStreamError) -> [UInt8] {
    do throws(TextDecoder.Failure) {
      return try decoder.decode(chunk, isLast: isEnded)
    } catch {
      switch error {
      case .noByteOrderMark(let likely): throw .noByteOrderMark(path: path, likely: likely)
      case .halfCharacter: throw .halfCharacter(path: path)
      }
    }
  }
}
