import { describe, expect, test } from 'vitest';
import { strikePresets } from '../../src/index.js';
import { compiled, endAfter, plain, simulate } from './small-scenario.js';

describe('presets of what strikes do', () => {
  const attacks = (name: keyof typeof strikePresets): number => {
    const preset = strikePresets[name];
    const militias = { ...plain.actors.militias, ...preset, branching: { militias: 0, ...preset.branching } };
    const scenario = {
      ...plain,
      end: endAfter(60),
      strikes: { events: [{ day: '2020-01-01' }] },
      actors: { militias },
    };
    return simulate(compiled(scenario), { n: 1 })('expectedAttacks')[0]!;
  };
  test('backlash brings more attacks than no strike, deterrence fewer, mixed lies between', () => {
    expect(attacks('backlash')).toBeCloseTo(0.2 * 60 + 0.9 * -Math.expm1(-60 / 20), 9);
    expect(attacks('deterrence')).toBeLessThan(0.2 * 60);
    expect(attacks('mixed')).toBeGreaterThan(attacks('deterrence'));
    expect(attacks('mixed')).toBeLessThan(attacks('backlash'));
  });
});
