import type { Evaluated } from '../../experiment/design/evaluated.js';
import type { DesignPoint } from '../../experiment/design/evaluate.js';
import type { Space } from '../../experiment/design/steer.js';
import type { Page } from '../../figures/index.js';
import type { FigureDrawing } from '../figure-set.js';
import type { DesignQuestion } from './design-question.js';

export type Cell = string | number | undefined;

/** What was found, ready to be written and told. */
export interface DesignFinding {
  /** The answer in a sentence or two. */
  readonly answer: string;
  /** Further blocks of the card. */
  readonly blocks: readonly string[];
  readonly warnings: readonly string[];
  readonly tables: readonly {
    readonly file: string;
    readonly header: readonly string[];
    readonly rows: readonly (readonly Cell[])[];
  }[];
  /** For result.json and --json. */
  readonly object: object;
  readonly draw: (page: Page) => readonly FigureDrawing[];
}

/** Evaluates points; where Ctrl-C comes it does not return. */
export type Evaluate = (of: {
  readonly points: readonly DesignPoint[];
  readonly outcomes: readonly string[];
  readonly space: Space;
  readonly label: string;
}) => Promise<Evaluated>;

/** What a method works with beside its own sizes. */
export interface Asked {
  readonly question: DesignQuestion;
  readonly evaluate: Evaluate;
  readonly seed: number;
}
