import { basename, dirname, extname, resolve } from 'node:path';
import type { Metric, MetricQuestion } from '../experiment/compare/index.js';
import { comparedTogether, plainOf } from '../model/compared-together.js';
import { UserFault, type Fault } from '../model/scenario/fault.js';
import { isStudy, readStudy } from '../model/study/read-study.js';
import { defaultMetrics, defaultReplications, type StudyMember } from '../model/study/study-schema.js';
import { inPairs } from './antithetic.js';
import type { ComparedMember } from './compared-member.js';
import type { LocatedFault } from './faults-text.js';
import { linkClaims } from './link-claims.js';
import { soundScenario, type LoadedScenario } from './load-scenario.js';
import { precisionRule, readPrecision, type PrecisionOption } from './parse-precision.js';
import { readScenarioFile, type ScenarioSource } from './read-scenario-file.js';
import { measuredHash } from './scenario-hash.js';
import { metricsOf } from './study-metrics.js';
import type { Terminal } from './terminal.js';

/** A study whose scenarios are read and found sound; the first is the baseline. */
export interface LoadedStudy {
  /** Names its folder of results. */
  readonly name: string;
  readonly title: string;
  readonly question: string | undefined;
  readonly members: readonly ComparedMember[];
  readonly metrics: readonly Metric[];
  readonly replications: number;
  /** In place of a number of replications. */
  readonly precision: PrecisionOption | undefined;
  readonly maxReplications: number | undefined;
  readonly seed: number;
}

/** A scenario that is still to be read: where from, and what is to be changed in it. */
interface Wanted {
  readonly key: string;
  /** Place of it in the study, for faults. */
  readonly place: string;
  readonly file: string;
  /** Undefined where the study holds the scenario itself. */
  readonly path: string | undefined;
  readonly folder: string;
  readonly source: () => Promise<ScenarioSource> | ScenarioSource;
  readonly set: readonly string[];
  readonly ownSet: readonly string[];
}

interface Question extends Omit<LoadedStudy, 'members' | 'metrics'> {
  readonly wanted: readonly Wanted[];
  readonly metrics: readonly MetricQuestion[];
}

/**
 * Reads a study file, or several scenario files of which the first is the baseline, and all that they name.
 * @throws UserFault with every fault of every scenario, each with the file it stands in.
 */
export async function loadStudy(
  {
    files,
    set,
    antithetic = false,
  }: { readonly files: readonly string[]; readonly set: readonly string[]; readonly antithetic?: boolean },
  terminal: Terminal,
): Promise<LoadedStudy> {
  const { wanted, ...about } = await questionOf({ files, set }, terminal);
  const faults: Fault[] = [];
  const read: { readonly one: Wanted; readonly loaded: LoadedScenario }[] = [];
  for (const one of wanted) {
    try {
      const source = await one.source();
      if (isStudy(source.input)) throw new UserFault([{ path: '', rule: 'must be a scenario, not a study' }]);
      read.push({ one, loaded: await soundScenario(source, { ...one, set: [...one.ownSet, ...one.set] }) });
    } catch (error) {
      if (!(error instanceof UserFault)) throw error;
      faults.push(...error.faults.map((fault) => placed(fault, one)));
    }
  }
  const together = comparedTogether(read.map(({ loaded }) => inPairs(loaded, antithetic).compiled));
  const memberFiles = read.map(({ one, loaded }, i) => {
    const compiled = together[i]!;
    const { file, set, warnings } = loaded;
    const hash = measuredHash(plainOf(compiled));
    const member = { key: one.key, file, set, hash, compiled, warnings, compared: [] };
    return { member, path: one.path, folder: one.folder };
  });
  const linked = linkClaims(memberFiles);
  for (const { one, loaded } of read) {
    const found = linked.faults.find(({ key }) => key === one.key)?.faults ?? [];
    faults.push(...loaded.located(found).map((fault) => placed(fault, one)));
  }
  if (faults.length > 0) throw new UserFault(faults);
  return { ...about, members: linked.members, metrics: metricsOf(about.metrics, linked.members) };
}

async function questionOf(
  { files, set }: { readonly files: readonly string[]; readonly set: readonly string[] },
  terminal: Terminal,
): Promise<Question> {
  const [first = ''] = files;
  const open = (name: string, folder = terminal.cwd) =>
    readScenarioFile({ path: resolve(folder, name), name }, terminal);
  if (files.length === 1) {
    const source = await open(first);
    if (!isStudy(source.input)) {
      const hint = `name others to compare it with: garrison compare ${first} other.ts; a study has a baseline and alternatives`;
      throw new UserFault([{ path: first, rule: 'must be a study where it stands alone, but it is a scenario', hint }]);
    }
    const read = readStudy(source.input);
    if (read.kind === 'faults')
      throw new UserFault(read.faults.map((fault) => ({ ...fault, at: source.locate(fault.path) ?? first })));
    const { study } = read;
    const folder = dirname(resolve(terminal.cwd, first));
    const wantedOf = ([key, member]: readonly [string, StudyMember], place: string): Wanted => {
      const [scenario, ownSet] = partsOf(member);
      const common = { key, place, set, ownSet };
      return typeof scenario === 'string'
        ? {
            ...common,
            file: scenario,
            path: resolve(folder, scenario),
            folder: dirname(resolve(folder, scenario)),
            source: () => open(scenario, folder),
          }
        : {
            ...common,
            file: first,
            path: undefined,
            folder,
            source: () => ({ input: scenario, locate: () => undefined }),
          };
    };
    const alternatives = Object.entries(study.alternatives);
    const [scenario] = partsOf(study.baseline);
    const named = typeof scenario === 'string' ? nameOf(scenario) : 'baseline';
    const key = named in study.alternatives ? 'baseline' : named;
    return {
      ...study,
      name: nameOf(first),
      question: study.question,
      precision: study.precision === undefined ? undefined : precisionOf(study.precision, first),
      maxReplications: study.maxReplications,
      wanted: [
        wantedOf([key, study.baseline], 'baseline'),
        ...alternatives.map((entry) => wantedOf(entry, `alternatives.${entry[0]}`)),
      ],
    };
  }
  const keys = keysOf(files);
  return {
    name: files.length === 2 ? keys.join('-or-') : `${keys[0]!}-or-${files.length - 1}-others`,
    title: `Comparison with ${keys[0]!}`,
    question: undefined,
    metrics: defaultMetrics(),
    replications: defaultReplications(),
    precision: undefined,
    maxReplications: undefined,
    seed: 1,
    wanted: files.map((file, i) => ({
      key: keys[i]!,
      place: '',
      file,
      path: resolve(terminal.cwd, file),
      folder: dirname(resolve(terminal.cwd, file)),
      source: () => open(file),
      set,
      ownSet: [],
    })),
  };
}

function precisionOf(text: string, file: string): PrecisionOption {
  const read = readPrecision(text);
  if (read) return read;
  const fault: LocatedFault = { path: 'precision', value: text, rule: precisionRule, at: file };
  throw new UserFault([fault]);
}

/** A scenario and what is set in it, as assignments that are read as YAML: JSON is a part of it. */
function partsOf(member: StudyMember): readonly [scenario: unknown, set: readonly string[]] {
  if (typeof member === 'string' || !('scenario' in member)) return [member, []];
  const set = member.set !== null && typeof member.set === 'object' ? Object.entries(member.set) : [];
  return [member.scenario, set.map(([path, value]) => `${path}=${JSON.stringify(value)}`)];
}

/** Where a fault stands, among several files: its line if that is known, else the file; `set` of a study by its place. */
function placed(fault: LocatedFault, { file, place, ownSet }: Wanted): LocatedFault {
  const path = /^--set (.*)$/s.exec(fault.path)?.[1];
  const isOwn = path !== undefined && ownSet.some((assignment) => assignment.startsWith(path));
  if (isOwn) return { ...fault, path: `${place}.set ${path}`, at: fault.at };
  return { ...fault, at: fault.at ?? file };
}

function nameOf(file: string): string {
  return basename(file, extname(file));
}

/** The files' names; where two are the same, with the folder before it, and else with a number. */
function keysOf(files: readonly string[]): string[] {
  const keys: string[] = [];
  for (const file of files) {
    const name = nameOf(file);
    const twice = files.filter((other) => nameOf(other) === name).length > 1;
    const folder = basename(dirname(file));
    const wished = twice && folder !== '.' && folder !== '' ? `${folder}-${name}` : name;
    let key = wished;
    for (let copy = 2; keys.includes(key); copy++) key = `${wished}-${copy}`;
    keys.push(key);
  }
  return keys;
}
