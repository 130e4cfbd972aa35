"""Compares the sheets of a workbook with CSV files of the same run, and looks for what no workbook of ours may hold."""
import csv
import datetime
import re
import sys
import zipfile

import openpyxl

REVIEW = ["reviewer", "decision", "comment"]
problems = []


def complain(text):
    problems.append(text)


def as_written(text):
    """A text as a cell holds it: one kind of line end, pictures of control characters, no guard."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return "".join(chr(0x2400 + ord(c)) if ord(c) < 0x20 and c not in "\t\n" else "\u2421" if c == "\x7f" else c for c in text)


def shown(value):
    if value is None:
        return ""
    if isinstance(value, datetime.datetime):
        return value.strftime("%Y-%m-%d")
    if isinstance(value, str):
        return re.sub(r"_x([0-9A-Fa-f]{4})_", lambda escape: chr(int(escape.group(1), 16)), value)
    return value


def same_text(value, text):
    """The guard of the CSV (OUT-02) has no place in a workbook."""
    wanted = as_written(text)
    return value == wanted or "'" + value == wanted


def same(cell, text):
    """Whether a cell says what a field of the CSV says."""
    value = shown(cell.value)
    if isinstance(value, str):
        return same_text(value, text)
    return value == float(text) if text else False


def check_formulas(book):
    for sheet in book:
        for row in sheet.iter_rows():
            for cell in row:
                if cell.data_type == "f":
                    complain(f"{sheet.title}!{cell.coordinate} is a formula")


def check_parts(path):
    """openpyxl shows a text that begins with = as a formula or not; the parts themselves say which it is."""
    with zipfile.ZipFile(path) as archive:
        for name in archive.namelist():
            if name.startswith("xl/worksheets/sheet") and re.search(rb"<f[ >/]", archive.read(name)):
                complain(f"{name} holds a formula")
            if re.search(r"vba|external|connections|activeX|embeddings", name, re.IGNORECASE):
                complain(f"{name} has no place in the workbook")


def rows_of(book, name):
    """The rows of a table, which may go on on further sheets."""
    sheets = [sheet for sheet in book if sheet.title == name or re.fullmatch(re.escape(name) + r" \d+", sheet.title)]
    header = None
    for sheet in sheets:
        rows = sheet.iter_rows()
        first = [cell.value for cell in next(rows)]
        if header not in (None, first):
            complain(f"{sheet.title} has another header than {name}")
        header = header or first
        if sheet.freeze_panes is None or not sheet.auto_filter.ref or sheet.print_title_rows != "$1:$1":
            complain(f"{sheet.title} lacks its frozen header, filter or repeated header")
        if sheet.page_setup.orientation != "landscape":
            complain(f"{sheet.title} is not landscape")
        yield from ([header] if sheet is sheets[0] else [])
        yield from rows


def check_table(book, name, path):
    with open(path, encoding="utf-8-sig", newline="") as file:
        wanted = list(csv.reader(file))
    rows = rows_of(book, name)
    header = next(rows, None)
    extra = REVIEW if name == "Findings" else []
    named = wanted[0] + extra
    if header is None or len(header) != len(named) or not all(map(same_text, header, named)):
        return complain(f"{name}: header {header} instead of {wanted[0] + extra}")
    count = 0
    for count, (fields, cells) in enumerate(zip(wanted[1:], rows), 1):
        for cell, field, column in zip(cells, fields, header):
            if not same(cell, field):
                complain(f"{cell.parent.title}!{cell.coordinate} ({column}) is {cell.value!r} instead of {field!r}")
            if column.endswith("_id") or column in ("code", "pairs_with"):
                if cell.value is not None and cell.data_type not in ("s", "inlineStr"):
                    complain(f"{cell.parent.title}!{cell.coordinate} ({column}) is no text")
    if next(rows, None) is not None or count != len(wanted) - 1:
        complain(f"{name} has not the {len(wanted) - 1} rows of {path}")
    print(f"{name}: {count} rows as in {path}")


def main(path, *claims):
    check_parts(path)
    book = openpyxl.load_workbook(path)
    check_formulas(book)
    for claim in claims:
        name, value = claim.split("=", 1)
        if name == "charts":
            found = len(book["Summary"]._charts)
            if found != int(value):
                complain(f"Summary has {found} charts instead of {value}")
        else:
            check_table(book, name, value)
    for problem in problems[:20]:
        print(f"check-workbook: {problem}", file=sys.stderr)
    return 1 if problems else 0


sys.exit(main(*sys.argv[1:]))
