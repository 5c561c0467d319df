import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { openFolder, resultFolder, type Folder } from '../open-folder.js';

const scenario = `title: Made up, to be forecast
start: 2020-01-01
end: 2020-06-30
contingents: { us: { name: US } }
bases:
  north: { name: North, location: { lat: 36, lon: 44 }, garrison: { us: 300 } }
  south: { name: South, location: { lat: 32, lon: 45 }, garrison: { us: 100 } }
actors:
  militias:
    baselinePerDay: 0.1
    branching: { militias: 0.2 }
    meanLagDays: 5
`;

/** An attack every fifth day, two thirds of them in the north. */
function record(days = 182): string {
  const lines = Array.from({ length: Math.floor(days / 5) }, (_, k) => {
    const date = new Date(Date.UTC(2020, 0, 1 + 5 * k)).toISOString().slice(0, 10);
    return `${date},${k % 3 === 0 ? 'South' : 'North'},base,rocket,0,0`;
  });
  return ['date,base,scope,mode,killed_coalition,wounded_coalition', ...lines, ''].join('\n');
}

function invented(folder: Folder, text = record()): readonly string[] {
  folder.write('scenario.yaml', scenario);
  folder.write('attacks.csv', text);
  return ['backtest', 'attacks.csv', '--scenario', 'scenario.yaml', '--until', '2020-06-30', '-n', '200', '--quiet'];
}

type Row = Record<string, string>;
const rowsOf = (folder: Folder, file: string): Row[] => parse(folder.read(file), { columns: true });

describe('garrison backtest', () => {
  test('forecasts every month from its past, scores all methods, and says what came of it', async () => {
    const folder = openFolder();
    const answer = await folder.garrison([...invented(folder), '--past', '120d']);
    expect(answer.exitCode, answer.stderr).toBe(0);
    expect(answer.stdout).toMatch(/^Of all attacks in 2 windows, forecast from the past alone, the fitted process /);
    expect(answer.stdout).toContain('2 origins are few');
    const place = resultFolder(answer);
    const forecasts = rowsOf(folder, `${place}/forecasts.csv`);
    // Two origins, five methods, all attacks and two bases.
    expect(forecasts).toHaveLength(2 * 5 * 3);
    const first = forecasts.find((row) => row['method'] === 'process' && row['base'] === '')!;
    expect(first).toMatchObject({ origin: '2020-05-01', days: '31', observed: '6' });
    expect(Number(first['low95'])).toBeLessThanOrEqual(6);
    expect(Number(first['high95'])).toBeGreaterThanOrEqual(6);
    expect(rowsOf(folder, `${place}/origins.csv`).map((row) => row['attacksKnown'])).toEqual(['25', '31']);
    expect(folder.files()).toEqual(
      expect.arrayContaining(
        ['backtest-forecasts', 'pit-histogram', 'score-differences'].map((name) => `${place}/figures/${name}.svg`),
      ),
    );
    // Nothing of the work is left.
    expect(folder.files().filter((name) => name.includes('/.'))).toEqual([]);
  });

  test('gives other numbers from another seed', async () => {
    const folder = openFolder();
    const words = [...invented(folder), '--no-figures', '--json', '--past', '120d'];
    const [one, other] = [await folder.garrison(words), await folder.garrison([...words, '--seed', '2'])].map(
      ({ stdout }) => JSON.parse(stdout),
    );
    expect(other.methods[0].crps).not.toBe(one.methods[0].crps);
    expect(one).toMatchObject({ ok: true, origins: 2 });
  });

  test('stopped by Ctrl-C keeps finished origins, goes on from them, and ends with the same numbers', async () => {
    const folder = openFolder();
    const words = [...invented(folder), '--no-figures', '--past', '120d'].filter((word) => word !== '--quiet');
    const whole = await folder.garrison([...words, '--out', 'whole']);
    const stop = new AbortController();
    const stopped = await folder.garrison(words, {
      isTTY: true,
      signal: stop.signal,
      stderr: (text) => {
        if (text.includes('Forecast 1 of 2')) stop.abort();
      },
    });
    expect(stopped.exitCode).toBe(130);
    expect(stopped.stderr).toContain('Finished origins are kept');
    const resumed = await folder.garrison(words);
    expect(resumed.stderr).toContain('Continuing: 1 of 2 origins were done by an earlier command.');
    expect(folder.read(`${resultFolder(resumed)}/forecasts.csv`)).toBe(
      folder.read(`${resultFolder(whole)}/forecasts.csv`),
    );
  });

  test('a record that is too short for two windows is a fault with a way out', async () => {
    const folder = openFolder();
    const answer = await folder.garrison([...invented(folder), '--past', '150d']);
    expect(answer.exitCode).toBe(1);
    expect(answer.stderr).toContain('must have at least 2 whole windows after its first 150 days');
    expect(answer.stderr).toContain('--past 60d');
    expect(folder.files()).toEqual(['attacks.csv', 'scenario.yaml']);
  });

  test('windows that overlap are told', async () => {
    const folder = openFolder();
    const answer = await folder.garrison([
      ...invented(folder),
      ...['--no-figures', '--origins', '30d', '--horizon', '45d', '--past', '80d'],
    ]);
    expect(answer.stdout).toContain('windows overlap (--horizon 45d, origins every 30 days)');
  });

  test.each([
    [['--origins', 'weekly'], '--origins must be monthly, or a number of days such as 30d, at least 1'],
    [['--horizon', '0d'], '--horizon must be a number of days such as 30d, at least 1'],
  ])('%j cannot be read', async (words, told) => {
    const folder = openFolder();
    const answer = await folder.garrison([...invented(folder), ...words]);
    expect(answer.exitCode).toBe(2);
    expect(answer.stderr).toContain(told);
  });

  test('needs a scenario', async () => {
    const folder = openFolder();
    folder.write('attacks.csv', record());
    const answer = await folder.garrison(['backtest', 'attacks.csv']);
    expect(answer.exitCode).toBe(2);
    expect(answer.stderr).toContain('scenario');
  });
});
