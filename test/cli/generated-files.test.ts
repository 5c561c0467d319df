import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { generatedFiles } from '../../src/cli/generated-files.js';
import { starterText } from '../../src/cli/starter-text.js';

test('the JSON Schema and the type of a scenario are those of the schema (npm run generate)', async () => {
  for (const { path, text } of await generatedFiles()) {
    expect(readFileSync(fileURLToPath(new URL(`../../${path}`, import.meta.url)), 'utf8'), path).toBe(text);
  }
});

test('the JSON Schema takes the starter and refuses a slip in it', async () => {
  const [schema] = await generatedFiles();
  const validate = new Ajv2020({ strict: false }).compile(JSON.parse(schema?.text ?? '{}'));
  expect(validate(parse(starterText('yaml')))).toBe(true);
  expect(validate(parse(starterText('yaml').replace('handedTo:', 'handedToo:')))).toBe(false);
});
