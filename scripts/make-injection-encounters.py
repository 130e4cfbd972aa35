"""Prints a MAR of facility encounters that Medicare pays: injections beside vein drugs, fluids, pumps and vaccines.

Usage: make-injection-encounters.py [ENCOUNTERS [SEED]]. The same seed gives the same bytes. Used by scripts/cross-check-oce.
"""

import csv
import datetime
import random
import sys

# Drug, route, technique; minutes and site are drawn where the technique takes them.
INJECTED = [
    ("ketorolac 30 mg", "IM", "injection"), ("ceftriaxone 1 g", "IM", "injection"),
    ("denosumab 60 mg", "SC", "injection"), ("methotrexate 25 mg", "SC", "injection"),
    ("azacitidine 100 mg", "SC", "injection"), ("leuprolide 7.5 mg", "IM", "injection"),
    ("fulvestrant 500 mg", "IM", "injection"), ("pegfilgrastim 6 mg", "SC", "on-body injector"),
    ("filgrastim 300 mcg", "SC", "injection"), ("nirsevimab 100 mg", "IM", "injection"),
    ("influenza vaccine", "IM", "injection"), ("tetanus diphtheria vaccine", "IM", "injection"),
    ("pneumococcal vaccine", "IM", "injection"), ("hepatitis b vaccine", "IM", "injection"),
    ("cabotegravir 600 mg", "IM", "injection"), ("immune globulin 10 g", "SC", "sc infusion"),
]
VEIN = [
    ("ondansetron 4 mg", "IV", "push"), ("morphine 4 mg", "IV", "push"), ("famotidine 20 mg", "IV", "push"),
    ("vancomycin 1 g", "IV", "infusion"), ("cefepime 2 g", "IV", "infusion"), ("infliximab 400 mg", "IV", "infusion"),
    ("docetaxel 140 mg", "IV", "infusion"), ("carboplatin 450 mg", "IV", "infusion"),
    ("doxorubicin 90 mg", "IV", "push"), ("sodium chloride 0.9 % 1000 mL", "IV", "infusion"),
    ("fluorouracil 4 g", "IV", "pump"), ("red blood cells", "IV", "infusion"),
    ("methotrexate 12 mg", "IT", "injection"), ("bleomycin 15 units", "IL", "injection"),
]
HEADER = [
    "encounter_id", "setting", "payer", "patient_id", "drug", "route", "technique", "site", "start", "stop", "lesions",
    "purpose",
]


def rows(number, seed, draw):
    picked = [draw.choice(INJECTED) for _ in range(draw.randint(1, 2))]
    picked += [draw.choice(VEIN) for _ in range(draw.randint(0, 4))]
    # Of every five patients one comes twice on a day.
    patient = f"P{number - number % 2 if number % 6 < 2 else number}"
    # The day is the patient's, whatever else is drawn.
    day = datetime.datetime(2026, 1, 1, 8) + datetime.timedelta(days=random.Random(f"{seed} {patient}").randrange(85))
    if patient != f"P{number}":
        day += datetime.timedelta(hours=8)
    for drug, route, technique in picked:
        start = day + datetime.timedelta(minutes=draw.randrange(240))
        stop = ""
        if technique in ("infusion", "sc infusion"):
            stop = start + datetime.timedelta(minutes=draw.choice([10, 16, 30, 31, 60, 91, 151, 200]))
        site = draw.choice(["PIV L AC", "PIV L AC", "PIV R hand"]) if route == "IV" else ""
        lesions = draw.choice(["3", "8"]) if route == "IL" else ""
        # The code of an antibody against RSV depends on it.
        purpose = draw.choice(["", "counselling"]) if drug.startswith("nirsevimab") else ""
        yield [f"G{number}", "facility", "Medicare", patient, drug, route, technique, site, f"{start:%Y-%m-%d %H:%M}",
               f"{stop:%Y-%m-%d %H:%M}" if stop else "", lesions, purpose]


def main(encounters=2500, seed=1):
    draw = random.Random(int(seed))
    out = csv.writer(sys.stdout, lineterminator="\n")
    out.writerow(HEADER)
    for number in range(int(encounters)):
        out.writerows(rows(number, seed, draw))


main(*sys.argv[1:])
