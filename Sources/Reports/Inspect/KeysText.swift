import Pipeline

/// The keys of a configuration file, for a terminal and as a document.
package enum KeysText {
  /// Every key with what it takes, what holds without it and what it decides.
  package static func text(width: Int) -> String {
    var page = Page(width: width)
    for section in ConfigurationSection.all {
      for key in section.keys {
        page.part(path(of: key, in: section))
        page.paragraph(plain(key.meaning), first: "  ")
        page.paragraph(
          plain("takes \(key.takes)\(key.standard.isEmpty ? "" : "; without it: \(key.standard)")"), first: "  ")
      }
    }
    return page.text
  }

  /// `docs/keys.md`.
  package static var markdown: String {
    """
    # Keys of a configuration file

    Every key that `infusion-charges.yaml` may hold; any other is refused. [configuration.md](configuration.md) explains them and \
    shows a whole file. `infusion-charges check-config --keys` lists them in a terminal. `scripts/generate-docs` writes this file \
    from the code; do not edit it.
    \(ConfigurationSection.all.map(table).joined())
    """
  }

  private static func table(_ section: ConfigurationSection) -> String {
    """

    ## \(section.path.isEmpty ? "At the top" : "`\(section.path)`")

    | Key | Takes | Without it | Decides | Option |
    | --- | --- | --- | --- | --- |
    \(section.keys.map { "\(row($0))\n" }.joined())
    """
  }

  private static func row(_ key: ConfigurationKey) -> String {
    "| `\(key.name)` | \(key.takes) | \(key.standard) | \(key.meaning) | \(key.option.map { "`\($0)`" } ?? "") |"
  }

  private static func path(of key: ConfigurationKey, in section: ConfigurationSection) -> String {
    section.path.isEmpty ? key.name : "\(section.path).\(key.name)"
  }

  /// Without the marks of Markdown: `[options](options.md)` is options.
  private static func plain(_ text: String) -> String {
    var (shown, before, isTarget) = ("", Character(" "), false)
    for character in text {
      if character == "(", before == "]" { isTarget = true }
      if !isTarget, !"`[]".contains(character) { shown.append(character) }
      if character == ")" { isTarget = false }
      before = character
    }
    return shown
  }
}
