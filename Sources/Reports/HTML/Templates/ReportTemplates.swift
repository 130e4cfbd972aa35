import Mustache

/// The templates of the report.
///
/// Every value goes through `{{ }}`, which escapes it; there is no `{{{ }}}`. They are texts of the program and not files
/// beside it, so that one binary is enough to write a report.
enum ReportTemplates {
  /// The page of a view, every text in it made inert.
  static func page(_ view: [String: Any]) -> String {
    guard let text = library.render(InertText.of(view), withTemplate: "page") else {
      preconditionFailure("the library holds the page")
    }
    return text
  }

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
