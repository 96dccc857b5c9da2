"""The peer of benchmarks/drivers.ts: LMG and relative weights from the same rows by plain NumPy."""
import itertools, json, math, sys, time
import numpy as np


def explained(matrix, chosen):
    if not chosen:
        return 0.0
    places = [place + 1 for place in chosen]
    within = matrix[np.ix_(places, places)]
    outcome = matrix[places, 0]
    return float(outcome @ np.linalg.solve(within, outcome) / matrix[0, 0])


def lmg(matrix):
    count = len(matrix) - 1
    known = {}
    for size in range(count + 1):
        for chosen in itertools.combinations(range(count), size):
            known[chosen] = explained(matrix, chosen)
    shares = np.zeros(count)
    for chosen, value in known.items():
        size = len(chosen)
        if size == count:
            continue
        weight = math.factorial(size) * math.factorial(count - size - 1) / math.factorial(count)
        for one in set(range(count)) - set(chosen):
            shares[one] += weight * (known[tuple(sorted((*chosen, one)))] - value)
    return shares


def relative_weights(matrix):
    scale = np.sqrt(np.diag(matrix))
    correlation = matrix / np.outer(scale, scale)
    values, vectors = np.linalg.eigh(correlation[1:, 1:])
    root = vectors @ np.diag(np.sqrt(values)) @ vectors.T
    return (root**2) @ (np.linalg.solve(root, correlation[1:, 0]) ** 2)


jobs = json.load(sys.stdin)
answers = []
for job in jobs:
    rows = np.array(job["rows"])
    start = time.perf_counter()
    matrix = np.cov(rows.T, bias=True)
    shares = lmg(matrix) if job["method"] == "lmg" else relative_weights(matrix)
    answers.append({"shares": shares.tolist(), "seconds": time.perf_counter() - start})
json.dump(answers, sys.stdout)
