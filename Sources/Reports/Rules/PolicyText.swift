import Coding

/// The policy options, for a terminal and as a document.
package enum PolicyText {
  /// Every option with what it decides, its values, the default first, and its rule.
  package static func text(width: Int = 80, isColored: Bool = false) -> String {
    let paint = Paint(isColored: isColored)
    var page = Page(width: width)
    for option in PolicyOption.all {
      page.part(paint.heading(option.name))
      page.paragraph(option.sentence, first: "  ")
      page.paragraph("\(option.takes); \(option.standard) unless chosen (\(option.rule.id))", first: "  ")
    }
    return page.text
  }

  /// `docs/options.md`.
  package static var markdown: String {
    """
    # Policy options

    Where authorities disagree, or practice differs from site to site, an organisation chooses: in `infusion-charges.yaml` under \
    `policy:`, or with `--policy name=value`. `explain --what-if name=value` shows what a choice would change. \
    `scripts/generate-docs` writes this file from the code; do not edit it.

    | Option | What it decides | Takes | Default | Rule |
    | --- | --- | --- | --- | --- |
    \(PolicyOption.all.map(row).joined(separator: "\n"))

    """
  }

  private static func row(_ option: PolicyOption) -> String {
    let takes =
      option.values.isEmpty ? option.takes : option.values.map { "`\($0)`" }.joined(separator: " ")
    return "| `\(option.name)` | \(option.sentence) | \(takes) | `\(option.standard)` | \(option.rule.id) |"
  }
}
