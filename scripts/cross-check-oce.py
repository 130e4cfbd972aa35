"""Runs the codes that `infusion-charges derive` wrote through pyoce. Used by scripts/cross-check-oce.

One claim for each facility encounter. Prints codes and edits, nothing of a patient.
"""

import csv
import sys
from collections import Counter, defaultdict

import pyoce

PAIR_EDITS = {"020", "040"}
SHOWN = 5
# Edit, code and the code beside it that docs/validation.md explains: pairs outside the code family, which the bundled
# excerpt of NCCI does not hold; and two doses of an antibody, one with counselling.
EXPLAINED = {(edit, second, first) for edit, second, firsts in [
    ("040", "36430", ["96405", "96406", "96450"]), ("040", "G0008", ["90471"]), ("040", "G0009", ["90471"]),
    ("040", "G0010", ["90471"]), ("020", "96381", ["96380"]),
] for first in firsts}


def claims(path):
    """Claim lines (day, code, units, modifiers) by facility encounter; and how many encounters have none."""
    lines, seen = defaultdict(list), set()
    with open(path, newline="", encoding="utf-8") as file:
        for row in csv.DictReader(file):
            if row["setting"] != "facility":
                continue
            seen.add(row["encounter_id"])
            if row["code"] and row["units"]:
                day = row["service_date"].replace("-", "")
                lines[row["encounter_id"]].append((day, row["code"], row["units"], row["modifiers"].split()))
    return lines, len(seen)


def edited(lines):
    days = [line[0] for line in lines]
    return pyoce.process_claim({
        "claimId": "1",
        "billType": "131",
        "dateStarted": min(days),
        "dateEnded": max(days),
        "receiptDate": max(days),
        "sex": "1",
        "age": "050",
        "principalDiagnosisCode": {"diagnosis": "R110"},
        "lineItemList": [
            {
                "serviceDate": day,
                "hcpcs": code,
                "revenueCode": "0260",
                "unitsInput": units,
                "charge": "10000",
                "hcpcsModifierInputList": [{"hcpcsModifier": modifier} for modifier in modifiers],
            }
            for day, code, units, modifiers in lines
        ],
    })


def edits_of(line):
    """Edits of a line, those of its modifiers included."""
    found = set(line["hcpcsEditList"] + line["serviceDateEditList"] + line["revenueEditList"])
    for modifier in line["hcpcsModifierInputList"] + line["hcpcsModifierOutputList"]:
        found.update(modifier.get("editList") or modifier.get("edit_list") or [])
    return found


def editor_sees_pairs():
    """Whether a pair known to need a modifier draws 040 without one, and not with one."""
    day = "20260105"
    drawn = []
    for modifiers in ([], ["59"]):
        result = edited([(day, "96413", "1", []), (day, "96360", "1", modifiers)])
        drawn.append("040" in edits_of(result["lineItemList"][1]))
    return drawn == [True, False]


def partners(line, others, edit):
    """Codes beside which the line alone draws the edit."""
    return sorted({
        other[1] for other in others
        if other[0] == line[0] and other is not line
        and edit in edits_of(edited([other, line])["lineItemList"][1])
    })


def written(line):
    return line[1] + "".join("-" + modifier for modifier in line[3]) + " x" + line[2]


def main(path):
    if not editor_sees_pairs():
        sys.exit("cross-check-oce: pyoce does not object to a pair that it must object to")
    by_encounter, encounters = claims(path)
    on_lines, on_claims, versions, failed = Counter(), Counter(), Counter(), Counter()
    differences, pairs, unexplained = Counter(), Counter(), 0
    for lines in by_encounter.values():
        result = edited(lines)
        done = result["processingInformation"]
        versions[done["version"]] += 1
        if done["returnCode"] != 0 or done["linesProcessed"] != len(lines):
            failed[done["returnCode"]] += 1
        whole = {edit for key, edits in result.items() if key.endswith("EditList") for edit in edits}
        whole.update(result["principalDiagnosisCode"]["editList"])
        for line, answer in zip(lines, result["lineItemList"]):
            edits = edits_of(answer)
            on_lines.update(edits)
            whole |= edits
            beside = sorted({written(other) for other in lines if other[0] == line[0] and other is not line})
            differences.update((edit, written(line), " ".join(beside)) for edit in edits - PAIR_EDITS)
            for edit in edits & PAIR_EDITS:
                codes = partners(line, lines, edit)
                pairs[(edit, line[1], " or ".join(codes))] += 1
                unexplained += not codes or any((edit, line[1], code) not in EXPLAINED for code in codes)
        on_claims.update(whole)

    print(f"Facility encounters with an answer {encounters:,}, claims {len(by_encounter):,}, "
          f"lines {sum(map(len, by_encounter.values())):,}, lines with a modifier "
          f"{sum(bool(line[3]) for lines in by_encounter.values() for line in lines):,}")
    print(f"pyoce {pyoce.__version__}, claims by version of the editor: "
          + ", ".join(f"{version} {count:,}" for version, count in sorted(versions.items())))
    for code, count in failed.items():
        print(f"Not processed whole, return code {code}: {count:,}")
    print("Edits" if on_claims else "No edit")
    for edit in sorted(on_claims):
        print(f"  {edit}  lines {on_lines[edit]:,}, claims {on_claims[edit]:,}")
    for (edit, code, codes), count in sorted(pairs.items()):
        print(f"  {edit}  {code}  paired with {codes or 'several at once'}  ({count:,})")
    ordered = sorted(differences.items(), key=lambda entry: (-entry[1], entry[0]))
    for (edit, line, beside), count in ordered[:SHOWN]:
        print(f"  {edit}  {line}  beside {beside or 'nothing'}  ({count:,})")
    if len(ordered) > SHOWN:
        print(f"  and {len(ordered) - SHOWN:,} more")
    print(f"Pair edits that docs/validation.md does not explain: {unexplained:,}")
    sys.exit(1 if failed or unexplained else 0)


main(sys.argv[1])
