import ByteStreams
import Foundation
import Mustache

/// The templates of the report.
///
/// Every value goes through `{{ }}`, which escapes it; there is no `{{{ }}}`. They are texts of the program and not files
/// beside it, so that one binary is enough to write a report.
enum ReportTemplates {
  /// The page of a view, every text in it made inert.
  static func page(_ view: [String: Any]) -> String {
    let view = InertText.of(view.merging(["styleHash": styleHash]) { $1 })
    guard let text = library.render(view, withTemplate: "page") else {
      preconditionFailure("the library holds the page")
    }
    return text
  }

  /// SHA-256 of what stands between the tags of the style, in base 64 (Content Security Policy 3, hash source).
  private static let styleHash: String = {
    var hash = SHA256()
    hash.update(Array("\n\(style)\n".utf8).span)
    let digits = Array(hash.finish().utf8)
    let bytes = stride(from: 0, to: digits.count, by: 2).compactMap { place in
      UInt8(String(decoding: digits[place...(place + 1)], as: UTF8.self), radix: 16)
    }
    return Data(bytes).base64EncodedString()
  }()

  private static let library: MustacheLibrary = {
    do {
      var library = MustacheLibrary()
      for (name, text) in [
        ("page", page), ("style", style), ("rollUp", rollUp), ("encounter", encounter), ("timeline", timeline),
        ("legend", legend), ("run", run),
      ] { try library.register(text + "\n", named: name) }
      return library
    } catch {
      preconditionFailure("a template of the report is broken: \(error)")
    }
  }()
}
