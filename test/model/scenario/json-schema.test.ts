import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';
import { scenarioJsonSchema } from '../../../src/model/scenario/known-keys.js';
import { plain } from '../small-scenario.js';

const validate = new Ajv2020({ strict: false, allErrors: true }).compile(scenarioJsonSchema());

test('the JSON Schema takes what the reader takes', () => {
  expect(validate(plain), JSON.stringify(validate.errors)).toBe(true);
  expect(
    validate({ ...plain, plan: [{ day: '2020-01-02', withdraw: { us: { share: 0.5 } }, fromBase: 'alpha' }] }),
  ).toBe(true);
});

test('and refuses unknown keys, wrong kinds and numbers out of range', () => {
  expect(validate({ ...plain, colour: 1 })).toBe(false);
  expect(validate({ ...plain, start: 3 })).toBe(false);
  expect(validate({ ...plain, severity: { fatalProbability: 2 } })).toBe(false);
  expect(validate({ ...plain, severity: { fatalProbability: { beta: { mean: 0.1, sd: 0.05 } } } })).toBe(true);
});

test('a number is written once for each range; where it stands are its words and the default that an editor fills in', () => {
  const schema = JSON.parse(JSON.stringify(scenarioJsonSchema()));
  expect(schema.properties.convoys.properties.convoySize).toEqual({
    description: expect.stringMatching(
      /^Largest number .* Unit: persons\. Must be whole and at least 1\. Default: 100/,
    ),
    default: 100,
    $ref: '#/$defs/WholeNumberAtLeast1',
  });
  const uses = JSON.stringify(schema).split('#/$defs/Law"').length - 1;
  const ranges = Object.keys(schema.$defs).filter((name) => name.includes('Number'));
  expect(uses).toBe(2 * ranges.length);
});

test('every key has words for the editor', () => {
  const missing: string[] = [];
  const visit = (node: unknown, path: string): void => {
    if (typeof node !== 'object' || node === null) return;
    if ('properties' in node && typeof node.properties === 'object' && node.properties !== null) {
      for (const [key, value] of Object.entries(node.properties as Record<string, object>)) {
        const plainName = [
          'name',
          'note',
          'mode',
          'low',
          'high',
          'mean',
          'sd',
          'alpha',
          'beta',
          'shape',
          'scale',
          'median',
          'sigma',
          'p5',
          'p95',
          'value',
          'weight',
          'killed',
          'wounded',
        ];
        const isLaw = path.startsWith('.$defs.Law');
        const isAction = '$ref' in value && value.$ref === '#/$defs/RuleAction';
        if (!('description' in value) && !isAction && !plainName.includes(key) && !isLaw)
          missing.push(`${path}.${key}`);
      }
    }
    for (const [key, value] of Object.entries(node)) visit(value, `${path}.${key}`);
  };
  visit(scenarioJsonSchema(), '');
  expect(missing).toEqual([]);
});
