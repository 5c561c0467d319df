import type { TopLevelSpec } from 'vega-lite';
import type { KeyItem } from './key.js';
import type { Layer } from './panel.js';
import { scenarioPanels, type ScenarioPanel } from './scenario-panels.js';
import type { Setting } from './setting.js';
import { frame } from './theme.js';

type Channels = Parameters<ScenarioPanel['marks']>[0];

/** Uncertain numbers one under the other: name on the left, marks along one axis, what is told of it on the right. */
export function inputRows<Row extends { readonly name: string; readonly label: string }>(
  rows: readonly Row[],
  about: {
    readonly setting: Setting;
    readonly title: string;
    readonly scale: object;
    readonly key: readonly KeyItem[];
    /** Layers over rows of which `scenario` is the name. */
    readonly marks: (named: (Row & { readonly scenario: string })[], channels: Channels) => Layer[];
  },
): TopLevelSpec {
  const { setting, title, scale, key, marks } = about;
  const named = rows.map((row) => ({ ...row, scenario: row.name }));
  const panel: ScenarioPanel = { title, labels: named, scale, marks: (channels) => marks(named, channels) };
  return { ...frame(setting), spacing: 24, vconcat: scenarioPanels([panel], { page: setting.page, key }) };
}

interface Stroke {
  readonly from: string;
  readonly to: string;
  readonly x: object;
  readonly y: object;
  readonly colour: string;
  readonly width: number;
  readonly yOffset?: number;
}

/** A bar or an interval of every row, between two of its fields. */
export function strokes(values: readonly object[], { from, to, x, y, colour, width, yOffset = 0 }: Stroke): Layer {
  return {
    data: { values: [...values] },
    mark: { type: 'rule', color: colour, strokeWidth: width, yOffset },
    encoding: { x: { field: from, type: 'quantitative', ...x }, x2: { field: to }, y },
  };
}

/** The upright line at zero. */
export function zeroLine(colour: string): Layer {
  return {
    data: { values: [{ nothing: 0 }] },
    mark: { type: 'rule', color: colour, strokeWidth: 1 },
    encoding: { x: { field: 'nothing', type: 'quantitative' } },
  };
}
