import { chmodSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openFolder, type Answer } from './open-folder.js';

/** Told plainly: exit 1, every text named, nothing on stdout, no stack. */
function expectPlainFault(answer: Answer, texts: readonly string[]): void {
  expect(answer.exitCode, answer.stderr).toBe(1);
  for (const text of texts) expect(answer.stderr).toContain(text);
  expect(answer.stderr).not.toMatch(/^\s+at /m);
  expect(answer.stderr).not.toContain('bug');
  expect(answer.stdout).toBe('');
}

const inYaml: readonly {
  readonly name: string;
  readonly replace: readonly [string, string];
  readonly says: readonly string[];
}[] = [
  {
    name: 'a base that a move names does not exist',
    replace: ['personnelTo: airfield', 'personnelTo: airfeild'],
    says: ['scenario.yaml:41:18', 'plan[0].personnelTo', 'airfeild', 'must name a base', 'did you mean airfield?'],
  },
  {
    name: 'more people are moved than are there',
    replace: ['withdraw: { uk: 200 }', 'withdraw: { uk: 2000 }'],
    says: ['plan[1]', '2000', 'must move no more uk than are there'],
  },
  {
    name: 'the end is before the start',
    replace: ["end: '2020-12-31'", "end: '2019-12-31'"],
    says: ['end must not be before start 2020-03-01', '2019-12-31'],
  },
  {
    name: 'branching is at or above one',
    replace: ['{ beta: { mean: 0.4, sd: 0.15 } }', '1.2'],
    says: ['actors.militias.branching', 'spectral radius below 1', '1.23'],
  },
  {
    name: 'latitude and longitude of a base are swapped',
    replace: ['lat: 33.8, lon: 42.4', 'lat: 42.4, lon: 33.8'],
    says: ['bases.airfield.location must lie in or near Iraq', 'look swapped: lat 33.8, lon 42.4 lies there'],
  },
  {
    name: 'the period is longer than twenty years',
    replace: ["end: '2020-12-31'", "end: '2220-12-31'"],
    says: ['end must be at most 20 years after start 2020-03-01', 'is the year right?'],
  },
  {
    name: 'a garrison is larger than any',
    replace: ['garrison: { us: 300 }', 'garrison: { us: { uniform: { low: 300, high: 3000000 } } }'],
    says: ['bases.riverPost.garrison.us must be at most 1,000,000 persons', 'one by one'],
  },
  {
    name: 'a number is NaN',
    replace: ['overDays: 5', 'overDays: .nan'],
    says: ['plan[0].overDays', 'must be a number', 'NaN'],
  },
  {
    name: 'a date is none of the calendar',
    replace: ["day: '2020-04-01'", "day: '2020-02-30'"],
    says: ['plan[0].day', 'must be a date of the calendar', '2020-02-30'],
  },
  {
    name: 'a key is unknown',
    replace: ['handedTo:', 'handedToo:'],
    says: ['scenario.yaml:40:16', 'plan[0].handedToo', 'must be a known key', 'did you mean handedTo?'],
  },
  {
    name: 'a law has its bounds swapped',
    replace: ['{ low: 0.3, high: 0.9 }', '{ low: 0.9, high: 0.3 }'],
    says: ['contingents.uk.salience', 'low must be at most high', '0.9'],
  },
  {
    name: 'a country is none of the atlas',
    replace: ['country: Iraq', 'country: Irak'],
    says: ['country', 'must be the English name of a country', 'did you mean Iraq?'],
  },
  {
    name: 'a key stands twice',
    replace: ['country: Iraq', "start: '2020-03-02'"],
    says: ['scenario.yaml:13:1', 'must not hold a key twice: start'],
  },
  {
    name: 'the YAML cannot be read',
    replace: ['plan:', 'plan: ['],
    says: ['scenario.yaml:', 'must be YAML'],
  },
  {
    name: 'the record is not there',
    replace: ['country: Iraq', 'record: { file: attacks.csv }'],
    says: ['record.file', 'attacks.csv', 'must be a file that can be read', 'ENOENT'],
  },
];

const inCode: readonly { readonly name: string; readonly text: string; readonly says: readonly string[] }[] = [
  {
    name: 'throws',
    text: '// a comment\ninterface A {\n  a: string;\n}\nconst a: A | undefined = undefined;\nexport default a!.a;\n',
    says: ['scenario.ts:6', 'must load without an error', 'Cannot read properties of undefined'],
  },
  {
    name: 'throws something that is no error',
    text: "throw 'enough';\nexport default {};\n",
    says: ['scenario.ts', 'enough'],
  },
  {
    name: 'exports nothing',
    text: 'export const scenario = {};\n',
    says: ['scenario.ts', 'must export its scenario as default'],
  },
  { name: 'exports a function', text: 'export default () => ({});\n', says: ['scenario.ts', 'not a function'] },
  { name: 'exports a promise', text: 'export default Promise.resolve({});\n', says: ['scenario.ts', 'not a promise'] },
  {
    name: 'loops for ever',
    text: 'for (;;);\nexport default {};\n',
    says: ['scenario.ts', 'must load within 2 seconds'],
  },
  {
    name: 'waits for what never comes',
    text: 'await new Promise(() => {});\nexport default {};\n',
    says: ['scenario.ts', 'ended before that'],
  },
  {
    name: 'ends the process',
    text: 'process.exit(0);\nexport default {};\n',
    says: ['scenario.ts', 'ended before that'],
  },
  {
    name: 'has a slip of syntax',
    text: 'export default {\n  title: "a",\n  bases: }\n};\n',
    says: ['scenario.ts:3', 'must be TypeScript'],
  },
  {
    name: 'imports what is not there',
    text: "import { a } from './elsewhere.js';\nexport default a;\n",
    says: ['scenario.ts', './elsewhere.js'],
  },
  {
    name: 'holds a date object',
    text: 'export default { start: new Date(0) };\n',
    says: ['start must be plain data', 'write dates as text'],
  },
];

describe('a fault is told plainly, with path, value and rule, and leaves no file behind', () => {
  test.each(inYaml)('$name', async ({ replace, says }) => {
    const folder = openFolder();
    folder.starter('yaml', replace);
    const before = folder.files();
    expectPlainFault(await folder.garrison(['run', 'scenario.yaml', '-n', '10']), says);
    expectPlainFault(await folder.garrison(['check', 'scenario.yaml']), says);
    expect(folder.files()).toEqual(before);
  });

  test.each(inCode)('a file that $name', async ({ text, says }) => {
    const folder = openFolder();
    folder.write('scenario.ts', text);
    const answer = await folder.garrison(['run', 'scenario.ts'], {
      loadLimitSeconds: text.includes('for (;;)') ? 2 : 20,
    });
    expectPlainFault(answer, says);
    expect(folder.files()).toEqual(['scenario.ts']);
  });

  test('all faults of a file come at once', async () => {
    const folder = openFolder();
    folder.starter('yaml', ['handedTo:', 'handedToo:'], ['lat: 33.8', 'lat: 133.8'], ['overDays: 5', 'overDays: -1']);
    const { stderr } = await folder.garrison(['check', 'scenario.yaml']);
    expect(stderr).toMatch(/^3 faults:\n/);
  });

  test('JSON with a slip of syntax names line and column', async () => {
    const folder = openFolder();
    folder.write('scenario.json', '{\n  "title": "a",\n}\n');
    expectPlainFault(await folder.garrison(['check', 'scenario.json']), ['scenario.json:3:1', 'must be JSON']);
  });

  test('JSON whose key stands twice is refused', async () => {
    const folder = openFolder();
    folder.write('scenario.json', '{\n  "title": "a",\n  "title": "b"\n}\n');
    expectPlainFault(await folder.garrison(['check', 'scenario.json']), ['scenario.json:3:3', 'key twice']);
  });

  test('a file that does not exist, a folder, and an unknown ending', async () => {
    const folder = openFolder();
    folder.starter('yaml');
    folder.write('notes.txt', 'x');
    expectPlainFault(await folder.garrison(['check', 'scenaro.yaml']), ['scenaro.yaml', 'did you mean scenario.yaml?']);
    expectPlainFault(await folder.garrison(['check', '.']), ['not a folder', 'scenario.yaml']);
    expectPlainFault(await folder.garrison(['check', 'notes.txt']), ['notes.txt', 'must end in .ts, .yaml or .json']);
  });

  test('an empty source is told with a way out', async () => {
    const folder = openFolder();
    folder.starter('yaml');
    for (const path of ['contingents.us.source', 'strikes.meanLagDays.source']) {
      const set = path.startsWith('strikes') ? "strikes.meanLagDays={ value: 20, source: '' }" : `${path}=''`;
      const answer = await folder.garrison(['check', 'scenario.yaml', '--set', set]);
      expectPlainFault(answer, [path, 'must not be empty; leave it out where there is none']);
    }
  });

  // Root may read everything.
  test.skipIf(process.getuid?.() === 0)(
    'a code file without the right to read it is not put down to anything else',
    async () => {
      const folder = openFolder();
      folder.write('scenario.ts', 'export default {};\n');
      chmodSync(join(folder.path, 'scenario.ts'), 0);
      expectPlainFault(await folder.garrison(['check', 'scenario.ts']), [
        'scenario.ts must be a file that can be read',
      ]);
    },
  );

  test.skipIf(process.platform !== 'linux')('an output folder where none can be made', async () => {
    const folder = openFolder();
    folder.starter('yaml');
    const answer = await folder.garrison(['run', 'scenario.yaml', '-n', '10', '--out', '/proc/garrison/results']);
    expectPlainFault(answer, ['--out', '/proc/garrison/results', 'must be a folder that can be written']);
  });

  test('an output folder that cannot be written', async () => {
    const folder = openFolder();
    folder.starter('yaml');
    // The tests may run as root, who may write everywhere: a file in the way stops anybody.
    folder.write('taken', 'x');
    const answer = await folder.garrison(['run', 'scenario.yaml', '-n', '10', '--out', 'taken']);
    expectPlainFault(answer, ['--out', 'taken', 'must be a folder that can be written', 'name another']);
    expect(folder.files()).toEqual(['scenario.yaml', 'taken']);
  });

  test('a record without one of its columns', async () => {
    const folder = openFolder();
    folder.starter('yaml', ['country: Iraq', 'record: { file: attacks.csv }']);
    folder.write('attacks.csv', 'date,base,scope,mode,killed\n2020-03-02,Camp,base,rocket,0\n');
    const answer = await folder.garrison(['check', 'scenario.yaml']);
    expectPlainFault(answer, ['record.file', 'must have a column killed_coalition']);
  });

  test('more replications than memory holds', async () => {
    const folder = openFolder();
    folder.starter('yaml');
    const answer = await folder.garrison(['run', 'scenario.yaml', '-n', '9000000000']);
    expectPlainFault(answer, ['--replications', 'must be at most', '9000000000']);
  });

  test('with --json the faults are JSON on stdout too', async () => {
    const folder = openFolder();
    folder.starter('yaml', ['handedTo:', 'handedToo:']);
    const { stdout, exitCode } = await folder.garrison(['check', 'scenario.yaml', '--json']);
    expect(exitCode).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({ ok: false, faults: [{ path: 'plan[0].handedToo' }] });
  });
});

describe('a command that cannot be read ends with 2 and says where to look', () => {
  test.each([
    [['chekc', 'x.ts'], 'did you mean check?'],
    [['run'], 'needs a scenario file'],
    [['check', 'x.ts', 'y.ts'], 'takes one file, got y.ts beside it'],
    [['run', 'x.ts', '--output', 'there'], 'did you mean --out?'],
    [['run', 'x.ts', '--seed'], '--seed needs a value'],
    [['trace', 'x.ts', '--quantile', '95'], 'did you mean 0.95?'],
    [['run', 'x.ts', '--sed', '2'], 'did you mean --seed?'],
    [['run', 'x.ts', '-n', '0'], '--replications must be a whole number of at least 1'],
    [['run', 'x.ts', '-n', 'many'], 'got many'],
    [['run', 'x.ts', '--seed', '1.5'], '--seed must be a whole number'],
    [['run', 'x.ts', '--seed', '1', '--seed', '2'], 'given once'],
    [['run', 'x.ts', '--workers', '0'], '--workers must be a whole number of at least 1'],
    [['init', '--format', 'xml'], 'xml'],
    [['--jsn'], 'jsn'],
  ])('%j', async (argv, says) => {
    const folder = openFolder();
    const { stdout, stderr, exitCode } = await folder.garrison(argv);
    expect(exitCode).toBe(2);
    expect(stderr).toContain(says);
    expect(stderr).toContain('--help');
    expect(stdout).toBe('');
    expect(folder.files()).toEqual([]);
  });

  test('with --json that is JSON on stdout too', async () => {
    const folder = openFolder();
    for (const argv of [
      ['run', '--json'],
      ['chekc', 'x.ts', '--json'],
      ['run', 'x.ts', '-n', 'many', '--json'],
    ]) {
      const { stdout, stderr, exitCode } = await folder.garrison(argv);
      expect(exitCode).toBe(2);
      expect(JSON.parse(stdout)).toEqual({ ok: false, usage: stderr.trimEnd() });
    }
  });
});
