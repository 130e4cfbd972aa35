#if Workbooks
import CXlsxWriter

/// Draws `BarChart`s.
enum ChartDrawing {
  static func chart(
    _ chart: BarChart, on sheet: String, in book: UnsafeMutablePointer<lxw_workbook>
  ) -> UnsafeMutablePointer<lxw_chart>? {
    let drawn = unsafe workbook_add_chart(book, UInt8(LXW_CHART_BAR.rawValue))
    unsafe chart_title_set_name(drawn, chart.title)
    for series in chart.series { unsafe add(series, of: chart, on: sheet, to: drawn) }
    unsafe chart_set_series_gap(drawn, 60)
    let hasOne = chart.series.count == 1
    unsafe chart_legend_set_position(
      drawn, UInt8((hasOne ? LXW_CHART_LEGEND_NONE : LXW_CHART_LEGEND_BOTTOM).rawValue))
    guard let drawn = unsafe drawn else { return nil }
    // In a chart of bars the y axis names the groups; reversed, the first row of the table is the uppermost bar.
    unsafe chart_axis_set_reverse(drawn.pointee.y_axis)
    // Each bar says its number.
    unsafe chart_axis_off(drawn.pointee.x_axis)
    unsafe chart_axis_major_gridlines_set_visible(drawn.pointee.x_axis, 0)
    return unsafe drawn
  }

  private static func add(
    _ series: BarChart.Series, of chart: BarChart, on sheet: String, to drawn: UnsafeMutablePointer<lxw_chart>?
  ) {
    let names = formula(sheet, chart.names, chart.rows)
    let values = formula(sheet, series.column, chart.rows)
    let bars = unsafe chart_add_series(drawn, names, values)
    unsafe chart_series_set_name(bars, series.name)
    var fill = lxw_chart_fill()
    fill.color = series.color
    unsafe chart_series_set_fill(bars, &fill)
    unsafe chart_series_set_labels(bars)
    unsafe chart_series_set_labels_num_format(bars, chart.numberFormat)
  }

  /// `=Summary!$A$5:$A$12`.
  private static func formula(_ sheet: String, _ column: Int, _ rows: Range<Int>) -> String {
    let letters = CellReference.name(column: column, row: 1).dropLast()
    return "='\(sheet)'!$\(letters)$\(rows.lowerBound + 1):$\(letters)$\(rows.upperBound)"
  }
}
#endif
