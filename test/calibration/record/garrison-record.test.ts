import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { faultText } from '../../../src/model/scenario/fault.js';
import { countsOnBases } from '../../../src/model/compile.js';
import { loadScenario } from '../../../src/cli/load-scenario.js';
import { worldOf } from '../../../src/calibration/record/record-world.js';
import { faultsOf, own, read, recordOf } from './invented.js';

const one = '2030-03-05,North Valley,,,rocket,base,0,0,day,';

describe('a record of garrison’s own form', () => {
  test('is recognised by its columns, in any order, with a byte order mark, semicolons or line breaks of Windows', () => {
    const text = own(one, '2030-03-06,South Valley,,,rocket,base,1,2,day,');
    const turned = text
      .split('\n')
      .map((line) => line.split(',').reverse().join(';'))
      .join('\r\n');
    const [plain, other] = [recordOf(read(text)), recordOf(read(`\ufeff${turned}`))];
    expect(plain.format).toBe('garrison');
    expect(other).toEqual(plain);
    expect(plain.record.attacks).toEqual([
      {
        line: 2,
        date: '2030-03-05',
        day: 0,
        precision: 'day',
        base: 'north',
        actor: 'reds',
        scope: 'base',
        mode: 'rocket',
        killed: 0,
        wounded: 0,
      },
      {
        line: 3,
        date: '2030-03-06',
        day: 1,
        precision: 'day',
        base: 'south',
        actor: 'reds',
        scope: 'base',
        mode: 'rocket',
        killed: 1,
        wounded: 2,
      },
    ]);
  });

  test('every row counts or is left out with a reason', () => {
    const text = own(
      one,
      '2030-02-27,North Valley,,,rocket,base,0,0,day,',
      '2030-03-06,North Valley,,,ballistic missile,base,0,0,day,',
      '2030-03-07,North Valley road,,,bomb,convoy,0,0,day,',
      '2030-03-08,Nowhere,,,rocket,base,0,0,day,',
      '2030-03-09,North Vally,,,rocket,base,0,0,day,',
    );
    const { record } = recordOf(read(text, { from: '2030-03-01', until: '2030-03-31' }));
    expect(record.attacks.map(({ line }) => line)).toEqual([2]);
    expect(record.leftOut.map(({ line, reason }) => [line, reason])).toEqual([
      [3, 'outside the window'],
      [4, 'a mode that does not count'],
      [5, 'a place that does not count'],
      [6, 'no base of the scenario'],
      [7, 'no base of the scenario'],
    ]);
    expect(record.leftOut.at(-1)?.why).toContain('did you mean North Valley?');
    expect(record.days).toBe(31);
  });

  test('convoys count where the rules say so, and have no base', () => {
    const text = own(one, '2030-03-07,North Valley road,,,bomb,convoy,0,0,day,');
    const { record } = recordOf(read(text, { rules: { scopes: ['base', 'convoy'] } }));
    expect(record.attacks[1]).not.toHaveProperty('base');
    expect(record.countingRule).toContain('on convoys');
  });

  test('a place without a known name is the only base within reach of its position, and between two nobody chooses', () => {
    const near = (lat: number, lon: number): string =>
      own(`2030-03-05,Some town,${lat},${lon},rocket,base,,,day,`, one);
    // One thousandth of a degree of latitude is 111.2 m.
    expect(recordOf(read(near(10.04, 20))).record.attacks.map(({ base }) => base)).toEqual(['north', 'north']);
    expect(recordOf(read(near(10.04, 20))).byDistance).toBe(1);
    const far = recordOf(read(near(10.05, 20)));
    expect(far.record.leftOut[0]).toMatchObject({ reason: 'no base of the scenario' });
    expect(far.record.leftOut[0]?.why).toContain('north, 5.6 km off');
    const between = recordOf(read(near(10.515, 20.01)));
    expect(between.record.leftOut[0]).toMatchObject({ reason: 'more than one base of the scenario' });
    expect(between.record.leftOut[0]?.why).toMatch(
      /south \(2\.0 km\) or gate \(2\.0 km\)|gate \(2\.0 km\) or south \(2\.0 km\)/,
    );
  });

  test('names match without case, accents and marks, and by the rules', () => {
    const text = own('2030-03-05,NORTH-VALLÉY,,,rocket,base,,,day,', '2030-03-06,The old fort,,,rocket,base,,,day,');
    const { record } = recordOf(read(text, { rules: { places: { gate: ['old fort', 'the old*'] } } }));
    expect(record.attacks.map(({ base }) => base)).toEqual(['north', 'gate']);
  });

  test('all faults are told at once, each with line, value, rule and a way out', () => {
    const text = own(
      '2030-02-30,North Valley,,,rocket,base,0,0,day,',
      '03/04/2030,North Valley,,,rocket,base,-1,0,day,',
      '2031-03-05,North Valley,,,rocket,base,0,1.5,day,',
      '2030-03-05,North Valley,95,20,rocket,somewhere,0,0,sometime,',
    );
    expect(faultsOf(read(text)).map(faultText)).toEqual([
      'attacks.csv line 2, date must be a date of the calendar, got "2030-02-30"; write it as 2020-03-16 or 16 March 2020',
      'attacks.csv line 3, date must be a date of the calendar, got "03/04/2030"; write it as 2030-04-03 or 2030-03-04: which of the two numbers is the month cannot be told',
      'attacks.csv line 3, killed_coalition must be a whole number of at least 0, got "-1"; leave it empty where it is not known',
      'attacks.csv line 4, date must not be after 2031-01-01, the day of this fit, got "2031-03-05"; correct it, or leave the row out',
      'attacks.csv line 4, wounded_coalition must be a whole number of at least 0, got "1.5"; leave it empty where it is not known',
      'attacks.csv line 5, date_precision must be day or week or month, got "sometime"',
      'attacks.csv line 5, latitude must be degrees from -90 to 90, got "95"; leave it empty where it is not known',
      'attacks.csv line 5, scope must be base or embassy or embassy/green zone or convoy or other, got "somewhere"',
    ]);
  });

  test('a thousand faults of one kind are told in nine lines', () => {
    const faults = faultsOf(
      read(own(...Array.from({ length: 1000 }, (_, i) => `x${i},North Valley,,,rocket,base,,,day,`))),
    );
    expect(faults).toHaveLength(9);
    expect(faultText(faults[8]!)).toContain('line 1001, date and 991 more before it must be a date of the calendar');
  });

  test('a row twice is a fault, as it may be a slip or two attacks', () => {
    expect(faultsOf(read(own(one, one))).map(faultText)).toEqual([
      'attacks.csv line 3 must not be the same as line 2 in every column; delete one of the two; or, if they are two attacks, say in a column note what tells them apart',
    ]);
    expect(recordOf(read(own(one, `${one}at night`))).record.attacks).toHaveLength(2);
  });

  test('an empty file, a missing column, other columns, no attack that counts: each told plainly', () => {
    expect(faultsOf(read(own())).map(faultText)).toEqual(['attacks.csv must hold at least one row, but is empty']);
    expect(faultsOf(read(own(one).replace('scope', 'scop'))).map(faultText)).toEqual([
      'attacks.csv must have a column scope, as garrison’s own has; did you mean scop?',
    ]);
    expect(faultText(faultsOf(read('a,b\n1,2\n'))[0]!)).toContain('must have the columns of one of three forms');
    expect(faultsOf(read(own(one), { from: '2030-04-01', until: '2030-04-30' })).map(faultText)).toEqual([
      'attacks.csv must hold at least one attack that counts from 2030-04-01 to 2030-04-30; left out are 1 outside the window; line 2, for one: the window is 2030-04-01 to 2030-04-30; --from and --until name other days',
    ]);
    expect(faultText(faultsOf(read(own(one), { from: '2030-05-01' }))[0]!)).toContain(
      '--from must leave days of attacks.csv to fit',
    );
  });

  test('rules that name nothing of the scenario are told, with what was meant', () => {
    const faults = faultsOf(
      read(own(one), { rules: { places: { nort: ['x'] }, actors: { red: ['y'] }, others: 'blues' } }),
    );
    expect(faults.map(faultText)).toEqual([
      'rules.places.nort must be a base of the scenario, got "nort"; did you mean north?',
      'rules.actors.red must be an actor of the scenario, got "red"; did you mean reds?',
      'rules.others must be an actor of the scenario, or leaveOut, got "blues"; known are reds, leaveOut',
    ]);
  });
});

describe('the bundled record', () => {
  const text = readFileSync('data/attacks-2019-2020.csv', 'utf8');
  const load = async () => {
    const output = { write: () => undefined, isTTY: false, columns: 80 };
    const terminal = {
      stdout: output,
      stderr: output,
      env: {},
      cwd: process.cwd(),
      program: '',
      signal: new AbortController().signal,
    };
    return (await loadScenario({ file: 'scenarios/iraq-2020-consolidation.ts', set: [] }, terminal)).compiled.scenario;
  };

  test('counts the 27 attacks before the scenario and the 64 of its own counting rule, each on a base', async () => {
    const scenario = await load();
    const { record } = recordOf(read(text, { world: worldOf(scenario) }));
    const ruled = scenario.record?.rows.filter(countsOnBases) ?? [];
    expect(ruled).toHaveLength(64);
    const unmatched = record.leftOut.filter(({ reason }) => reason === 'no base of the scenario');
    expect(record.attacks.length + unmatched.length).toBe(64);
    expect(unmatched).toEqual([]);
    const { record: before } = recordOf(read(text, { world: worldOf(scenario), until: '2020-03-15' }));
    expect(before.attacks).toHaveLength(27);
    expect(before.attacks.length).toBe(ruled.filter(({ date }) => date < '2020-03-16').length);
    expect(before.days).toBe(140);
  });
});
