#!/usr/bin/env python3
"""Computes the published figures again from edition.json and submissions.csv, and compares.

Needs nothing but Python 3.8 or newer. Run it in the folder of the open data:

    python3 recompute.py              scores, areas, totals, bands and places
    python3 recompute.py --intervals  also draws the intervals of the totals again

Exit code 0: every figure agrees. 1: something differs, and is named.
"""

import csv
import json
import math
import sys
from collections import defaultdict
from pathlib import Path

TOLERANCE = 1e-6
FIXED = ("contact", "participant", "class", "channel", "answered")


# --- The score of one contact: points / possible points * 100 -------------------------------------------------


def score_contact(row, method):
    """(points, possible, {area: (points, possible)}) of one line; None when nothing applied."""
    asked = [q for q in method["questions"] if row["channel"] in q["channels"] and q["scored"]]
    best = {q["id"]: max(option["points"] for option in q["options"]) for q in asked}
    if row["answered"] != "yes":
        return 0, sum(best.values()), {}
    areas = defaultdict(lambda: [0, 0])
    for question in asked:
        answer = row[question["id"]]
        if answer == "na":
            continue
        got = next(option["points"] for option in question["options"] if option["id"] == answer)
        areas[question["area"]][0] += got
        areas[question["area"]][1] += best[question["id"]]
    points = sum(got for got, _ in areas.values())
    possible = sum(most for _, most in areas.values())
    if possible == 0:
        return None
    return points, possible, {area: tuple(pair) for area, pair in areas.items() if pair[1] > 0}


def percent(points, possible):
    return points * 100 / possible


# --- Figures of some contacts ---------------------------------------------------------------------------------


def ratio(pairs):
    """Sum over sum, or None without any weight."""
    total = math.fsum(value for value, _ in pairs)
    weight = math.fsum(weight for _, weight in pairs)
    return total / weight if weight > 0 else None


def figures(contacts, by_points):
    """Total, answered score and areas. A mean of scores is a ratio too: of scores to how many there are."""

    def pair(points, possible):
        return (points * 100, possible) if by_points else (percent(points, possible), 1)

    scored = [c for c in contacts if c["outcome"] is not None]
    answered = [c for c in scored if c["answered"]]
    areas = defaultdict(list)
    for contact in answered:
        for area, (points, possible) in contact["outcome"][2].items():
            areas[area].append(pair(points, possible))
    return {
        "n": len(scored),
        "nAnswered": len(answered),
        "totalResult": ratio([pair(*c["outcome"][:2]) for c in scored]),
        "answeredScore": ratio([pair(*c["outcome"][:2]) for c in answered]),
        "areas": {area: ratio(pairs) for area, pairs in areas.items()},
        "areaN": {area: len(pairs) for area, pairs in areas.items()},
    }


# --- Places: equal results share a place, or are told apart by the edition's rule -----------------------------


def ranks(entries, ties):
    """Places of (total, answered score, unanswered); the best is 1, and 90, 90, 80 gives 1, 1, 3."""

    def before(a, b):
        if abs(a[0] - b[0]) > 1e-9:
            return a[0] > b[0]
        if ties == "answeredScore":
            return (a[1] or -1) - (b[1] or -1) > 1e-9
        if ties == "unansweredFirst":
            return a[2] < b[2]
        return False

    return [
        None if one[0] is None else 1 + sum(1 for other in entries if other[0] is not None and before(other, one))
        for one in entries
    ]


# --- Bands ----------------------------------------------------------------------------------------------------


def band_of(score, bands):
    for band in bands:
        below = band.get("below")
        if score >= band["from"] - 1e-9 and (below is None or score < below - 1e-9):
            return band["id"]
    raise ValueError(f"no band takes {score}")


def band_counts(contacts, method):
    forms = {channel["id"]: channel["form"] for channel in method["channels"]}
    lowest = band_of(0, method["bands"])
    counts = defaultdict(int)
    unanswered = defaultdict(int)
    for contact in contacts:
        if contact["outcome"] is None:
            continue
        band = band_of(percent(*contact["outcome"][:2]), method["bands"])
        for segment in (
            "all",
            forms[contact["channel"]],
            contact["channel"],
            "class:" + contact["class"],
            "participant:" + contact["participant"],
        ):
            counts[segment, band] += 1
            if not contact["answered"]:
                unanswered[segment, lowest] += 1
    return counts, unanswered


# --- Questions: mean of points / best points * 100 over the answers that apply --------------------------------


def question_figures(contacts, method):
    """{(segment, question): (n, not applicable, score)} of the answered contacts."""
    values = defaultdict(list)
    skipped = defaultdict(int)
    for contact in contacts:
        if not contact["answered"]:
            continue
        for question in method["questions"]:
            if not question["scored"] or contact["channel"] not in question["channels"]:
                continue
            answer = contact["row"][question["id"]]
            best = max(option["points"] for option in question["options"])
            for segment in ("all", contact["channel"], "class:" + contact["class"]):
                if answer == "na":
                    skipped[segment, question["id"]] += 1
                    continue
                got = next(option["points"] for option in question["options"] if option["id"] == answer)
                values[segment, question["id"]].append(percent(got, best))
    keys = set(values) | set(skipped)
    return {
        key: (len(values[key]), skipped[key], math.fsum(values[key]) / len(values[key]) if values[key] else None)
        for key in keys
    }


# --- Intervals: sfc32 seeded through splitmix32; n - 1 draws in each channel, scaled by n / (n - 1) ------------

MASK = 0xFFFFFFFF


def hash_text(text):
    """FNV-1a over UTF-16 code units, 32 bits."""
    value = 0x811C9DC5
    data = text.encode("utf-16-le")
    for at in range(0, len(data), 2):
        value = ((value ^ (data[at] | data[at + 1] << 8)) * 0x01000193) & MASK
    return value


def seeded_random(text):
    state = hash_text(text)

    def splitmix():
        nonlocal state
        state = (state + 0x9E3779B9) & MASK
        t = state ^ (state >> 16)
        t = (t * 0x21F0AAAD) & MASK
        t ^= t >> 15
        t = (t * 0x735A2D97) & MASK
        return (t ^ (t >> 15)) & MASK

    a, b, c, d = splitmix(), splitmix(), splitmix(), 1

    def random():
        nonlocal a, b, c, d
        t = (a + b + d) & MASK
        d = (d + 1) & MASK
        a = b ^ (b >> 9)
        b = (c + (c << 3)) & MASK
        c = ((c << 21) | (c >> 11)) & MASK
        c = (c + t) & MASK
        return t / 4294967296

    for _ in range(12):
        random()
    return random


def quantile(ordered, probability):
    """Type 7 of Hyndman and Fan: linear between neighbours."""
    position = (len(ordered) - 1) * probability
    below = math.floor(position)
    if below == position:
        return ordered[below]
    return ordered[below] + (ordered[below + 1] - ordered[below]) * (position - below)


def total_interval(contacts, method, seed, areas):
    """The interval of one participant's total, drawn as the published one was."""
    by_points = method["score"]["total"] == "pointsOverPossible"
    resamples = method["score"]["interval"]["resamples"]
    level = method["score"]["interval"]["level"]
    random = seeded_random(f"{seed}\0{contacts[0]['participant']}")
    sums = [0.0] * resamples
    weights = [0.0] * resamples
    known = False
    for channel in method["channels"]:
        rows = sorted(
            draw_row(c["outcome"], c["answered"], by_points, areas)
            for c in contacts
            if c["channel"] == channel["id"] and c["outcome"] is not None
        )
        n = len(rows)
        if n == 0:
            continue
        known = known or n > 1
        draws = max(1, n - 1)
        scale = n / draws
        for copy in range(resamples):
            total = weight = 0.0
            for _ in range(draws):
                row = rows[math.floor(random() * n)]
                total += row[0]
                weight += row[1]
            sums[copy] += total * scale
            weights[copy] += weight * scale
    if not known:
        return None
    ordered = sorted(s / w for s, w in zip(sums, weights) if w > 0)
    return [quantile(ordered, (1 - level) / 2), quantile(ordered, (1 + level) / 2)]


def draw_row(outcome, answered, by_points, areas):
    """The numbers of a contact in the order that decides which one is drawn: total, weights, then each area."""
    points, possible, own = outcome
    weight = possible if by_points else 1
    row = [points * 100 if by_points else percent(points, possible), weight, weight if answered else 0]
    for area in areas:
        got, most = own.get(area, (0, 0))
        if most == 0:
            row += [0, 0]
        else:
            row += [got * 100, most] if by_points else [percent(got, most), 1]
    return row


# --- Comparing with what was published ------------------------------------------------------------------------


class Comparison:
    def __init__(self):
        self.compared = 0
        self.different = []

    def same(self, name, ours, theirs):
        self.compared += 1
        if isinstance(ours, (int, float)) and isinstance(theirs, (int, float)):
            agrees = abs(ours - theirs) <= TOLERANCE
        else:
            agrees = ours == theirs
        if not agrees:
            self.different.append(f"{name}: computed {ours}, published {theirs}")

    def figures(self, name, ours, theirs):
        for key in ("n", "nAnswered", "totalResult", "answeredScore"):
            self.same(f"{name} {key}", ours[key], theirs[key])
        for area in set(ours["areas"]) | set(theirs["areas"]):
            self.same(f"{name} area {area}", ours["areas"].get(area), theirs["areas"].get(area))
            self.same(f"{name} n of {area}", ours["areaN"].get(area), theirs["areaN"].get(area))


def read_contacts(folder, method):
    with open(folder / "submissions.csv", encoding="utf-8-sig", newline="") as file:
        return [
            {
                **{key: row[key] for key in FIXED},
                "answered": row["answered"] == "yes",
                "row": row,
                "outcome": score_contact(row, method),
            }
            for row in csv.DictReader(file)
        ]


def compare(folder, with_intervals):
    method = json.loads((folder / "edition.json").read_text(encoding="utf-8"))
    published = json.loads((folder / "results.json").read_text(encoding="utf-8"))
    contacts = read_contacts(folder, method)
    by_points = method["score"]["total"] == "pointsOverPossible"
    ties = method["ranking"]["ties"]
    check = Comparison()
    check.figures("all", figures(contacts, by_points), published["all"])

    def group(key):
        groups = defaultdict(list)
        for contact in contacts:
            groups[contact[key]].append(contact)
        return groups

    people = group("participant")
    own = {name: figures(list_, by_points) for name, list_ in people.items()}
    entry = {name: (f["totalResult"], f["answeredScore"], f["n"] - f["nAnswered"]) for name, f in own.items()}
    class_of = {name: list_[0]["class"] for name, list_ in people.items()}
    names = list(people)
    overall = dict(zip(names, ranks([entry[name] for name in names], ties)))
    check.same("number of participants", len(names), len(published["participants"]))
    for theirs in published["participants"]:
        name = theirs["participant"]
        check.figures(name, own[name], theirs)
        check.same(f"{name} rank", overall[name], theirs["rank"])
        mates = [other for other in names if class_of[other] == class_of[name]]
        in_class = dict(zip(mates, ranks([entry[mate] for mate in mates], ties)))
        check.same(f"{name} class rank", in_class[name], theirs["classRank"])
        for channel in theirs["channels"]:
            part = [c for c in people[name] if c["channel"] == channel["channel"]]
            check.figures(f"{name} {channel['channel']}", figures(part, by_points), channel)

    for theirs in published["classes"]:
        check.figures("class " + theirs["class"], figures(group("class")[theirs["class"]], by_points), theirs)
    for theirs in published["channels"]:
        on = group("channel")[theirs["channel"]]
        check.figures("channel " + theirs["channel"], figures(on, by_points), theirs)
        totals = {
            name: figures([c for c in on if c["participant"] == name], by_points)["totalResult"]
            for name in {c["participant"] for c in on}
        }
        if ties == "shared":
            most = max(total for total in totals.values() if total is not None)
            best = {name for name, total in totals.items() if total is not None and most - total <= 1e-9}
            check.same("best on " + theirs["channel"], best, set(theirs["best"]))

    counts, unanswered = band_counts(contacts, method)
    for theirs in published["bands"]:
        key = theirs["segment"], theirs["band"]
        size = sum(count for (segment, _), count in counts.items() if segment == theirs["segment"])
        check.same(f"band {key}", counts[key], theirs["count"])
        check.same(f"unanswered in {key}", unanswered[key], theirs["unanswered"])
        check.same(f"share of {key}", counts[key] * 100 / size, theirs["percent"])

    questions = question_figures(contacts, method)
    for segment in published["answers"]:
        for theirs in segment["questions"]:
            n, skipped, score = questions[segment["segment"], theirs["question"]]
            name = f"{segment['segment']} {theirs['question']}"
            check.same(name + " n", n, theirs["n"])
            check.same(name + " not applicable", skipped, theirs["notApplicable"])
            check.same(name + " score", score, theirs["score"])

    with open(folder / "ranking.csv", encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            name = row["participant"]
            check.same(f"ranking {name} place", str(overall[name] or ""), row["rank"])
            total = own[name]["totalResult"]
            check.same(f"ranking {name} total", total, float(row["totalResult"]) if row["totalResult"] else None)

    if with_intervals:
        scored = {q["area"] for q in method["questions"] if q["scored"]}
        areas = [area["id"] for area in method["areas"] if area["id"] in scored]
        for at, theirs in enumerate(published["participants"]):
            name = theirs["participant"]
            print(f"\rintervals {at + 1}/{len(names)}", end="", file=sys.stderr)
            ours = total_interval(people[name], method, published["intervals"]["seed"], areas)
            for end in (0, 1):
                check.same(f"{name} interval", ours and ours[end], theirs["interval"] and theirs["interval"][end])
        print(file=sys.stderr)
    return check


def main(arguments):
    with_intervals = "--intervals" in arguments
    places = [argument for argument in arguments if not argument.startswith("-")]
    folder = Path(places[0]) if places else Path(__file__).resolve().parent
    check = compare(folder, with_intervals)
    for line in check.different[:40]:
        print(line)
    agreed = check.compared - len(check.different)
    print(f"{agreed} of {check.compared} figures agree")
    if not with_intervals:
        print("intervals were not computed again; --intervals does that")
    return 1 if check.different else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
