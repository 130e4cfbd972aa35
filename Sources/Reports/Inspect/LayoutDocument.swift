import Pipeline

/// Layouts of exports as JSON: a list of `role`, `path`, `delimiter`, `header_line`, `width` and `columns` by field.
package struct LayoutDocument {
  private let layouts: [ExportLayout]

  package init(_ layouts: [ExportLayout]) {
    self.layouts = layouts
  }

  /// The document, ending in a line end.
  package var text: String {
    JSONValue.list(
      layouts.map { layout in
        .object([
          "role": .text(layout.role.rawValue), "path": .text(layout.path), "delimiter": .text(layout.delimiter),
          "header_line": .number(layout.headerLine), "width": .number(layout.width),
          "columns": .counts(layout.columns),
        ])
      }
    ).document
  }
}
