import { axisAbove } from './axes.js';
import { keyPanel, type KeyItem } from './key.js';
import type { Page } from './page.js';
import { drawn, halo, type Layer, type Panel } from './panel.js';
import { nameLayers, nameLines, scenarioNames } from './scenario-names.js';
import { textWidth } from './text-width.js';
import { size } from './theme.js';

/** From the panel to the column of numbers. */
const GAP = 14;
/** With less room than this for marks, names and numbers go on a line of their own. */
const NARROWEST = 170;
/** The same of two panels that stand side by side, which would else be twice as high as a slide has room for. */
const NARROWEST_OF_TWO = 120;
/** Narrower panels have fewer numbers on their axis, so that these do not run together. */
const NARROW = 280;
/** Between panels that stand side by side. */
const BETWEEN = 40;
/** Half of the last number of the first one's axis, which may stand out of it. */
const LAST_NUMBER = 12;
/** Height of a line of names over a row, and of the row, where they do not stand beside it. */
const LINE = 23;

/** What one panel shows: a metric, with a number for every scenario. */
export interface ScenarioPanel {
  readonly title: string;
  readonly labels: readonly { readonly scenario: string; readonly label: string }[];
  /** Scale of the numbers along the panel. */
  readonly scale: object;
  /** Layers of the panel, given the channels of its numbers and of its scenarios. */
  readonly marks: (channels: Channels) => Layer[];
}

interface Channels {
  readonly x: Channel;
  readonly y: RowChannel;
  /** Rows of the panel that have marks, where others have only words: what runs through all would cross these. */
  readonly markedRows?: readonly string[];
}

interface Channel {
  readonly type: 'quantitative';
  readonly scale: object;
  readonly axis: object;
}

interface RowChannel {
  readonly field: 'scenario';
  readonly type: 'nominal';
  readonly axis: null;
  readonly scale: { domain: string[] };
}

/**
 * One panel a metric under a key, all with the same scenarios in rows: name on the left, number on the right. In a column
 * both stand on a line of their own over the row; on a slide the panels stand in pairs.
 */
export function scenarioPanels(
  panels: readonly ScenarioPanel[],
  { page, key }: { readonly page: Page; readonly key: readonly KeyItem[] },
): Panel[] {
  const scenarios = [...new Set(panels.flatMap(({ labels }) => labels.map(({ scenario }) => scenario)))];
  const names = scenarioNames(scenarios);
  const labels = panels.flatMap((panel) => panel.labels.map(({ label }) => textWidth(label, { size: size.text })));
  const right = GAP + Math.ceil(Math.max(0, ...labels));
  const besideIn = (count: number): number =>
    (page.contentWidth - names.width - 10 - count * right - (count - 1) * (BETWEEN + LAST_NUMBER)) / count;
  const columns = page.wide && panels.length > 1 && besideIn(2) >= NARROWEST_OF_TWO ? 2 : 1;
  const widthBeside = besideIn(columns);
  const beside = columns === 2 || widthBeside >= NARROWEST;
  const left = beside ? names.width + 10 : 0;
  const width = Math.floor(beside ? widthBeside : (page.contentWidth - (columns - 1) * BETWEEN) / columns);
  const rows = Array.from({ length: Math.ceil(panels.length / columns) }, (_, i) =>
    panels.slice(i * columns, (i + 1) * columns),
  );
  return [
    keyPanel(key, { page, width: page.contentWidth - left, left }),
    ...rows.map((row) => ({
      spacing: BETWEEN,
      hconcat: row.map((panel, column) =>
        beside
          ? namedBeside(panel, { page, scenarios, width, left: column === 0 ? left : 0, right, names })
          : namedAbove(panel, { page, scenarios, width }),
      ),
    })),
  ];
}

interface Room {
  readonly page: Page;
  readonly scenarios: string[];
  readonly width: number;
}

function namedBeside(
  { title, labels, scale, marks }: ScenarioPanel,
  room: Room & { readonly left: number; readonly right: number; readonly names: ReturnType<typeof scenarioNames> },
): Panel {
  const { page, scenarios, width, left, right, names } = room;
  const y: RowChannel = { field: 'scenario', type: 'nominal', axis: null, scale: { domain: scenarios } };
  const axis = {
    ...axisAbove(title, { page, left, width: width + right }),
    ...(width < NARROW ? { tickCount: 2 } : {}),
  };
  return {
    width,
    height: { step: names.step },
    layer: drawn([
      ...marks({ x: { type: 'quantitative', scale, axis }, y }),
      {
        data: { values: [...labels] },
        mark: { type: 'text', align: 'left', baseline: 'middle' },
        encoding: { x: { value: width + GAP }, y, text: { field: 'label' } },
      },
      ...(left > 0 ? nameLayers(names, y) : []),
    ]),
  };
}

/** Every scenario has a row for each line of its name, the number beside the first, and then one for its marks. */
function namedAbove({ title, labels, scale, marks }: ScenarioPanel, { page, scenarios, width }: Room): Panel {
  const widest = Math.max(0, ...labels.map(({ label }) => textWidth(label, { size: size.text })));
  const lines = scenarios.flatMap((scenario) =>
    nameLines(scenario, width - widest - GAP).map((text, line) => ({ scenario, row: `${scenario} ${line}`, text })),
  );
  const rows = scenarios.flatMap((scenario) => [
    ...lines.filter((line) => line.scenario === scenario).map(({ row }) => row),
    scenario,
  ]);
  const y: RowChannel = { field: 'scenario', type: 'nominal', axis: null, scale: { domain: rows } };
  // The first and the last number may not stick out: there is nothing beside the panel.
  const axis = { ...axisAbove(title, { page, left: 0, width }), labelFlush: 16, tickCount: 3 };
  const written = (values: { readonly row: string; readonly text: string }[], align: 'left' | 'right'): Layer[] => {
    // Nearer to the marks of its own row than to those of the one above.
    const text = { type: 'text', align, baseline: 'middle', dy: 5 } as const;
    const x = { value: align === 'left' ? 0 : width };
    const encoding = { x, y: { ...y, field: 'row' }, text: { field: 'text' } };
    return [halo(text, page), text].map((mark) => ({ data: { values }, mark, encoding }));
  };
  return {
    width,
    height: { step: LINE },
    layer: drawn([
      ...marks({ x: { type: 'quantitative', scale, axis }, y, markedRows: scenarios }),
      ...written(lines, 'left'),
      ...written(
        labels.map(({ scenario, label }) => ({ row: `${scenario} 0`, text: label })),
        'right',
      ),
    ]),
  };
}
