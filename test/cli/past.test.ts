import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { openFolder, resultFolder } from './open-folder.js';

const quiet = ['--no-figures', '--quiet'];
const tableOf = (text: string): Record<string, string>[] => parse(text, { columns: true });

/** A folder with the starter and a past of its replication 3. */
async function withPast(date = '2020-06-01') {
  const folder = openFolder();
  folder.starter('yaml');
  const saved = await folder.garrison([
    ...['trace', 'scenario.yaml', '--seed', '7', '--replication', '3', '--save-at', date],
    ...quiet,
  ]);
  expect(saved.exitCode, saved.stderr).toBe(0);
  const past = `${resultFolder(saved)}/past-${date}.json`;
  return { folder, past, saved };
}

describe('a past', () => {
  test('is saved in words and numbers, with all that happened before its day', async () => {
    const { folder, past, saved } = await withPast();
    const { words, events, totals, state, seed, replication, day, scenario } = JSON.parse(folder.read(past));
    expect({ seed, replication, day }).toEqual({ seed: 7, replication: 3, day: '2020-06-01' });
    expect(saved.stdout).toContain(`Saved: ${past}\n`);
    expect(saved.stdout.replaceAll('\n', ' ')).toContain(words.join(' '));
    const rows = tableOf(folder.read(`${resultFolder(saved)}/rows.csv`)).filter(({ at }) => at! < '2020-06-01');
    expect(events).toHaveLength(rows.length);
    expect(totals.attacks).toBe(rows.filter(({ kind }) => /^attackOn(Base|Convoy)$/.test(kind!)).length);
    expect(state.bases.map(({ base }: { base: string }) => base)).toEqual(Object.keys(scenario.bases));
  });

  test('is shared by its futures: a run has its totals in every one, and the card tells what came after', async () => {
    const { folder, past, saved } = await withPast();
    const run = await folder.garrison(['run', 'scenario.yaml', '--seed', '7', '-n', '30', '--from', past, ...quiet]);
    expect(run.exitCode, run.stderr).toBe(0);
    expect(run.stdout.replaceAll('\n', ' ')).toContain('Before 1 June 2020 it is the past of replication 3 of seed 7');
    expect(run.stdout).toMatch(/since 1 June 2020 +mean/);
    const place = resultFolder(run);
    const rows = tableOf(folder.read(`${place}/replications.csv`));
    const { totals } = JSON.parse(folder.read(past));
    for (const row of rows) expect(Number(row['attacks'])).toBeGreaterThanOrEqual(totals.attacks);
    // The future with its own luck is the replication that the past was taken from.
    for (const { outcome, value } of tableOf(folder.read(`${resultFolder(saved)}/outcomes.csv`)))
      expect(rows[3]![outcome!], outcome).toBe(value);
    const { past: kept, run: how } = JSON.parse(folder.read(`${place}/manifest.json`));
    expect(kept).toMatchObject({ seed: 7, replication: 3, day: '2020-06-01', totals });
    expect(how.command).toContain(`--from ${past}`);
    const json = await folder.garrison([
      ...['run', 'scenario.yaml', '--seed', '7', '-n', '30', '--from', past, '--json'],
      ...quiet,
    ]);
    const mean = rows.reduce((sum, row) => sum + Number(row['attacks']), 0) / 30;
    const since = JSON.parse(json.stdout).past.since.find(({ outcome }: { outcome: string }) => outcome === 'attacks');
    expect(since.value).toBeCloseTo(mean - totals.attacks, 10);
  });

  test('is told as such in a trace of one of its futures', async () => {
    const { folder, past, saved } = await withPast();
    const traceOf = (replication: string) =>
      folder.garrison([
        ...['trace', 'scenario.yaml', '--seed', '7', '--replication', replication, '--from', past],
        ...quiet,
      ]);
    const [own, other] = [await traceOf('3'), await traceOf('4')];
    expect(other.stdout.replaceAll('\n', ' ')).toContain(
      'Before 1 June 2020 it is the past of replication 3 of seed 7',
    );
    const rowsOf = (answer: typeof own): string => folder.read(`${resultFolder(answer)}/rows.csv`);
    expect(rowsOf(own)).toBe(rowsOf(saved));
    const before = (text: string) => tableOf(text).filter(({ at }) => at! < '2020-06-01');
    expect(before(rowsOf(other))).toEqual(before(rowsOf(saved)));
    expect(rowsOf(other)).not.toBe(rowsOf(saved));
  });

  test('is shared by an alternative that differs from its day on, and not by one that differs before: the first happening is told', async () => {
    const { folder, past } = await withPast();
    const text = folder.read('scenario.yaml');
    const strike = (day: string): string => `${text}\nstrikes: { events: [{ day: ${day}, name: other }] }\n`;
    expect(text).not.toMatch(/^strikes:/m);
    folder.write('later.yaml', strike('2020-06-01'));
    folder.write('earlier.yaml', strike('2020-04-10'));
    const later = await folder.garrison(['run', 'later.yaml', '-n', '20', '--from', past, ...quiet]);
    expect(later.exitCode, later.stderr).toBe(0);
    const earlier = await folder.garrison(['run', 'earlier.yaml', '-n', '20', '--from', past, ...quiet]);
    expect(earlier.exitCode).toBe(1);
    expect(earlier.stderr).toMatch(
      /^fault: earlier\.yaml must have the same happenings before 1 June 2020 .* there .*, here 2020-04-10 00:00 strike \(other\); what differs must begin on 2020-06-01 or later/,
    );
    const other = await folder.garrison([
      'run',
      'scenario.yaml',
      '--set',
      'start=2020-02-28',
      '--from',
      past,
      ...quiet,
    ]);
    expect(other.stderr).toContain('scenario.yaml: start must be that of ');
  });

  test('that is none, or lies outside the scenario, is a fault with a way out', async () => {
    const folder = openFolder();
    folder.starter('yaml');
    folder.write('none.json', '{"kind":"past"}');
    const answers = await Promise.all(
      [
        ['run', 'scenario.yaml', '--from', 'gone.json'],
        ['run', 'scenario.yaml', '--from', 'none.json'],
        ['trace', 'scenario.yaml', '--replication', '1', '--save-at', '2031-01-01'],
      ].map((words) => folder.garrison(words)),
    );
    expect(answers.map(({ exitCode }) => exitCode)).toEqual([1, 1, 1]);
    expect(answers[0]!.stderr).toContain('--from gone.json must be a file that exists');
    expect(answers[1]!.stderr).toContain('must be that of a past that was saved');
    expect(answers[2]!.stderr).toContain('--save-at must be a date after');
    const both = await folder.garrison(['trace', 'scenario.yaml', '--from', 'a', '--save-at', '2020-02-01']);
    expect(both.exitCode).toBe(2);
    const noDate = await folder.garrison(['trace', 'scenario.yaml', '--save-at', 'June']);
    expect(noDate.stderr).toContain('--save-at must be a date such as 2020-06-01');
  });
});
