"""Erlang A in plain Python by the same formulas, at load 10 with 14 agents: solves a second."""
import math
import time


def solve(lam, mu, theta, n, t):
    b = 1.0
    for k in range(1, n + 1):
        b = lam / mu * b / (k + lam / mu * b)
    x, y = n * mu / theta, lam / theta

    def series(y):
        total = term = 1.0
        moment, j = 0.0, 1
        while term > 1e-17 * total:
            term *= y / (x + j)
            total += term
            moment += j * term
            j += 1
        return total, moment / total

    a, _ = series(y)
    later, _ = series(y * math.exp(-theta * t))
    wait = b / (b + (1 - b) / a)
    g = y * (1 - math.exp(-theta * t)) - n * mu * t
    rest = math.exp(g) * later / a
    return 1 - wait + wait * n * mu / lam * (1 - rest - (1 - math.exp(g)) / a)


start, count = time.perf_counter(), 0
while time.perf_counter() - start < 1:
    level = solve(100 / 1800 * (1 + count % 100 / 10000), 1 / 180, 1 / 300, 14, 20)
    count += 1
print(round(count / (time.perf_counter() - start)))
assert abs(solve(100 / 1800, 1 / 180, 1 / 300, 14, 20) - 0.916792) < 1e-6
