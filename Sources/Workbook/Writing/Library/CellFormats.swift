#if Workbooks
import CXlsxWriter

/// The formats of a workbook, made in one order so that equal workbooks have equal styles.
@safe final class CellFormats {
  private let styles: [UnsafeMutablePointer<lxw_format>?]
  private let colors: [UnsafeMutablePointer<lxw_format>?]

  init(in book: UnsafeMutablePointer<lxw_workbook>) {
    unsafe styles = CellStyle.allCases.map { style in
      let format = unsafe workbook_add_format(book)
      unsafe Self.set(style, on: format)
      return unsafe format
    }
    unsafe colors = CellColor.allCases.map { color in
      let format = unsafe workbook_add_format(book)
      unsafe format_set_bg_color(format, color.ground)
      unsafe format_set_font_color(format, color.text)
      return unsafe format
    }
  }

  subscript(style: CellStyle) -> UnsafeMutablePointer<lxw_format>? { unsafe styles[style.rawValue] }
  subscript(color: CellColor) -> UnsafeMutablePointer<lxw_format>? { unsafe colors[color.rawValue] }

  private static func set(_ style: CellStyle, on format: UnsafeMutablePointer<lxw_format>?) {
    unsafe format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
    switch style.alignment {
    case .center: unsafe format_set_align(format, UInt8(LXW_ALIGN_CENTER.rawValue))
    case .right: unsafe format_set_align(format, UInt8(LXW_ALIGN_RIGHT.rawValue))
    case nil: break
    }
    if let number = style.numberFormat { unsafe format_set_num_format(format, number) }
    if style.isBold { unsafe format_set_bold(format) }
    if style.wraps { unsafe format_set_text_wrap(format) }
    if let size = style.fontSize { unsafe format_set_font_size(format, size) }
    if let ground = style.ground { unsafe format_set_bg_color(format, ground) }
    if let color = style.textColor { unsafe format_set_font_color(format, color) }
  }
}
#endif
