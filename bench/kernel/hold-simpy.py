# The hold model in SimPy 3: one process an item, each waiting again and again.
# Usage: hold-simpy.py PENDING EVENTS
import json
import math
import sys
import time

import simpy

pending, events = int(sys.argv[1]), int(sys.argv[2])
table = []
state = 12345
for _ in range(1 << 16):
    state = (state * 1664525 + 1013904223) & 0xFFFFFFFF
    table.append(-math.log((state + 0.5) / 4294967296.0))
mask = len(table) - 1
sequence = 0


def item(env):
    global sequence
    while True:
        increment = table[sequence & mask]
        sequence += 1
        yield env.timeout(increment)


env = simpy.Environment()
for _ in range(pending):
    env.process(item(env))


def hold(count):
    for _ in range(count):
        env.step()


# The first steps start the processes.
hold(pending)
hold(events // 5)
start = time.process_time()
hold(events)
seconds = time.process_time() - start
print(json.dumps({"eventsPerSecond": round(events / seconds), "now": env.now}))
