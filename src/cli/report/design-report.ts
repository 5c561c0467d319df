import { capitalised } from '../../experiment/story/words.js';
import { assumptions } from '../../model/scenario/assumptions.js';
import type { Scenario } from '../../model/scenario/schema.js';
import type { Block, Figure, Report, Section, Table } from '../../report/index.js';
import type { DesignManifest } from '../design/design-manifest.js';
import { isBetweenStrategies, type DesignMethod } from '../design/design-method.js';
import { counted, figure } from '../number-text.js';
import { designMethods } from './design-methods.js';
import { figureBlock } from './figure-order.js';
import { limitsSection } from './limits-section.js';
import { methodsSection } from './methods-section.js';
import { pathWords } from './path-words.js';
import { planSection } from './plan-section.js';
import type { ResultTable } from './read-design-tables.js';
import { registerSection, restsOn } from './register-section.js';

interface About {
  readonly manifest: DesignManifest;
  readonly result: { readonly answer: string };
  readonly figures: readonly Figure[];
  readonly tables: readonly ResultTable[];
}

/** The report of a question over uncertain numbers. */
export function designReport({ manifest, result, figures, tables }: About): Report {
  const { title, hash, seed, garrison, warnings, evaluations, failures, scenarios, method, command } = manifest;
  const first = scenarios[0]!;
  const { equations, limits } = designMethods(method);
  const limit = limitsSection({ scenario: first.scenario, claims: [], record: [] });
  return {
    id: `design ${hash} ${seed}`,
    title,
    question: questionWords(method),
    answer: result.answer,
    first: [
      ...(warnings.length === 0
        ? []
        : [{ kind: 'warning', title: warnings.length === 1 ? 'Warning' : 'Warnings', items: warnings } as const]),
      ...figures.map(figureBlock),
      {
        kind: 'facts',
        facts: [
          { term: 'Evaluations', value: figure(evaluations) },
          { term: 'Failures', value: figure(failures) },
          { term: 'Numbers varied', value: figure(manifest.inputs.flatMap(({ paths }) => paths).length) },
          { term: 'Seed', value: String(seed) },
          { term: 'Design', value: `${command} ${hash.slice(0, 8)}` },
        ],
      },
    ],
    sections: [
      numbersSection(tables),
      variedSection(manifest),
      ...(scenarios.length < 2 ? [] : [scenariosSection(manifest)]),
      {
        ...planSection(first.scenario),
        title: scenarios.length < 2 ? 'What is simulated' : `What is simulated: “${nameOf(first)}”`,
      },
      registerSection(first.scenario, scenarios.length < 2 ? '' : `of “${nameOf(first)}”, `),
      methodsSection({
        paired: scenarios.length > 1,
        more: equations,
        repeat:
          'evaluations.csv and points.csv hold every evaluation; garrison verify computes some of them again, garrison reproduce with manifest.json all of them.',
      }),
      { ...limit, blocks: [...limit.blocks, { kind: 'list', items: limits }] },
    ],
    origin: `garrison ${garrison} · ${command} ${hash.slice(0, 8)} · seed ${seed} · ${counted(evaluations, 'evaluation')}. Model output, not observation.`,
  };
}

function questionWords(method: DesignMethod): string {
  switch (method.kind) {
    case 'tornado':
    case 'morris':
      return 'Which uncertain number moves the answer most?';
    case 'sobol':
      return 'How much of the difference between one future and another is chance, and how much is not knowing?';
    case 'voi':
      return 'Which number would be worth finding out before choosing?';
    case 'robustness':
      return 'How do the scenarios do, whatever the uncertain numbers are?';
    case 'sweep':
      return 'How does the outcome go along an uncertain number?';
    case 'break-even':
      return 'What would have to be true for the other scenario to be the better one?';
    case 'discover':
      return `Where among the uncertain numbers does this happen: ${method.when}?`;
    default:
      return method satisfies never;
  }
}

type Member = DesignManifest['scenarios'][number];

function nameOf({ key, scenario }: Member): string {
  return scenario.name ?? key;
}

/** The tables of the folder, in words. */
function numbersSection(tables: readonly ResultTable[]): Section {
  return {
    id: 'numbers',
    title: 'The numbers',
    blocks: tables.map(({ file, table }): Block => ({
      kind: 'fold',
      title: file,
      blocks: [{ kind: 'table', table }],
    })),
  };
}

/** Every number that was varied: over which law or range, and what that rests on. */
function variedSection({ inputs, ranges, scenarios }: DesignManifest): Section {
  const paths = inputs.flatMap((input) => input.paths);
  const rows = paths.map((path): string[] => {
    const range = ranges[path];
    const holder = scenarios.find(({ scenario }) => lineOf(path, scenario)) ?? scenarios[0]!;
    const line = lineOf(path, holder.scenario);
    const what = capitalised(pathWords(path, holder.scenario));
    if (range)
      return [what, `${figure(range.low)} to ${figure(range.high)}`, 'a range given for this question (--over)'];
    return [what, line?.value ?? '', line ? restsOn(line) : ''];
  });
  const table: Table = {
    caption: 'Numbers that were varied',
    head: ['what', 'over', 'rests on'],
    rows,
    numeric: [],
  };
  return {
    id: 'varied',
    title: 'What was varied, and what that rests on',
    blocks: [
      {
        kind: 'text',
        text: 'Everything else is drawn as in a run, or known for certain. If a law or range here is wrong, no interval shows it.',
      },
      { kind: 'table', table },
    ],
  };
}

function lineOf(path: string, scenario: Scenario) {
  return assumptions(scenario).find((line) => line.path === path);
}

function scenariosSection({ scenarios, method }: DesignManifest): Section {
  const roles = isBetweenStrategies(method) ? [] : ['held against', 'the other; differences are this minus the first'];
  return {
    id: 'scenarios',
    title: 'The scenarios',
    blocks: [
      {
        kind: 'table',
        table: {
          caption: 'Scenarios',
          head: ['name', 'title', 'role'].slice(0, roles.length > 0 ? 3 : 2),
          rows: scenarios.map((member, k) =>
            [nameOf(member), member.scenario.title, roles[k] ?? ''].slice(0, roles.length > 0 ? 3 : 2),
          ),
          numeric: [],
        },
      },
    ],
  };
}
