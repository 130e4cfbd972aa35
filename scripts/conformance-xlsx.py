"""Compares the workbooks for which only a second reader's cells are known, and shows the lines of those refused."""
import json
import os
import subprocess
import sys

folder, program = sys.argv[1:]
failures = 0


def column(reference):
    number = 0
    for letter in reference.rstrip("0123456789"):
        number = number * 26 + ord(letter) - 64
    return number - 1


def same(found, wanted):
    """Numbers may differ behind the fifteenth digit, which no spreadsheet program shows."""
    if isinstance(found, float) or isinstance(wanted, float):
        return found is not None and wanted is not None and abs(found - wanted) <= 1e-14 * abs(wanted)
    return found == wanted


def seen(value):
    """Spaces around a text, which the second reader drops where the file does not ask to keep them, do not count."""
    return value.strip() if isinstance(value, str) else value


def rows(cells):
    """Values by row and column, without the empty rows and columns in front, as the second reader gives them."""
    places = {(int(place.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")) - 1, column(place)): seen(value) for place, value in cells}
    places = {place: value for place, value in places.items() if value != ""}
    if not places:
        return {}
    top, left = min(row for row, _ in places), min(column for _, column in places)
    return {(row - top, column - left): value for (row, column), value in places.items()}


def expected(sheet):
    cells = {
        (r, c): seen(value)
        for r, row in enumerate(sheet["rows"])
        for c, value in enumerate(row)
        if seen(value) not in ("", None)
    }
    if not cells:
        return {}
    top, left = min(row for row, _ in cells), min(column for _, column in cells)
    return {(row - top, column - left): value for (row, column), value in cells.items()}


for workbook in json.load(open(os.path.join(folder, "manifest.json")))["workbooks"]:
    path = os.path.join(folder, workbook["file"])
    done = subprocess.run([program, "read-workbook", path], capture_output=True, text=True)
    name = os.path.basename(path)
    if workbook["expect"] == "refuse":
        line = done.stderr.strip().replace(path, name)
        good = done.returncode == 65 and len(line.splitlines()) == 1
        failures += not good
        print("refused" if good else "FAIL", line)
    elif not workbook.get("sheets"):
        found = {sheet["name"]: rows(sheet["cells"]) for sheet in json.loads(done.stdout or '{"sheets": []}')["sheets"]}
        wanted = {sheet["name"]: expected(sheet) for sheet in workbook["sheets_by_calamine"]}
        good = found.keys() == wanted.keys() and all(
            same(cells.get(place), wanted[sheet].get(place))
            for sheet, cells in found.items()
            for place in cells.keys() | wanted[sheet].keys()
        )
        failures += not good
        print("same as calamine" if good else "FAIL", name, sum(len(cells) for cells in found.values()), "cells")
sys.exit(failures != 0)
