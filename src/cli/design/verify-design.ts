import { randomInt } from 'node:crypto';
import { createReadStream, existsSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { openEvaluator, type DesignPoint } from '../../experiment/design/evaluate.js';
import type { Space } from '../../experiment/design/steer.js';
import { UserFault } from '../../model/scenario/fault.js';
import { csvLine } from '../csv-text.js';
import { exitCode } from '../exit-code.js';
import { counted, figure } from '../number-text.js';
import type { Terminal } from '../terminal.js';
import type { ReadDesign } from './design-manifest.js';

interface Asked {
  readonly sample: number;
  /** A row of evaluations.csv, from 0, in place of a sample. */
  readonly row: number | undefined;
}

/** `garrison verify` of a design: evaluates some rows of evaluations.csv again, and names what differs. */
export async function verifyDesign(
  { manifest, question, folder }: ReadDesign,
  { sample, row }: Asked,
  { stdout }: Terminal,
): Promise<number> {
  const { scenarios, inputs } = question;
  const all = manifest.evaluations / scenarios.length;
  if (row !== undefined && row >= all)
    throw new UserFault([
      { path: '--replication', value: row, rule: `must be one of the ${all} rows of evaluations.csv` },
    ]);
  const picked = row === undefined ? drawn(all, sample) : new Set([row]);
  const [header = '', ...lines] = await linesOf(join(folder, 'evaluations.csv'), (at) => picked.has(at));
  const names = header.split(',');
  const outcomes = names.slice(2, 2 + (names.length - 2) / scenarios.length);
  const wanted = new Set(lines.map((line) => Number.parseInt(line, 10)));
  const points = new Map(
    (await linesOf(join(folder, 'points.csv'), (at) => wanted.has(at))).slice(1).map((line) => pointOf(line)),
  );
  const paths = inputs.flatMap((input) => input.paths);
  const different = lines.flatMap((stored) => {
    const [number = NaN, replication = NaN] = stored.split(',').map(Number);
    const found = points.get(number);
    if (!found) return [`Row ${stored}: points.csv has no point ${number}.`];
    const { space, point } = found;
    const evaluate = openEvaluator({ scenarios, paths, space, points: [point], outcomes, seed: manifest.seed });
    const { values } = evaluate({ point: 0, from: replication, to: replication + 1 });
    const now = csvLine([number, replication, ...values]).trimEnd();
    if (now === stored) return [];
    const [there, here] = [stored.split(','), now.split(',')];
    const at = here.findIndex((cell, i) => cell !== there[i]);
    return [
      `Replication ${replication} of point ${number} differs; the first outcome that does is ${names[at] ?? 'one too many'}: ${there[at] || 'none'} there, ${here[at] || 'none'} now.`,
    ];
  });
  const missing = picked.size - lines.length;
  if (missing > 0) different.push(`evaluations.csv should have ${figure(all)} rows, but ends before.`);
  const what =
    row === undefined
      ? `${counted(picked.size, 'random evaluation')} of ${figure(all)}`
      : `row ${row} of evaluations.csv`;
  stdout.write(
    different.length === 0
      ? `Verified: ${what}, the same to the last bit.\n`
      : `${row === undefined ? `${different.length} of ${what} differ.\n` : ''}${different.join('\n')}\n`,
  );
  return different.length === 0 ? exitCode.done : exitCode.userFault;
}

/** A row of points.csv: number, places, from, to, and a place for each path. */
function pointOf(line: string): readonly [number, { readonly space: Space; readonly point: DesignPoint }] {
  const [number = '', space, from, to, ...places] = line.split(',');
  const point = {
    places: places.map((place) => (place === '' ? NaN : Number(place))),
    from: Number(from),
    to: Number(to),
  };
  return [Number(number), { space: space === 'value' || space === 'draw' ? space : 'quantile', point }];
}

function drawn(all: number, sample: number): Set<number> {
  const picked = new Set<number>();
  while (picked.size < Math.min(all, sample)) picked.add(randomInt(all));
  return picked;
}

/** The header, and the wanted rows by their number from 0. */
async function linesOf(path: string, isWanted: (row: number) => boolean): Promise<string[]> {
  if (!existsSync(path)) throw new UserFault([{ path, rule: 'must be there to compare with' }]);
  const found: string[] = [];
  let row = -1;
  for await (const line of createInterface({ input: createReadStream(path), crlfDelay: Infinity })) {
    if (row === -1 || isWanted(row)) found.push(line);
    row++;
  }
  return found;
}
