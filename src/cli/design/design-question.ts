import { basename, extname } from 'node:path';
import { inputAt, uncertainPaths, type Input } from '../../experiment/design/inputs.js';
import { withWholeTables } from '../../experiment/design/whole-tables.js';
import { canBeCompared, metricOf, type Metric } from '../../experiment/compare/index.js';
import { planFaults } from '../../model/check-plan.js';
import { compileScenario, type CompiledScenario } from '../../model/compile.js';
import { outcomeColumns } from '../../model/outcome-columns.js';
import { comparedTogether } from '../../model/compared-together.js';
import { didYouMean } from '../../model/scenario/did-you-mean.js';
import { UserFault, type Fault } from '../../model/scenario/fault.js';
import { quantitiesOf } from '../../model/scenario/quantities.js';
import { readScenario } from '../../model/scenario/read-scenario.js';
import { loadScenario } from '../load-scenario.js';
import { loadStudy } from '../load-study.js';
import type { Terminal } from '../terminal.js';
import { readOver, type Over } from './read-over.js';

/** What every question over uncertain numbers gives. */
export interface QuestionOptions {
  /** One scenario, two of which the second is held against the first; or, between strategies, two and more or a study. */
  readonly files: readonly string[];
  readonly over: readonly string[];
  /** Undefined: the metrics of the study, or those of a comparison of files. */
  readonly outcome: string | undefined;
  /** METRIC=NUMBER, in place of the thresholds of a study. */
  readonly thresholds?: readonly string[];
  readonly set: readonly string[];
}

export interface DesignMember {
  readonly key: string;
  /** Names it to readers: what the scenario calls itself, else its key. */
  readonly name: string;
  readonly file: string;
  readonly title: string;
}

/** A question over uncertain numbers, read and found sound. */
export interface DesignQuestion {
  /** Names its folder of results. */
  readonly name: string;
  readonly title: string;
  readonly members: readonly DesignMember[];
  /** The first is what the second is held against. */
  readonly scenarios: readonly CompiledScenario[];
  /** Each `--over` as given; none: every uncertain number is an input. */
  readonly over: readonly string[];
  readonly inputs: readonly Input[];
  /** Ranges given with `--over PATH=LOW..HIGH`, by path. */
  readonly ranges: ReadonlyMap<string, { readonly low: number; readonly high: number }>;
  readonly outcome: string;
  /** What the outcome is as a metric, or all that a study asks. */
  readonly metrics: readonly Metric[];
  /** As a reader says it: "person-attacks". */
  readonly outcomeWords: string;
  readonly unit: string;
  readonly warnings: readonly string[];
}

/**
 * Reads the scenarios of a question, finds the numbers it is over, and checks all of it. A range given for a number
 * stands in place of what the scenario says of it, as a uniform law.
 * @throws UserFault with every fault that could be found.
 */
export async function loadQuestion(
  options: QuestionOptions & { readonly betweenStrategies: boolean; readonly wholeTables: boolean },
  terminal: Terminal,
): Promise<DesignQuestion> {
  const { over, outcome, thresholds = [] } = options;
  const asked = over.map(readOver);
  const { name, title, members, metrics: ownMetrics } = await loadMembers(options, terminal);
  const scenarios = members.map(({ compiled }) => compiled);
  const ranged = withRanges(scenarios, asked);
  const found = asked.map(({ path }) => ({ path, input: inputAt(path, ranged.scenarios) }));
  const faults = [
    ...asked.flatMap(({ fault }) => fault ?? []),
    ...ranged.faults,
    ...found.flatMap(({ input }) => ('kind' in input ? [inputFault(input)] : [])),
    ...twiceFaults(found.flatMap(({ input }) => ('kind' in input ? [] : [input]))),
    ...(outcome === undefined ? [] : outcomeFaults(outcome, members)),
    ...(uncertainPaths(ranged.scenarios).length === 0
      ? [
          {
            path: '',
            rule: 'must have uncertain numbers',
            hint: 'write a law, such as { uniform: { low: 1, high: 2 } }',
          },
        ]
      : []),
  ];
  const unitOf = (column: string): string =>
    outcomeColumns(scenarios[0]!).find((each) => each.name === column)?.unit ?? '';
  const asMetrics =
    outcome === undefined ? ownMetrics : [metricOf({ outcome, direction: 'lower', indifference: 0 }, unitOf)];
  const limited = withThresholds(asMetrics, thresholds);
  faults.push(...limited.faults);
  if (faults.length > 0) throw new UserFault(uniqueFaults(faults));
  const named = found.flatMap(({ input }) => ('kind' in input ? [] : [input]));
  const every = uncertainPaths(ranged.scenarios).map((path) => ({ name: path, paths: [path] }));
  const moved = named.length > 0 ? named : every;
  const { words, unit } = asMetrics[0]!;
  return {
    name,
    title,
    members: members.map(({ key, file, compiled: { scenario } }) => ({
      key,
      name: scenario.name ?? key,
      file,
      title: scenario.title,
    })),
    scenarios: ranged.scenarios,
    over,
    inputs: options.wholeTables ? wholeInputs(moved, ranged.scenarios) : moved,
    ranges: ranged.ranges,
    outcome: outcome ?? asMetrics[0]!.name,
    metrics: limited.metrics,
    outcomeWords: words,
    unit,
    warnings: [...new Set(members.flatMap(({ warnings }) => warnings))],
  };
}

/** @throws UserFault where two inputs would move one table of draws. */
function wholeInputs(inputs: readonly Input[], scenarios: readonly CompiledScenario[]): readonly Input[] {
  const whole = withWholeTables(inputs, scenarios);
  if (whole.twice.length === 0) return whole.inputs;
  throw new UserFault(
    whole.twice.map((table) => ({
      path: '--over',
      value: inputs.map(({ name }) => name).join(', '),
      rule: `must have the numbers that ${table} draws together in one of its groups`,
      hint: 'name that group alone, or the numbers one by one',
    })),
  );
}

/** Metrics with the thresholds given as METRIC=NUMBER. */
function withThresholds(metrics: readonly Metric[], given: readonly string[]) {
  const names = metrics.map(({ name }) => name);
  const faults: Fault[] = [];
  const limits = new Map<string, number>();
  for (const text of given) {
    const at = text.lastIndexOf('=');
    const [name, limit] = [text.slice(0, at).trim(), text.slice(at + 1).trim()];
    if (at < 0 || limit === '' || !Number.isFinite(Number(limit)))
      faults.push({ path: '--threshold', value: text, rule: 'must be METRIC=NUMBER, such as personAttacks=60000' });
    else if (!names.includes(name))
      faults.push({
        path: '--threshold',
        value: name,
        rule: `must name a metric that is asked about: ${names.join(', ')}`,
        hint: didYouMean(name, names),
      });
    else limits.set(name, Number(limit));
  }
  const limited = metrics.map((metric): Metric => {
    const threshold = limits.get(metric.name);
    return threshold === undefined ? metric : { ...metric, threshold };
  });
  return { metrics: limited, faults };
}

interface Member {
  readonly key: string;
  readonly file: string;
  readonly compiled: CompiledScenario;
  readonly warnings: readonly string[];
}

interface Members {
  readonly name: string;
  readonly title: string;
  readonly members: readonly Member[];
  readonly metrics: readonly Metric[];
}

async function loadMembers(
  { files, set, betweenStrategies }: QuestionOptions & { readonly betweenStrategies: boolean },
  terminal: Terminal,
): Promise<Members> {
  const [file = '', second] = files;
  if (second !== undefined || betweenStrategies) {
    const study = await loadStudy({ files, set }, terminal);
    const titles = study.members.map(({ compiled }) => compiled.scenario.title).join(' / ');
    return { ...study, title: files.length === 2 ? titles : study.title };
  }
  const loaded = await loadScenario({ file, set }, terminal);
  const name = basename(file, extname(file));
  return { name, title: loaded.compiled.scenario.title, members: [{ ...loaded, key: name }], metrics: [] };
}

/** The scenarios with a uniform law where a range was given; a scenario without that number stays as it is. */
function withRanges(scenarios: readonly CompiledScenario[], asked: readonly Over[]) {
  const ranges = new Map(asked.flatMap(({ path, range }) => (range ? [[path, range] as const] : [])));
  if (ranges.size === 0) return { scenarios, ranges, faults: [] };
  const known = new Set(scenarios.flatMap(({ scenario }) => quantitiesOf(scenario).map(({ path }) => path)));
  const faults: Fault[] = [];
  const own = scenarios.map((compiled) => {
    const copy = structuredClone(compiled.scenario);
    for (const { path, quantity } of quantitiesOf(copy)) {
      const range = ranges.get(path);
      if (range) Object.assign(quantity, { value: { uniform: range } });
    }
    const read = readScenario(copy);
    if (read.kind === 'faults') {
      faults.push(...read.faults.map((fault) => ({ ...fault, path: `--over ${fault.path}` })));
      return compiled;
    }
    const again = compileScenario(read.scenario);
    faults.push(...planFaults(again));
    return again;
  });
  const numbers = [...known];
  for (const path of ranges.keys())
    if (!known.has(path))
      faults.push({
        path: `--over ${path}`,
        rule: 'must be the path of a number where a range is given',
        hint: didYouMean(path, numbers),
      });
  return { scenarios: comparedTogether(own), ranges, faults };
}

function inputFault(fault: Extract<ReturnType<typeof inputAt>, { readonly kind: string }>): Fault {
  const path = `--over ${fault.path}`;
  if (fault.kind === 'certain')
    return {
      path,
      rule: `must be uncertain, but is ${fault.value} for certain`,
      hint: `give it a range, --over ${fault.path}=LOW..HIGH, or a law in the scenario`,
    };
  const hint =
    didYouMean(fault.path, withPartsOf(fault.known)) ??
    `garrison check lists the numbers; some are ${fault.known.slice(0, 4).join(', ')}`;
  return { path, rule: 'must be the path of an uncertain number, or of some', hint };
}

/** Paths, and every part of a path under which some of them lie: that names them together. */
function withPartsOf(paths: readonly string[]): string[] {
  const parts = paths.flatMap((path) => {
    const words = path.split('.');
    return words.map((_, i) => words.slice(0, i + 1).join('.'));
  });
  return [...new Set(parts)];
}

/** A number belongs to one input only. */
function twiceFaults(inputs: readonly Input[]): Fault[] {
  const all = inputs.flatMap(({ paths }) => paths);
  const twice = [...new Set(all.filter((path, i) => all.indexOf(path) < i))];
  return twice.map((path) => ({ path: `--over ${path}`, rule: 'must be in one --over only, but is in several' }));
}

function outcomeFaults(outcome: string, members: readonly Member[]): Fault[] {
  const columns = members.map(({ compiled }) => outcomeColumns(compiled).map(({ name }) => name));
  const missing = members.find((_, m) => !columns[m]!.includes(outcome));
  if (missing) {
    const known = columns[0]!.filter(canBeCompared);
    const hint = didYouMean(outcome, known) ?? 'replications.csv of a run lists them';
    return [
      { path: '--outcome', value: outcome, rule: `must be an outcome, and ${missing.key} has none of that name`, hint },
    ];
  }
  if (canBeCompared(outcome)) return [];
  return [{ path: '--outcome', value: outcome, rule: 'must be an outcome that has a mean over all replications' }];
}

function uniqueFaults(faults: readonly Fault[]): Fault[] {
  return [...new Map(faults.map((fault) => [`${fault.path} ${fault.rule}`, fault])).values()];
}
