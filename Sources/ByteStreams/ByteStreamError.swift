/// A file that cannot be read or written: which one, what is wrong, what to do.
package enum ByteStreamError: Error, Equatable, Sendable, CustomStringConvertible {
  case notFound(path: String)
  case isFolder(path: String)
  case notReadable(path: String, reason: String)
  /// Content of a kind that the program does not read.
  case unsupported(path: String, kind: ContentKind)
  case truncatedGzip(path: String)
  case corruptGzip(path: String, reason: String)
  /// Bytes that are no gzip member and no padding, at `offset` of the file.
  case bytesAfterGzip(path: String, offset: Int)
  /// UTF-16 that does not say which of its bytes comes first; `likely` is what it looks like.
  case noByteOrderMark(path: String, likely: TextEncoding?)
  /// UTF-16 that ends within a character.
  case halfCharacter(path: String)
  case readFailed(path: String, reason: String)
  case cannotCreate(path: String, reason: String)
  case writeFailed(path: String, reason: String)
  /// Whoever read what is written went away.
  case readerGone(path: String)

  /// What the error means to the caller of the program; raw values are its exit codes (output section 9).
  package enum Category: Int32, Sendable {
    case inputNotAcceptable = 65
    case inputNotReadable = 66
    case cannotCreateOutput = 73
    case readOrWriteFailed = 74
  }

  package var category: Category {
    switch self {
    case .notFound, .isFolder, .notReadable: .inputNotReadable
    case .unsupported, .truncatedGzip, .corruptGzip, .bytesAfterGzip, .noByteOrderMark, .halfCharacter:
      .inputNotAcceptable
    case .cannotCreate: .cannotCreateOutput
    case .readFailed, .writeFailed, .readerGone: .readOrWriteFailed
    }
  }

  /// The file as the user named it; `-` for standard input or output.
  package var path: String {
    switch self {
    case .notFound(let path), .isFolder(let path), .truncatedGzip(let path), .halfCharacter(let path): path
    case .notReadable(let path, _), .corruptGzip(let path, _), .readFailed(let path, _): path
    case .cannotCreate(let path, _), .writeFailed(let path, _): path
    case .unsupported(let path, _), .readerGone(let path): path
    case .bytesAfterGzip(let path, _), .noByteOrderMark(let path, _): path
    }
  }

  package var description: String { "\(shownPath): \(sentence)" }

  private var shownPath: String {
    guard path == "-" else { return path }
    return switch self {
    case .cannotCreate, .writeFailed, .readerGone: "standard output"
    default: "standard input"
    }
  }

  private var sentence: String {
    switch self {
    case .notFound: "no such file or folder; check the name"
    case .isFolder: "this is a folder; name the files in it"
    case .notReadable(_, let reason): "cannot be opened (\(reason)); check its permissions"
    case .unsupported(_, let kind): "this is \(kind.name); \(kind.advice)"
    case .truncatedGzip: "the gzip file ends too early; copy or export it again"
    case .corruptGzip(_, let reason): "the gzip file is damaged (\(reason)); copy or export it again"
    case .bytesAfterGzip(_, let offset):
      "bytes that are not gzip follow the last member, from byte \(offset); copy or export the file again"
    case .noByteOrderMark(_, let likely?):
      "this looks like UTF-16 without a byte order mark; give --encoding \(likely.rawValue), or save it as UTF-8"
    case .noByteOrderMark:
      "this does not start with the byte order mark of UTF-16; leave --encoding out, or say utf-16le or utf-16be"
    case .halfCharacter: "the UTF-16 text ends within a character; copy or export it again"
    case .readFailed(_, let reason): "reading failed (\(reason)); check the disk or the connection and run again"
    case .cannotCreate(_, let reason): "cannot be created (\(reason)); check the folder and its permissions"
    case .readerGone: "its reader is gone; nothing more was written"
    case .writeFailed(_, let reason): "writing failed (\(reason)); free some space or check the disk, and run again"
    }
  }
}
