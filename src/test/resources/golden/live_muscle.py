#!/usr/bin/env python3
"""Numbers of SciPy that live muscle frequencies are held against: python3 live_muscle.py > live_muscle.csv

Signal at 1000 Hz, 40 s: y[n] = c y[n-1] + e[n], c = 0.5 + 0.004 s for second s, e = even noise of RMS 20 made from a hash of
n (splitmix64). Windows of 1000 samples, mean off, periodic Hann, zeros up to 1024, 20 to 450 Hz. Mean of the last five
windows; slope over all forty, Hz a minute. The median lies within its bin where the running sum reaches half.
"""
import numpy
import scipy
from scipy import signal

M = (1 << 64) - 1


def noise(n, rms):
    z = n * 0x9E3779B97F4A7C15 & M
    z = (z ^ z >> 30) * 0xBF58476D1CE4E5B9 & M
    z = (z ^ z >> 27) * 0x94D049BB133111EB & M
    z ^= z >> 31
    s = z - (1 << 64) if z >> 63 else z
    return rms * 3 ** 0.5 * ((s >> 11) / 2.0 ** 52)


y, before = [], 0.0
for n in range(40000):
    before = (0.5 + 0.004 * (n // 1000)) * before + noise(n, 20)
    y.append(before)
y = numpy.array(y).reshape(40, 1000)
f, p = signal.periodogram(y, 1000, signal.get_window('hann', 1000), nfft=1024, detrend='constant')
band = (f >= 20) & (f <= 450)
f, p = f[band], p[:, band]
mean = (p * f).sum(axis=1) / p.sum(axis=1)
median = []
for row in p:
    run = numpy.cumsum(row)
    k = numpy.argmax(run >= run[-1] / 2)
    median.append(f[k] + ((run[-1] / 2 - run[k] + row[k]) / row[k] - 0.5) * (f[1] - f[0]))
print('# SciPy %s, NumPy %s' % (scipy.__version__, numpy.__version__))
for name, series in (('mean', mean), ('median', numpy.array(median))):
    print('muscle_%s_hz,%r' % (name, float(series[-5:].mean())))
    print('muscle_%s_slope,%r' % (name, float(numpy.polyfit(numpy.arange(40), series, 1)[0] * 60)))
