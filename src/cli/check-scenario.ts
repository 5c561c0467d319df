import { closedForm, type ClosedForm, type NoClosedForm } from '../experiment/closed-form.js';
import { basesOffMap } from '../model/scenario/map-faults.js';
import { horizonDays, type Scenario } from '../model/scenario/schema.js';
import { assumptions, type Assumption } from '../model/scenario/assumptions.js';
import { longDate } from '../model/scenario/iso-date.js';
import { ruleWords } from '../model/scenario/rule-words.js';
import { compileLate } from './compile-late.js';
import { exitCode } from './exit-code.js';
import { expectedAttacksText } from './expected-attacks-text.js';
import { loadWithClaims, type LoadedWithClaims } from './load-with-claims.js';
import { liftSentence, supplySentence } from './logistics-sentence.js';
import { figure, percent } from './number-text.js';
import { personnelByPlan, type PersonnelByPlan } from './personnel-by-plan.js';
import { claimsInWords, claimsJson } from './check-claims-text.js';
import { branchSentence, chainSentences } from './branch-sentence.js';
import { regimeGrowth, regimeGrowthText, type RegimeGrowthFound } from './regime-growth-text.js';
import { personnelText } from './personnel-text.js';
import { planSentence, regimeSentence } from './plan-sentence.js';
import { programName } from './program-name.js';
import { shellWord } from './shell-word.js';
import { stabilityOf, type Stability } from './stability.js';
import { coloursOf, type Terminal } from './terminal.js';
import { textTable } from './text-table.js';

export interface CheckOptions {
  readonly file: string;
  readonly set: readonly string[];
  readonly assumptions: boolean;
  readonly json: boolean;
}

/** Enough to hold a closed form against, in well under a second. */
const closedFormReplications = 200;

/** Units that say no more beside a number than the number does. */
const pureNumbers = ['ratio', 'log ratio', 'share', 'probability', 'exponent', 'shape', 'index'];

/** A register up to this length is always shown. */
const shortRegister = 20;

/** `garrison check`: a scenario without faults, in words. Its faults are thrown by the loader, all at once. */
export async function checkScenario(options: CheckOptions, terminal: Terminal): Promise<number> {
  compileLate(terminal);
  const loaded = await loadWithClaims(options, terminal);
  const found = {
    loaded,
    register: assumptions(loaded.compiled.scenario),
    personnel: personnelByPlan(loaded.compiled),
    stability: stabilityOf(loaded.compiled),
    growth: regimeGrowth(loaded.compiled),
    closed: closedForm(loaded.compiled, closedFormReplications),
  };
  terminal.stdout.write(options.json ? checkJson(found) : checkText(found, options, terminal));
  return exitCode.done;
}

interface Found {
  readonly loaded: LoadedWithClaims;
  readonly register: readonly Assumption[];
  readonly personnel: PersonnelByPlan;
  readonly stability: Stability;
  readonly growth: RegimeGrowthFound | undefined;
  readonly closed: ClosedForm | NoClosedForm;
}

function checkJson({ loaded, register, personnel, stability, growth, closed }: Found): string {
  const { scenario } = loaded.compiled;
  const offMap = basesOffMap(scenario);
  const object = {
    ok: true,
    title: scenario.title,
    start: scenario.start,
    end: scenario.end,
    days: horizonDays(scenario),
    hash: loaded.hash,
    personnel,
    plan: scenario.plan.map((item) => ({ day: item.day, words: planSentence(item, scenario) })),
    lift: liftSentence(scenario),
    supply: supplySentence(scenario),
    regimes: [...scenario.regimes.map(regimeSentence), ...scenario.regimeChains.flatMap(chainSentences)],
    branches: scenario.branches.map(branchSentence),
    rules: scenario.rules.map(ruleWords),
    ...claimsJson(loaded),
    stability,
    warnings: loaded.warnings,
    ...(growth ? { supercritical: growth } : {}),
    ...(offMap.length > 0 ? { basesOffMap: offMap } : {}),
    expectedAttacks: closed,
    sourced: count(register, 'sourced'),
    assumed: count(register, 'assumed'),
    assumptions: register,
    scenario,
  };
  return `${JSON.stringify(object, null, 2)}\n`;
}

function checkText(found: Found, options: CheckOptions, terminal: Terminal): string {
  const { loaded, register, personnel, stability, growth, closed } = found;
  const { scenario } = loaded.compiled;
  const { bold, green, dim } = coloursOf(terminal.stdout, terminal.env);
  const sourced = count(register, 'sourced');
  const assumed = count(register, 'assumed');
  const [lift, supply] = [liftSentence(scenario), supplySentence(scenario)];
  const listed = options.assumptions || register.length <= shortRegister;
  const heading = [bold(scenario.title), scenario.question ?? ''].filter((line) => line !== '').join('\n');
  const blocks = [
    heading,
    `${longDate(scenario.start)} to ${longDate(scenario.end)}, ${horizonDays(scenario)} days`,
    personnelText(personnel, { bold, dim }),
    listText(
      bold('Plan'),
      byDate(scenario.plan).map((item) => [longDate(item.day), planSentence(item, scenario)]),
    ),
    lift === undefined ? '' : `${bold('Lift')}: ${lift}`,
    supply === undefined ? '' : `${bold('Supply')}: ${supply}`,
    listText(
      bold('Regimes'),
      [...scenario.regimes.map(regimeSentence), ...scenario.regimeChains.flatMap(chainSentences)].map((line) => [line]),
    ),
    listText(
      bold('Branch points'),
      byDate(scenario.branches).map((branch) => [longDate(branch.day), branchSentence(branch)]),
    ),
    listText(
      bold('Rules'),
      scenario.rules.map((rule) => [ruleWords(rule)]),
    ),
    claimsInWords(loaded, { bold, dim }),
    `${bold('Assumptions')}: ${sourced} sourced, ${assumed} assumed${listed ? '' : dim(` (list them with --assumptions)`)}`,
    listed ? registerText(register) : '',
    `${bold('Stability')}: ${stabilityText(stability)}`,
    ...loaded.warnings.map((warning) => `${bold('Warning')}: ${warning}`),
    growth ? `${bold('Warning')}: ${regimeGrowthText(growth)}` : '',
    offMapText(scenario, bold),
    expectedAttacksText(closed, { bold, dim }),
    `${green('No faults')}. Scenario ${loaded.hash.slice(0, 8)}. Next: ${programName(terminal)} run ${shellWord(loaded.file)}`,
  ];
  return `${blocks.filter((block) => block !== '').join('\n\n')}\n`;
}

function stabilityText(stability: Stability): string {
  const means = 'each attack provokes fewer than one other, so that they die out';
  if (stability.kind === 'point') return `${means}: spectral radius of branching ${figure(stability.spectralRadius)}`;
  const { median, low, high, redrawnShare, draws } = stability;
  const again =
    redrawnShare === 0
      ? `below 1 in all of ${figure(draws)} draws`
      : `${percent(redrawnShare)} of ${figure(draws)} draws are at 1 or above and are drawn again, which cuts the laws there`;
  return `${means}: spectral radius of branching ${figure(median)} (95 % of draws ${figure(low)} to ${figure(high)}); ${again}`;
}

/** Usually longitude and latitude the wrong way round, in the base or in the outline. */
function offMapText(scenario: Scenario, bold: (text: string) => string): string {
  const names = basesOffMap(scenario).map((key) => scenario.bases[key]?.name ?? key);
  if (names.length === 0) return '';
  const lie = names.length === 1 ? 'lies' : 'lie';
  return `${bold('Warning')}: ${names.join(', ')} ${lie} outside the outline of the map; corners are [longitude, latitude]`;
}

function registerText(register: readonly Assumption[]): string {
  return textTable(
    register.map(({ path, value, unit, status, source, note }) => {
      const rests = source ?? (note === undefined ? status : note.startsWith(status) ? note : `${status}, ${note}`);
      return [path, `${value}${unit === undefined || pureNumbers.includes(unit) ? '' : ` ${unit}`} (${rests})`];
    }),
  );
}

function listText(title: string, rows: readonly (readonly string[])[]): string {
  return rows.length === 0 ? '' : `${title}\n${textTable(rows)}`;
}

function byDate<Item extends { readonly day: string }>(items: readonly Item[]): Item[] {
  return [...items].sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
}

function count(register: readonly Assumption[], status: Assumption['status']): number {
  return register.filter((line) => line.status === status).length;
}
