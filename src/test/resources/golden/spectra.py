#!/usr/bin/env python3
"""Numbers of SciPy that spectra and splines are held against: python3 spectra.py > spectra.csv

Intervals: rr[n] = 900 + 50 sin(2 pi 0.1 t) + 20 sin(2 pi 0.25 t) + ((31 n^2 + 17 n) mod 41 - 20), t the sum so far,
n = 0 .. 399. Lines: name, then values. Welch: periodic Hann, constant detrend, half overlap, at 4 Hz, segments of 1024,
480, 481 (odd) and the whole series; bins 1, 10, 26, 64 and last.
"""
import math
import numpy
import scipy
from scipy import interpolate, linalg, signal

rr, t = [], 0.0
for n in range(400):
    one = 900 + 50 * math.sin(2 * math.pi * 0.1 * t) + 20 * math.sin(2 * math.pi * 0.25 * t) + ((31 * n * n + 17 * n) % 41 - 20)
    rr.append(one)
    t += one / 1000
rr = numpy.array(rr)
at = numpy.cumsum(rr) / 1000
at -= at[0]
grid = numpy.arange(0, math.floor(4 * at[-1]) + 1) / 4
even = interpolate.CubicSpline(at, rr, bc_type='natural')(grid)
print('# SciPy %s, NumPy %s' % (scipy.__version__, numpy.__version__))


def line(name, values):
    print(','.join([name] + [repr(float(v)) for v in values]))


line('spline', even[[0, 1, 100, 700, len(even) - 1]])
level = signal.detrend(even)
line('line', level[[0, 1, 100, 700, len(even) - 1]])
n = len(even)
d = numpy.zeros((n - 2, n))
for i in range(n - 2):
    d[i, i:i + 3] = (1, -2, 1)
smooth = even - linalg.solve(numpy.eye(n) + 500.0 ** 2 * d.T @ d, even, assume_a='pos')
line('smoothness', smooth[[0, 1, 100, 700, n - 1]])
for size in (1024, 480, 481, n):
    f, p = signal.welch(level, 4, signal.get_window('hann', size), noverlap=size - size // 2, detrend='constant')
    line('welch' if size == n else 'welch%d' % size, p[[1, 10, 26, 64, len(p) - 1]])
freq = numpy.arange(4, 400) / 1000
power = signal.lombscargle(at, rr - rr.mean(), 2 * math.pi * freq)
span = len(rr) * at[-1] / (len(rr) - 1)
line('lomb', (2 * power * span / len(rr))[[0, 1, 96, 246, 395]])
