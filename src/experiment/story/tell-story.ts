import type { Happening } from '../../model/happening.js';
import type { Standing } from '../pick-replication.js';
import { countText, counted } from '../tables/number-text.js';
import type { Trace } from '../trace.js';
import { attackWords, calmAttacksWords } from './attack-words.js';
import { closingWords } from './closing-words.js';
import { elementsOf, type Element } from './elements.js';
import { isAttack, likeliestParents } from './likely-sources.js';
import { arrivalWords, handOverWords, moveWords, supplyWords } from './move-words.js';
import { openingWords } from './opening-words.js';
import { presenceOf, type Presence } from './presence.js';
import { quietSpells, type QuietSpell } from './quiet-spells.js';
import { decisionWords, strikeWords, turnWords } from './turn-words.js';
import { wordsOf, type Words } from './words.js';

/** One line of the chronicle, with the rows that it rests on. */
export interface StoryLine {
  /** "March 2020". */
  readonly month: string;
  /** "17 March", "17–25 March". */
  readonly when: string;
  /** Days since the scenario's start of its first and last row. */
  readonly fromDay: number;
  readonly toDay: number;
  readonly text: string;
  /** Numbers of its rows, counted from 1, ascending. */
  readonly rows: readonly number[];
}

export interface StoryMonth {
  readonly name: string;
  /** "4 attacks, nobody hurt; 5,210 people at 8 bases at its end". */
  readonly summary: string;
  readonly lines: readonly StoryLine[];
}

/** One replication in dates and plain words. Every row stands in one line, those before the start in `rowsBefore`. */
export interface Story {
  readonly opening: readonly string[];
  /** Strikes before the start, told in the opening. */
  readonly rowsBefore: readonly number[];
  readonly months: readonly StoryMonth[];
  readonly closing: readonly string[];
}

/** Of how many attacks in a row in which nobody is hurt one line is made. */
const calmRun = 3;

/** Tells a replication. `standings` say how it compares with others, where these were run. */
export function tellStory(trace: Trace, standings: readonly Standing[] = []): Story {
  const { compiled, rows } = trace;
  const words = wordsOf(compiled.scenario);
  const presence = presenceOf(trace);
  const { horizonDays } = compiled;
  // What falls on the horizon is told of the last day.
  // What the cap on events ended early is told up to there: nothing is known of the days after.
  const days = trace.outcomes.get('capped') === 1 ? Math.ceil(rows.at(-1)?.day ?? 0) : horizonDays;
  const monthByDay = Array.from({ length: days }, (_, day) => words.month(day));
  const monthOf = (day: number): string => monthByDay[Math.min(Math.floor(day), days - 1)] ?? '';
  const elements = elementsOf(rows, monthOf);
  const quiet = quietSpells(rows, days);
  const afterQuiet = new Set(quiet.flatMap(({ endsAt, text }) => (text === '' ? [] : [endsAt])));
  const tell = tellerOf({ trace, words, presence, quiet });
  const told = elements.filter(({ kind }) => kind !== 'before');
  const months = monthsOf(monthByDay).map(({ name, lastDay }): StoryMonth => {
    const inMonth = told.filter(({ first }) => monthOf(first.day) === name);
    // What is counted over a month is told at its end.
    inMonth.sort((a, b) => Number(a.kind === 'supply') - Number(b.kind === 'supply'));
    const lines = grouped(inMonth, afterQuiet).map((group): StoryLine => {
      const numbers = group.flatMap(({ rows: indices }) => indices).sort((a, b) => a - b);
      const dayOf = (index = 0): number => Math.min(rows[index]?.day ?? 0, days - 1);
      const [fromDay, toDay] = [dayOf(numbers[0]), dayOf(numbers.at(-1))];
      const when = group[0]?.kind === 'supply' ? name.replace(/ \d+$/, '') : words.dates(fromDay, toDay);
      return { month: name, when, fromDay, toDay, text: tell(group), rows: numbers.map((index) => index + 1) };
    });
    return { name, summary: monthSummary({ rows, presence, monthOf, name, lastDay }), lines };
  });
  const before = elements.filter(({ kind }) => kind === 'before');
  return {
    opening: openingWords(trace, { words, presence, strikesBefore: before.map(({ first }) => first) }),
    rowsBefore: before.flatMap(({ rows: indices }) => indices.map((index) => index + 1)),
    months,
    closing: closingWords(trace, { words, presence, quiet, standings, days }),
  };
}

interface Scene {
  readonly trace: Trace;
  readonly words: Words;
  readonly presence: Presence;
  readonly quiet: readonly QuietSpell[];
}

/** One function for all kinds of lines; a group of several is a run of attacks in which nobody is hurt. */
function tellerOf(scene: Scene): (group: readonly Element[]) => string {
  const { trace, words, quiet } = scene;
  const parents = likeliestParents(trace);
  const followers = new Map<number, number>();
  for (const { row } of parents.values()) if (row !== undefined) followers.set(row, (followers.get(row) ?? 0) + 1);
  const quietText = new Map(quiet.map(({ endsAt, text }) => [endsAt, text]));
  const firstDeath = trace.rows.findIndex(({ killed = 0 }) => killed > 0);
  return (group) => {
    const [element] = group;
    if (!element) return '';
    if (group.length > 1) return calmAttacksWords(group, words);
    const index = element.rows[0] ?? -1;
    switch (element.kind) {
      case 'attack':
        return attackWords(element, {
          trace,
          words,
          quiet: quietText.get(index) ?? '',
          parent: parents.get(index),
          isFirstDeath: index === firstDeath,
          followers: followers.get(index) ?? 0,
        });
      case 'move':
        return moveWords(element, scene);
      case 'ramp':
      case 'return':
        return arrivalWords(element, scene);
      case 'handOver':
      case 'closure':
        return handOverWords(element, scene);
      case 'supply':
        return supplyWords(element, scene);
      case 'strike':
        return strikeWords(element.first, { trace, words, followers: followers.get(index) ?? 0 });
      case 'ruleAlone':
        return decisionWords(element.rows, { trace, words, lead: 'After days without a strike ' }).join(' ');
      default:
        return turnWords(element.first, trace, words);
    }
  };
}

/** Attacks in which nobody is hurt and after which nothing is decided, three or more with nothing between, become one. */
function grouped(elements: readonly Element[], afterQuiet: ReadonlySet<number>): Element[][] {
  const groups: Element[][] = [];
  let run: Element[] = [];
  const close = (): void => {
    groups.push(...(run.length >= calmRun ? [run] : run.map((element) => [element])));
    run = [];
  };
  for (const element of elements) {
    const { killed = 0, wounded = 0 } = element.first;
    const isCalm = element.kind === 'attack' && element.rows.length === 1 && killed + wounded === 0;
    const endsQuiet = afterQuiet.has(element.rows[0] ?? -1);
    if (!isCalm || endsQuiet) close();
    if (isCalm && !endsQuiet) run.push(element);
    else groups.push([element]);
  }
  close();
  return groups;
}

/** The months of a scenario, each with its last day. */
function monthsOf(monthByDay: readonly string[]): { readonly name: string; readonly lastDay: number }[] {
  return [...new Set(monthByDay)].map((name) => ({ name, lastDay: monthByDay.lastIndexOf(name) }));
}

function monthSummary(of: {
  readonly rows: readonly Happening[];
  readonly presence: Presence;
  readonly monthOf: (day: number) => string;
  readonly name: string;
  readonly lastDay: number;
}): string {
  const { rows, presence } = of;
  const attacks = rows.filter(
    (row) => isAttack(row) && row.kind !== 'attackOnHandedOver' && of.monthOf(row.day) === of.name,
  );
  const sum = (count: (row: Happening) => number | undefined): number =>
    attacks.reduce((total, row) => total + (count(row) ?? 0), 0);
  const [killed, wounded] = [sum((row) => row.killed), sum((row) => row.wounded)];
  const harm = [
    ...(killed > 0 ? [`${countText(killed)} killed`] : []),
    ...(wounded > 0 ? [`${countText(wounded)} wounded`] : []),
  ];
  const { persons, bases } = presence.atBases(rows.findLastIndex(({ day }) => day < of.lastDay + 1));
  const there = `${countText(persons)} ${persons === 1 ? 'person' : 'people'} at ${counted(bases, 'base')} at its end`;
  if (attacks.length === 0) return `no attack; ${there}`;
  return `${counted(attacks.length, 'attack')}, ${harm.length === 0 ? 'nobody hurt' : harm.join(', ')}; ${there}`;
}
