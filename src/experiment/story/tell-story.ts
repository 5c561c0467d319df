import type { Happening } from '../../model/happening.js';
import type { Standing } from '../pick-replication.js';
import { countText, counted } from '../tables/number-text.js';
import type { Trace } from '../trace.js';
import { attackWords, calmAttacksWords } from './attack-words.js';
import { closingWords } from './closing-words.js';
import { elementsOf, type Element } from './elements.js';
import { isAttack, likelyParents } from './likely-sources.js';
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
  const monthOf = (day: number): string => words.month(Math.min(day, horizonDays - 1));
  const elements = elementsOf(rows, monthOf);
  const quiet = quietSpells(rows, horizonDays);
  const tell = tellerOf({ trace, words, presence, quiet });
  const told = elements.filter(({ kind }) => kind !== 'before');
  const months = monthsOf(horizonDays, monthOf).map(({ name, lastDay }): StoryMonth => {
    const inMonth = told.filter(({ first }) => monthOf(first.day) === name);
    // What is counted over a month is told at its end.
    inMonth.sort((a, b) => Number(a.kind === 'supply') - Number(b.kind === 'supply'));
    const lines = grouped(inMonth, quiet).map((group): StoryLine => {
      const numbers = group.flatMap(({ rows: indices }) => indices).sort((a, b) => a - b);
      const days = numbers.map((index) => Math.min(rows[index]?.day ?? 0, horizonDays - 1));
      const [fromDay, toDay] = [Math.min(...days), Math.max(...days)];
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
    closing: closingWords(trace, { words, presence, quiet, standings }),
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
  const followers = followersOf(trace);
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
          quiet: quiet.find(({ endsAt }) => endsAt === index)?.text ?? '',
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

/** How many later attacks have an event as their likeliest source, by its row. */
function followersOf(trace: Trace): Map<number, number> {
  const counts = new Map<number, number>();
  trace.rows.forEach((row, index) => {
    const source = isAttack(row) ? likelyParents(trace, index)[0]?.row : undefined;
    if (source !== undefined) counts.set(source, (counts.get(source) ?? 0) + 1);
  });
  return counts;
}

/** Attacks in which nobody is hurt and after which nothing is decided, three or more with nothing between, become one. */
function grouped(elements: readonly Element[], quiet: readonly QuietSpell[]): Element[][] {
  const groups: Element[][] = [];
  let run: Element[] = [];
  const close = (): void => {
    groups.push(...(run.length >= calmRun ? [run] : run.map((element) => [element])));
    run = [];
  };
  for (const element of elements) {
    const { killed = 0, wounded = 0 } = element.first;
    const isCalm = element.kind === 'attack' && element.rows.length === 1 && killed + wounded === 0;
    const endsQuiet = quiet.some(({ endsAt, text }) => endsAt === element.rows[0] && text !== '');
    if (!isCalm || endsQuiet) close();
    if (isCalm && !endsQuiet) run.push(element);
    else groups.push([element]);
  }
  close();
  return groups;
}

function monthsOf(horizonDays: number, monthOf: (day: number) => string): { name: string; lastDay: number }[] {
  const months: { name: string; lastDay: number }[] = [];
  for (let day = 0; day < horizonDays; day++) {
    const last = months.at(-1);
    if (last?.name === monthOf(day)) last.lastDay = day;
    else months.push({ name: monthOf(day), lastDay: day });
  }
  return months;
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
