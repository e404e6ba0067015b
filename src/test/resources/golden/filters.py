#!/usr/bin/env python3
"""Numbers of SciPy that the filters are held against: python3 filters.py > filters.csv

Input: x[n] = ((31 n^2 + 17 n) mod 201 - 100) / 100, n = 0 .. 599. Each line holds kind, order (Q for a notch), low edge,
high edge, rate, then the output at n = 0, 1, 2, 3, 50, 200, 400, 599.
"""
import numpy
import scipy
from scipy import signal

X = [((31 * n * n + 17 * n) % 201 - 100) / 100 for n in range(600)]
AT = [0, 1, 2, 3, 50, 200, 400, 599]


def line(kind, order, low, high, rate, y):
    print(','.join([kind, repr(order), repr(low), repr(high), repr(rate)] + [repr(float(y[n])) for n in AT]))


print('# SciPy %s, NumPy %s' % (scipy.__version__, numpy.__version__))
for order in range(1, 7):
    for low, high, rate in ((0.9, 0, 25.0), (40.0, 0, 250.0), (115.0, 0, 250.0), (20.0, 0, 1000.0)):
        for kind in ('lowpass', 'highpass'):
            sos = signal.butter(order, low, kind, fs=rate, output='sos')
            line(kind, order, low, 0.0, rate, signal.sosfilt(sos, X))
for order in range(1, 6):
    for low, high, rate in ((7.0, 18.0, 360.0), (0.5, 40.0, 250.0), (0.5, 6.0, 125.0), (20.0, 450.0, 1000.0)):
        sos = signal.butter(order, [low, high], 'bandpass', fs=rate, output='sos')
        line('bandpass', order, low, high, rate, signal.sosfilt(sos, X))
for q in (5.0, 10.0, 30.0):
    for low, rate in ((50.0, 250.0), (60.0, 1000.0), (50.0, 2000.0)):
        b, a = signal.iirnotch(low, q, fs=rate)
        line('notch', q, low, 0.0, rate, signal.lfilter(b, a, X))
