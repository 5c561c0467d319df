import fc from 'fast-check';
import seedrandom from 'seedrandom';
import { describe, expect, test } from 'vitest';
import { openStream, streamName, type StreamKey } from '../../src/random/stream.js';
import { allowedZ, correlationZ, meanZ, pairUniformityZ, uniformityZ, varianceZ } from './goodness-of-fit.js';

const key: StreamKey = { seed: 1, replication: 0, purpose: 'attack', entity: 'ain-al-asad' };
const uniformMoments = { mean: 1 / 2, variance: 1 / 12 };

function parts({ seed, replication, purpose, entity }: StreamKey) {
  return [seed, replication, purpose, entity];
}

function draw(count: number, of: Partial<StreamKey> = {}): Float64Array {
  return new Float64Array(count).map(openStream({ ...key, ...of }));
}

describe('the name of a stream', () => {
  const anyKey = fc.record({
    seed: fc.maxSafeInteger(),
    replication: fc.integer({ min: -20, max: 20 }),
    purpose: fc.string({ unit: fc.constantFrom('a', '1', '/', '-'), maxLength: 4 }),
    entity: fc.string({ unit: fc.constantFrom('a', '1', '/', '-'), maxLength: 4 }),
  });

  test('is the same for two keys only if they are the same key', () => {
    const nearKeys = fc.tuple(anyKey, anyKey, fc.boolean()).map(([a, b, share]) => {
      // Half of the pairs differ in the texts only, where a careless join would fail.
      return share ? ([a, { ...b, seed: a.seed, replication: a.replication }] as const) : ([a, b] as const);
    });
    fc.assert(
      fc.property(nearKeys, ([a, b]) => {
        const same = parts(a).every((part, i) => part === parts(b)[i]);
        expect(streamName(a) === streamName(b)).toBe(same);
      }),
      { numRuns: 5000, seed: 1 },
    );
  });

  test('tells apart what a plain join would not', () => {
    const pairs: [Partial<StreamKey>, Partial<StreamKey>][] = [
      [
        { purpose: 'a/b', entity: 'c' },
        { purpose: 'a', entity: 'b/c' },
      ],
      [
        { purpose: 'ab', entity: 'c' },
        { purpose: 'a', entity: 'bc' },
      ],
      [
        { purpose: '', entity: '1/a' },
        { purpose: '1/a', entity: '' },
      ],
      [
        { seed: 1, replication: 23 },
        { seed: 12, replication: 3 },
      ],
      [
        { seed: -1, replication: 1 },
        { seed: 1, replication: -1 },
      ],
      [
        { replication: 1, purpose: '1' },
        { replication: 11, purpose: '' },
      ],
    ];
    for (const [a, b] of pairs) expect(streamName({ ...key, ...a })).not.toBe(streamName({ ...key, ...b }));
  });

  test('needs whole seeds and replications', () => {
    expect(() => openStream({ ...key, seed: 1.5 })).toThrow('seed must be a safe integer, got 1.5');
    expect(() => openStream({ ...key, seed: 2 ** 53 })).toThrow('seed must be a safe integer');
    expect(() => openStream({ ...key, replication: NaN })).toThrow('replication must be a safe integer, got NaN');
  });
});

describe('a stream', () => {
  test('gives the same numbers for the same name', () => {
    expect(draw(100)).toEqual(draw(100));
  });

  test('is its own for each seed, 0 and negative ones too, replication, purpose and entity', () => {
    const others: Partial<StreamKey>[] = [
      {},
      ...[0, -1, 2, 10, 11, 101, Number.MAX_SAFE_INTEGER, Number.MIN_SAFE_INTEGER].map((seed) => ({ seed })),
      ...[1, -1, 10, 100].map((replication) => ({ replication })),
      ...['', '0', '00', '1', '01', 'attacks', 'Attack', 'kcatta'].map((purpose) => ({ purpose })),
      ...['', '0', '00', '1', '01', 'ain-al-asae', 'ab', 'abab'].map((entity) => ({ entity })),
    ];
    const firsts = others.map((other) => draw(1, other)[0]);
    expect(new Set(firsts).size).toBe(others.length);
  });

  test('is Alea of seedrandom: known first numbers of a known key', () => {
    // seedrandom 3.0.5, key 'hello.'
    const alea = seedrandom.alea('hello.');
    expect([alea(), alea()]).toEqual([0.4783254903741181, 0.8297006865032017]);
    const raw = seedrandom.alea(streamName(key));
    expect(draw(50)).toEqual(new Float64Array(50).map(() => raw() + 2 ** -33));
  });

  test('stays as it is from version to version', () => {
    expect(streamName(key)).toBe('1/0/6/attackain-al-asad');
    expect(Array.from(draw(3))).toEqual([0.7058385784039274, 0.2808912404580042, 0.256438480806537]);
  });

  test('stays on the lattice (n + ½)/2³², off 0 and 1', () => {
    for (const u of draw(10_000)) {
      const n = u * 2 ** 32 - 0.5;
      expect(Number.isInteger(n) && n >= 0 && n < 2 ** 32).toBe(true);
    }
  });

  test('is uniform, without correlation between neighbours', () => {
    const draws = draw(200_000, { seed: 0 });
    const [first, second] = [draws.subarray(0, -1), draws.subarray(1)];
    for (const z of [
      meanZ(draws, uniformMoments),
      varianceZ(draws, uniformMoments),
      uniformityZ(draws, 256),
      correlationZ(first, second),
      pairUniformityZ(first, second, 16),
    ]) {
      expect(Math.abs(z)).toBeLessThanOrEqual(allowedZ);
    }
  });

  const neighbours: [string, (i: number) => Partial<StreamKey>][] = [
    ['replications', (i) => ({ replication: i })],
    ['seeds', (i) => ({ seed: i })],
    ['purposes', (i) => ({ purpose: `purpose-${i}` })],
    ['entities', (i) => ({ entity: `base-${i}` })],
  ];
  test.each(neighbours)('the first numbers over neighbouring %s are independent uniforms', (_, of) => {
    const firsts = new Float64Array(50_000).map((_value, i) => draw(1, of(i))[0]!);
    const [first, second] = [firsts.subarray(0, -1), firsts.subarray(1)];
    expect(Math.abs(meanZ(firsts, uniformMoments))).toBeLessThanOrEqual(allowedZ);
    expect(Math.abs(uniformityZ(firsts, 256))).toBeLessThanOrEqual(allowedZ);
    expect(Math.abs(correlationZ(first, second))).toBeLessThanOrEqual(allowedZ);
    expect(Math.abs(pairUniformityZ(first, second, 16))).toBeLessThanOrEqual(allowedZ);
  });
});
