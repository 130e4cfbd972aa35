import CodeTables
import Infusion
import Pipeline

/// The summary of a run as JSON (output section 5), for programs.
///
/// Shape: no patient data; one object; keys are sorted and never renamed; numbers are whole. These keys are always
/// there:
///
/// | Key | Holds |
/// | --- | --- |
/// | `version` | version of the program |
/// | `code_years` | years whose code tables were used, ascending |
/// | `years_without_table` | years of service for which the nearest table was used, ascending |
/// | `options` | options that are not at their default, by name |
/// | `inputs` | list of `role` (`mar`, `charges`), `path`, `bytes`, `sha256`, `rows` |
/// | `rows` | `read`, `used`, `excluded` and `rejected` of the medication record |
/// | `rows.excluded` | `total`, `by_reason` |
/// | `rows.rejected` | `total`, `by_rule` (input rule) |
/// | `charge_lines` | the same as `rows`, of the charges |
/// | `encounters` | `total`, `incomplete`, `by_status` |
/// | `findings` | `total`, `by_status`, `by_reason`, `by_code` |
/// | `findings.by_code` | for each code `findings`, `suggested_units`, `billed_units` |
/// | `amounts` | `schedules`; with a fee schedule also `under`, `over` (texts such as `12.50`), `unpriced_findings` |
/// | `suppressed` | `total`, `by_reason`; `expired`: list of `line`, `match`, `owner`, `expires` |
/// | `warnings` | sentences about the input as a whole |
/// | `unrecognised_drugs` | list of `name`, `rows`, most frequent first |
/// | `outputs` | list of `content`, `path`, `bytes`, `sha256` |
/// | `timing` | `started`, `ended` (ISO 8601), `elapsed_milliseconds`, `stages`, `rows_per_second`, `peak_memory_bytes` |
/// | `timing.stages` | milliseconds of `reading`, `neighbours`, `coding`, `finishing` |
///
/// An input of which a part is read as Windows-1252 also has `windows_1252_from_line`. The summary of a part of a run also
/// has `part`, which is there for `merge` alone (`SummaryPart`).
///
/// `rows = used + excluded.total + rejected.total` holds for `rows` and `charge_lines`. Two runs over the same input
/// differ only in `timing` (and in `path` and `options`, if those differ).
package struct SummaryDocument {
  private let summary: RunSummary

  package init(_ summary: RunSummary) {
    self.summary = summary
  }

  /// The document, ending in a line end.
  package var text: String { value.document }

  private var value: JSONValue {
    var members: [String: JSONValue] = [
      "version": .text(summary.version),
      "code_years": .list(summary.codeYears.map(JSONValue.number)),
      "years_without_table": .list(summary.yearsWithoutTable.map(JSONValue.number)),
      "options": .object(summary.options.mapValues(JSONValue.text)),
      "inputs": .list(summary.inputs.map(input)),
      "rows": balance(summary.rows),
      "charge_lines": balance(summary.chargeLines),
      "encounters": encounters,
      "findings": findings,
      "amounts": amounts,
      "suppressed": suppressed,
      "unrecognised_drugs": .list(
        summary.unrecognisedDrugs.map { .object(["name": .text($0.name), "rows": .number($0.rows)]) }),
      "warnings": .list(summary.warnings.map(JSONValue.text)),
      "outputs": .list(summary.outputs.map(output)),
      "timing": timing,
    ]
    if !summary.unknownActions.isEmpty {
      let actions = summary.unknownActions.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
      members["unknown_actions"] = .list(
        actions.map { .object(["action": .text($0.key), "rows": .number($0.value)]) })
    }
    members["part"] = SummaryPart.value(of: summary)
    return .object(members)
  }

  private func input(_ file: RunSummary.InputFile) -> JSONValue {
    var members: [String: JSONValue] = [
      "role": .text(file.role.rawValue), "path": .text(file.path), "bytes": .number(file.bytes),
      "sha256": .text(file.sha256), "rows": .number(file.rows),
    ]
    members["windows_1252_from_line"] = file.fallbackLine.map(JSONValue.number)
    return .object(members)
  }

  private func output(_ file: RunSummary.OutputFile) -> JSONValue {
    .object([
      "content": .text(file.content), "path": .text(file.path), "bytes": .number(file.bytes),
      "sha256": .text(file.sha256),
    ])
  }

  private func balance(_ balance: RunSummary.RowBalance) -> JSONValue {
    .object([
      "read": .number(balance.read),
      "used": .number(balance.used),
      "excluded": .object(["total": .number(balance.excludedTotal), "by_reason": .counts(balance.excluded)]),
      "rejected": .object(["total": .number(balance.rejectedTotal), "by_rule": .counts(balance.rejected)]),
    ])
  }

  private var encounters: JSONValue {
    .object([
      "total": .number(summary.encounters),
      "incomplete": .number(summary.incompleteEncounters),
      "by_status": .counts(summary.encounterCounts),
    ])
  }

  private var findings: JSONValue {
    let byCode = summary.findingsByCode.mapValues { count in
      JSONValue.object([
        "findings": .number(count.findings), "suggested_units": .number(count.suggestedUnits),
        "billed_units": .number(count.billedUnits),
      ])
    }
    return .object([
      "total": .number(summary.findings),
      "by_status": .counts(summary.findingCounts),
      "by_code": .object(byCode),
      "by_reason": .counts(summary.findingsByReason),
    ])
  }

  private var amounts: JSONValue {
    guard let amounts = summary.amounts else { return .object(["schedules": .list([])]) }
    return .object([
      "schedules": .list(amounts.schedules.map(JSONValue.text)),
      "under": .text(amounts.under.money),
      "over": .text(amounts.over.money),
      "unpriced_findings": .number(amounts.unpricedFindings),
    ])
  }

  private var suppressed: JSONValue {
    let suppressed = summary.suppressed ?? RunSummary.Suppressed()
    let expired = suppressed.expired.map { entry in
      JSONValue.object([
        "line": .number(entry.line), "match": .text(entry.match ?? "*"), "owner": .text(entry.owner),
        "expires": .text(entry.expires.description),
      ])
    }
    return .object([
      "total": .number(suppressed.total), "by_reason": .counts(suppressed.byReason), "expired": .list(expired),
    ])
  }

  private var timing: JSONValue {
    .object([
      "started": .text(summary.timing.started),
      "ended": .text(summary.timing.ended),
      "elapsed_milliseconds": .number(summary.timing.elapsedMilliseconds),
      "stages": .counts(
        Dictionary(
          uniqueKeysWithValues: RunStage.allCases.map { ($0.rawValue, summary.timing.stages[$0] ?? 0) })),
      "rows_per_second": .number(summary.rowsPerSecond),
      "peak_memory_bytes": .number(summary.timing.peakMemoryBytes),
    ])
  }
}
