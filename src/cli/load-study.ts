import { basename, dirname, extname, resolve } from 'node:path';
import { canBeCompared, metricOf, type Metric, type MetricQuestion } from '../experiment/compare/index.js';
import { checkClaims } from '../model/check-claims.js';
import { comparedTogether, plainOf } from '../model/compared-together.js';
import { outcomeColumns } from '../model/outcome-columns.js';
import { didYouMean } from '../model/scenario/did-you-mean.js';
import { UserFault, type Fault } from '../model/scenario/fault.js';
import { isStudy, readStudy } from '../model/study/read-study.js';
import { defaultMetrics, type StudyMember } from '../model/study/study-schema.js';
import type { LocatedFault } from './faults-text.js';
import { soundScenario, type LoadedScenario } from './load-scenario.js';
import { readScenarioFile, type ScenarioSource } from './read-scenario-file.js';
import { measuredHash } from './scenario-hash.js';
import type { Terminal } from './terminal.js';

/** One scenario of a study, read, found sound, and measured against the baseline. */
export interface LoadedMember {
  readonly key: string;
  readonly loaded: LoadedScenario;
}

/** A study whose scenarios are read and found sound; the first is the baseline. */
export interface LoadedStudy {
  /** Names its folder of results. */
  readonly name: string;
  readonly title: string;
  readonly question: string | undefined;
  readonly members: readonly LoadedMember[];
  readonly metrics: readonly Metric[];
  readonly replications: number;
  readonly seed: number;
}

/** A scenario that is still to be read: where from, and what is to be changed in it. */
interface Wanted {
  readonly key: string;
  /** Place of it in the study, for faults. */
  readonly place: string;
  readonly file: string;
  readonly folder: string;
  readonly source: () => Promise<ScenarioSource> | ScenarioSource;
  readonly set: readonly string[];
  readonly ownSet: readonly string[];
}

interface Question {
  readonly name: string;
  readonly title: string;
  readonly question: string | undefined;
  readonly wanted: readonly Wanted[];
  readonly metrics: readonly MetricQuestion[];
  readonly replications: number;
  readonly seed: number;
}

/**
 * Reads a study file, or several scenario files of which the first is the baseline, and all that they name.
 * @throws UserFault with every fault of every scenario, each with the file it stands in.
 */
export async function loadStudy(
  { files, set }: { readonly files: readonly string[]; readonly set: readonly string[] },
  terminal: Terminal,
): Promise<LoadedStudy> {
  const { wanted, ...about } = await questionOf({ files, set }, terminal);
  const faults: Fault[] = [];
  const members: LoadedMember[] = [];
  for (const one of wanted) {
    try {
      const source = await one.source();
      if (isStudy(source.input)) throw new UserFault([{ path: '', rule: 'must be a scenario, not a study' }]);
      const loaded = await soundScenario(source, { ...one, set: [...one.ownSet, ...one.set] });
      const claims = checkClaims(loaded.compiled, new Map());
      if (claims.faults.length > 0) throw new UserFault(loaded.located(claims.faults));
      members.push({ key: one.key, loaded });
    } catch (error) {
      if (!(error instanceof UserFault)) throw error;
      faults.push(...error.faults.map((fault) => placed(fault, one)));
    }
  }
  if (faults.length > 0) throw new UserFault(faults);
  const together = comparedTogether(members.map(({ loaded }) => loaded.compiled));
  const measured = members.map(({ key, loaded }, i) => {
    const compiled = together[i]!;
    return { key, loaded: { ...loaded, compiled, hash: measuredHash(plainOf(compiled)) } };
  });
  return { ...about, members: measured, metrics: metricsOf(about.metrics, measured) };
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
            folder: dirname(resolve(folder, scenario)),
            source: () => open(scenario, folder),
          }
        : { ...common, file: first, folder, source: () => ({ input: scenario, locate: () => undefined }) };
    };
    const alternatives = Object.entries(study.alternatives);
    const [scenario] = partsOf(study.baseline);
    const named = typeof scenario === 'string' ? nameOf(scenario) : 'baseline';
    const key = named in study.alternatives ? 'baseline' : named;
    return {
      ...study,
      name: nameOf(first),
      question: study.question,
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
    replications: 2000,
    seed: 1,
    wanted: files.map((file, i) => ({
      key: keys[i]!,
      place: '',
      file,
      folder: dirname(resolve(terminal.cwd, file)),
      source: () => open(file),
      set,
      ownSet: [],
    })),
  };
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

function metricsOf(questions: readonly MetricQuestion[], members: readonly LoadedMember[]): Metric[] {
  const columns = members.map(({ loaded }) => outcomeColumns(loaded.compiled));
  const faults: Fault[] = [];
  questions.forEach(({ outcome, per }, index) => {
    const asked: readonly (readonly [string, string | undefined])[] = [
      ['outcome', outcome],
      ['per', per],
    ];
    for (const [what, name] of asked) {
      if (name === undefined) continue;
      const path = `metrics[${index}].${what}`;
      const missing = members.find((_, m) => !columns[m]!.some((column) => column.name === name));
      const known = columns[0]!.map((column) => column.name).filter(canBeCompared);
      if (missing)
        faults.push({
          path,
          value: name,
          rule: `must be an outcome of every scenario, and ${missing.key} has none of that name`,
          hint: didYouMean(name, known) ?? 'replications.csv of a run lists them',
        });
      else if (!canBeCompared(name) || (what === 'per' && per !== undefined && name.includes('Per1')))
        faults.push({ path, value: name, rule: 'must be an outcome that has a mean over all replications' });
    }
  });
  if (faults.length > 0) throw new UserFault(faults);
  const unitOf = (name: string): string => columns[0]!.find((column) => column.name === name)?.unit ?? '';
  return questions.map((question) => metricOf(question, unitOf));
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
