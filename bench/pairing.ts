import { fileURLToPath } from 'node:url';
import { sampleCovariance, sampleVariance } from 'simple-statistics';
import { openRunner } from '../src/experiment/run-replications.js';
import { compileScenario, type CompiledScenario } from '../src/model/compile.js';
import { outcomeColumns } from '../src/model/outcome-columns.js';
import { quantitiesOf } from '../src/model/scenario/quantities.js';
import { meanOf } from '../src/random/laws/law.js';
import { loadScenario } from '../src/cli/load-scenario.js';
import { pairedDifference } from '../src/stats/index.js';

// What common random numbers save on "stay" against "consolidate" of 2020, with every parameter at the mean of its law.
// `npx jiti bench/pairing.ts [replications]`; see bench/README.md.

const n = Number(process.argv[2] ?? 2000);
const outcomes = ['attacks', 'personAttacks', 'killed', 'expectedAttacks', 'expectedPersonAttacks'];

const [stay, consolidate] = await Promise.all(['stay', 'consolidation'].map((name) => atPoints(name)));
const paired = [columnsOf(stay!, 1), columnsOf(consolidate!, 1)] as const;
const independent = columnsOf(consolidate!, 2);

interface Row {
  readonly label: string;
  /** What is to be known: its spread over independent runs is what every factor is measured against. */
  readonly of: string;
  /** One value for each replication whose mean is the same. */
  readonly by: (values: Columns) => Float64Array;
}

/** N − ∫λ: of mean 0 whatever the strategy, as each attack is expected at its rate. */
function surplus(values: Columns, name: string): Float64Array {
  const expected = column(values, expectedOf[name]!);
  return column(values, name).map((value, r) => value - expected[r]!);
}

/** Takes out of a count what its surplus tells by a straight line; the slope is that of the differences. */
function controlled(name: string): Row['by'] {
  const gapsOf = (of: (values: Columns) => Float64Array): number[] => {
    const [a, b] = paired.map(({ values }) => of(values));
    return Array.from(a!, (value, r) => value - b![r]!);
  };
  const control = gapsOf((values) => surplus(values, name));
  const slope =
    sampleCovariance(
      gapsOf((values) => column(values, name)),
      control,
    ) / sampleVariance(control);
  return (values) => {
    const extra = surplus(values, name);
    return column(values, name).map((value, r) => value - slope * extra[r]!);
  };
}

const expectedOf: Readonly<Record<string, string>> = {
  attacks: 'expectedAttacks',
  personAttacks: 'expectedPersonAttacks',
};
const rows: Row[] = [
  ...['attacks', 'personAttacks', 'killed'].map((of) => ({
    label: of,
    of,
    by: (values: Columns) => column(values, of),
  })),
  ...Object.entries(expectedOf).flatMap(([of, name]) => [
    { label: `${of}, integrated rate`, of, by: (values: Columns) => column(values, name) },
    { label: `${of}, linear control`, of, by: controlled(of) },
  ]),
];
const cells = [['', 'stay - cons.', '+-', 'rho', 'factor', 'in time', 'independent']];
for (const { label, of, by } of rows) {
  const [a, b] = paired.map(({ values }) => by(values));
  const { difference, halfWidth, correlation } = pairedDifference({ a: a!, b: b! });
  const apart = pairedDifference({ a: column(paired[0].values, of), b: column(independent.values, of) });
  const raw = pairedDifference({ a: column(paired[0].values, of), b: column(paired[1].values, of) });
  const factor = raw.varianceReduction * (raw.halfWidth / halfWidth) ** 2;
  const inTime = (factor * (paired[0].seconds + independent.seconds)) / (paired[0].seconds + paired[1].seconds);
  const numbers = [difference.value, halfWidth, correlation, factor, inTime, apart.varianceReduction];
  cells.push([label, ...numbers.map((value) => String(Number(value.toPrecision(4))))]);
}
process.stdout.write(`${n} replications of each, every parameter at the mean of its law\n`);
for (const [first = '', ...rest] of cells)
  process.stdout.write(`${first.padEnd(32)}${rest.map((cell) => cell.padStart(13)).join('')}\n`);

/** A bundled scenario of Iraq in 2020 in which nothing is uncertain but chance. */
async function atPoints(name: string): Promise<CompiledScenario> {
  const file = fileURLToPath(new URL(`../scenarios/iraq-2020-${name}.ts`, import.meta.url));
  const silent = { write: () => undefined, isTTY: false };
  const { signal } = new AbortController();
  const loaded = await loadScenario(
    { file, set: [] },
    { stdout: silent, stderr: silent, env: process.env, cwd: process.cwd(), signal },
  );
  const scenario = structuredClone(loaded.compiled.scenario);
  for (const { quantity } of quantitiesOf(scenario)) {
    const { value } = quantity;
    if (typeof value !== 'number') Object.assign(quantity, { value: meanOf(value) });
  }
  return compileScenario(scenario);
}

type Columns = ReadonlyMap<string, Float64Array>;

function column(values: Columns, name: string): Float64Array {
  return values.get(name) ?? new Float64Array();
}

function columnsOf(compiled: CompiledScenario, seed: number) {
  const columns = outcomeColumns(compiled);
  const started = performance.now();
  const { values } = openRunner(compiled, seed)({ from: 0, to: n });
  return {
    seconds: (performance.now() - started) / 1000,
    values: new Map(
      outcomes.map((name) => {
        const at = columns.findIndex((column) => column.name === name);
        return [name, Float64Array.from({ length: n }, (_, r) => values[r * columns.length + at]!)];
      }),
    ),
  };
}
