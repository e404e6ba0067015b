#!/usr/bin/env python3
"""Numbers of SciPy that live heart measures are held against: python3 live_heart.py > live_heart.csv

Intervals as in spectra.py, 400 of them, each at the sum of all so far; what a measure says after the last one. Points of a
spline: all beats of the window and six seconds more. Phase: heart rate at the middle of each interval against a belt
cos(2 pi 0.1 t - 0.5) at 0.1 Hz. Lines: name, value.
"""
import math
import numpy
import scipy
from scipy import interpolate, signal

rr, at, t = [], [], 0.0
for n in range(400):
    one = 900 + 50 * math.sin(2 * math.pi * 0.1 * t) + 20 * math.sin(2 * math.pi * 0.25 * t) + ((31 * n * n + 17 * n) % 41 - 20)
    rr.append(one)
    t += one / 1000
    at.append(t)
rr, at = numpy.array(rr), numpy.array(at)
print('# SciPy %s, NumPy %s' % (scipy.__version__, numpy.__version__))


def grid(times, values, samples):
    use = at > at[-1] - (samples / 4 + 6)
    x, y = times[use], values[use]
    g = x[-1] - numpy.arange(samples - 1, -1, -1) / 4
    return g, interpolate.CubicSpline(x, y, bc_type='natural')(g)


def out(name, value):
    print('%s,%r' % (name, float(value)))


out('sdnn', numpy.std(rr[at > at[-1] - 64], ddof=1))
for seconds in (64, 128):
    g, even = grid(at, rr, 4 * seconds)
    f, p = signal.welch(signal.detrend(even), 4, signal.get_window('hann', 4 * seconds), nperseg=4 * seconds)
    out('lf_%d' % seconds, p[(f >= 0.04) & (f < 0.15)].sum() * f[1])
g, even = grid(at, rr, 256)
f, p = signal.periodogram(signal.detrend(even), 4, signal.get_window('hann', 256), nfft=1024, detrend='constant')
band = (f >= 0.04) & (f < 0.26)
peak = f[band][numpy.argmax(p[band])]
near = p[numpy.abs(f - peak) <= 0.015 + 1e-9].sum()
total = p[(f >= 0.0033) & (f < 0.4)].sum()
out('rhythm', (near / (total - near)) ** 2)
g, rate = grid(at - rr / 2000, 60000 / rr, 256)
w = signal.get_window('hann', 256)
wave = numpy.exp(-2j * math.pi * 0.1 * (g - g[0]))
heart = numpy.sum(w * signal.detrend(rate) * wave)
belt = numpy.sum(w * signal.detrend(numpy.cos(2 * math.pi * 0.1 * g - 0.5)) * wave)
d = math.degrees(numpy.angle(heart) - numpy.angle(belt))
out('heart_breath_phase', d - 360 * round(d / 360))
