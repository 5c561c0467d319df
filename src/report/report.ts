/** What a measure is of: everybody together, or one person. Risk in total and per person part company in a drawdown. */
export type Measure = 'total' | 'per person';

/** A table for reading: cells are words already. */
export interface Table {
  readonly caption: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** Columns of numbers, set flush right; the first column is a heading of its row. */
  readonly numeric: readonly number[];
  /** What the reader can switch off; absent where it belongs to both. */
  readonly measure?: Measure;
  /** Measure of each row, where they differ. */
  readonly rowMeasures?: readonly (Measure | undefined)[];
  /** What each row is of, by {@link Subject.key}; where a reader can pick one. */
  readonly rowSubjects?: readonly (string | undefined)[];
}

/** One figure as the folder of results holds it. */
export interface Figure {
  /** Of its files: `weekly-attacks`. */
  readonly name: string;
  readonly title: string;
  /** How to read it, and how it was made: the lines under the title. */
  readonly caption: string;
  readonly alt: string;
  /** As it was drawn, with its title. */
  readonly svg: string;
  /** Its rows, as text of a CSV file and as cells by column. */
  readonly csv: string;
  readonly rows: readonly Readonly<Record<string, string>>[];
  /** Vega-Lite, as JSON. */
  readonly spec: string;
}

/** An equation in words, in text and in MathML. */
export interface Equation {
  readonly words: string;
  readonly text: string;
  readonly mathml: string;
}

/** A base or a scenario: what a reader can pick, to see its marks and its numbers. */
export interface Subject {
  readonly key: string;
  readonly name: string;
  readonly facts: readonly Fact[];
}

export interface Fact {
  readonly term: string;
  readonly value: string;
  /** How the result came about, which another run of the same may do another way: no part of what is compared. */
  readonly ofRun?: boolean;
}

export type Block =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  | { readonly kind: 'facts'; readonly facts: readonly Fact[] }
  | { readonly kind: 'warning'; readonly title: string; readonly items: readonly string[] }
  | { readonly kind: 'table'; readonly table: Table }
  | { readonly kind: 'figure'; readonly figure: Figure }
  | { readonly kind: 'equation'; readonly equation: Equation }
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'fold'; readonly title: string; readonly blocks: readonly Block[] };

export interface Section {
  /** Of its heading in the page: `assumptions`. */
  readonly id: string;
  readonly title: string;
  readonly blocks: readonly Block[];
}

/** Everything a report says, in the order it is read. */
export interface Report {
  /** Names the result it is of: a report is replaced only by one of the same. */
  readonly id: string;
  readonly title: string;
  readonly question?: string;
  /** The answer in a sentence or a few, never stronger than its intervals. */
  readonly answer: string;
  /** What the first screen shows beside the answer. */
  readonly first: readonly Block[];
  /** What can be picked, and its word: "base", "scenario". */
  readonly pick?: { readonly word: string; readonly subjects: readonly Subject[] };
  readonly sections: readonly Section[];
  /** Which garrison made the numbers. */
  readonly origin: string;
}
