"""The peer of benchmarks/simulation.ts: an Erlang A centre in SimPy, 2.3 or 3 and later, whichever is there."""
import json, random, sys, time

RATE, HANDLE, PATIENCE, PEOPLE, CALLS = 100 / 1800, 180.0, 300.0, 14, 40000
waits, gave_up = [], 0


def modern(simpy):
    env = simpy.Environment()
    people = simpy.Resource(env, PEOPLE)

    def call():
        global gave_up
        came = env.now
        with people.request() as request:
            result = yield request | env.timeout(random.expovariate(1 / PATIENCE))
            waits.append(env.now - came)
            if request in result:
                yield env.timeout(random.expovariate(1 / HANDLE))
            else:
                gave_up += 1

    def source():
        for _ in range(CALLS):
            yield env.timeout(random.expovariate(RATE))
            env.process(call())

    env.process(source())
    env.run()


def classic(S):
    people = S.Resource(PEOPLE)

    class Call(S.Process):
        def live(self):
            global gave_up
            came = S.now()
            yield (S.request, self, people), (S.hold, self, random.expovariate(1 / PATIENCE))
            waits.append(S.now() - came)
            if self.acquired(people):
                yield S.hold, self, random.expovariate(1 / HANDLE)
                yield S.release, self, people
            else:
                gave_up += 1

    class Source(S.Process):
        def live(self):
            for _ in range(CALLS):
                yield S.hold, self, random.expovariate(RATE)
                call = Call()
                S.activate(call, call.live())

    S.initialize()
    source = Source()
    S.activate(source, source.live())
    S.simulate(until=1e12)


random.seed(1)
try:
    import simpy
    version, run = simpy.__version__, lambda: modern(simpy)
except ImportError:
    try:
        import SimPy
        import SimPy.Simulation
        version, run = SimPy.__version__, lambda: classic(SimPy.Simulation)
    except ImportError:
        sys.exit("no SimPy")
start = time.process_time()
run()
seconds = time.process_time() - start
json.dump({"version": version, "contacts": len(waits), "seconds": seconds,
           "meanWait": sum(waits) / len(waits), "abandoned": gave_up / len(waits)}, sys.stdout)
