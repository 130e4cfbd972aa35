import Infusion
import Pipeline

/// What the summary of a part holds beyond that of a whole run: all that the warnings of the whole rest on.
///
/// Shape: no patient data.
enum SummaryPart {
  /// The object, in which figures are the part's; nil for a whole run.
  static func value(of summary: RunSummary) -> JSONValue? {
    guard let part = summary.part else { return nil }
    return .object([
      "kind": .text(part.kind.rawValue), "number": .number(part.place.number), "count": .number(part.place.count),
      "tables_sha256": .text(part.tablesDigest), "output_form": .list(part.outputForm.map(JSONValue.text)),
      "compares_with_bill": .fact(summary.facts.comparesWithBill), "bills_drugs": .fact(summary.facts.billsDrugs),
      "skipped_checks": .list(summary.facts.skippedChecks.map { .text($0.description) }),
      "is_in_absolute_time": .fact(summary.facts.isInAbsoluteTime),
      "has_bill": .fact(summary.hasBill), "hidden_clock_changes": .number(summary.hiddenClockChanges),
      "rows_without_begin": .number(summary.rowsWithoutBegin),
      "unknown_actions": .counts(summary.unknownActions),
      "younger_edits": .object(
        Dictionary(
          uniqueKeysWithValues: summary.youngerEdits.map { ($0.key.description, .text($0.value.description)) })),
      "outdated_edits": .text(summary.outdatedEdits?.description ?? ""),
      "has_amounts": .fact(summary.amounts != nil), "has_suppressions": .fact(summary.suppressed != nil),
    ])
  }

  /// Puts what `value(of:)` wrote back into a summary.
  static func read(_ place: SummaryPlace, into summary: inout RunSummary) throws(SummaryError) {
    guard let kind = RunSummary.Part.Kind(rawValue: try place["kind"].text),
      let shard = Shard(number: try place["number"].number, of: try place["count"].number)
    else { throw place.wrong }
    let form = try place["output_form"].list { place throws(SummaryError) in try place.text }
    summary.part = RunSummary.Part(
      kind: kind, place: shard, tablesDigest: try place["tables_sha256"].text, outputForm: form)
    summary.facts.comparesWithBill = try place["compares_with_bill"].fact
    summary.facts.billsDrugs = try place["bills_drugs"].fact
    summary.facts.skippedChecks = try place["skipped_checks"].list { place throws(SummaryError) in
      RuleID(try place.text)
    }
    summary.facts.isInAbsoluteTime = try place["is_in_absolute_time"].fact
    summary.hasBill = try place["has_bill"].fact
    summary.hiddenClockChanges = try place["hidden_clock_changes"].number
    summary.rowsWithoutBegin = try place["rows_without_begin"].number
    summary.unknownActions = try place["unknown_actions"].counts
    for (id, day) in try place["younger_edits"].members { summary.youngerEdits[RuleID(id)] = try day.day }
    let outdated = place["outdated_edits"]
    if try !outdated.text.isEmpty { summary.outdatedEdits = try outdated.day }
    if try !place["has_amounts"].fact { summary.amounts = nil }
    if try !place["has_suppressions"].fact { summary.suppressed = nil }
  }
}
