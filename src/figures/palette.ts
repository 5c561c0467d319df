import type { Theme } from './look.js';

/** The colours of one theme, by what they are for. */
export type Palette = Readonly<Record<keyof typeof print, string>>;

// Greys for context, one accent (the blue of Okabe and Ito's palette, safe for colour-blind readers) whose tints keep
// their order when printed in grey; what was observed is black, or white in the dark.
const print = {
  /** Behind the figure, and inside rings. */
  ground: '#ffffff',
  text: '#1a1a1a',
  faint: '#5c5c5c',
  grid: '#e3e3e3',
  /** What is there for orientation: axes, outlines, zero. */
  context: '#8c8c8c',
  /** Areas and bars that are not the subject. */
  quiet: '#bdbdbd',
  /** Still quieter: lanes behind marks. */
  quieter: '#dcdcdc',
  /** Sample paths, drawn thin and half transparent. */
  path: '#555555',
  land: '#f6f5f1',
  neighbour: '#e7e6e2',
  sea: '#f4f7f9',
  /** Regimes and zones of indifference behind the data. */
  band: '#f3e9cf',
  bandEdge: '#c9a94f',
  observed: '#000000',
  /** The subject. */
  accent: '#0072b2',
  /** The subject's line or outline, to be seen on its tints. */
  accentStrong: '#00466e',
  /** Central 50, 80 and 95 % of the replications. */
  level50: '#4a97c9',
  level80: '#93c3e1',
  level95: '#cfe3f1',
  /** What is under way between bases. */
  onTheWay: '#d9a400',
  strike: '#a33c00',
  /** Causes of attacks, from Okabe and Ito's palette. */
  unprovoked: '#333333',
  afterAttacks: '#0072b2',
  afterStrikes: '#d55e00',
  emboldened: '#e69f00',
  vacuum: '#009e73',
  /** Numbers inside a mark filled with a cause's colour. */
  onCause: '#ffffff',
} as const;

const screen: Palette = {
  ...print,
  ground: '#faf9f5',
  text: '#222222',
  grid: '#e2e0da',
  quiet: '#bab8b2',
  quieter: '#dedcd5',
  land: '#f2f0ea',
  neighbour: '#e3e1da',
  sea: '#edf2f5',
  band: '#f1e5c3',
  level95: '#cbdfee',
};

const dark: Palette = {
  ground: '#14181d',
  text: '#ececec',
  faint: '#a9adb3',
  grid: '#2c323a',
  context: '#7d838b',
  quiet: '#5d636b',
  quieter: '#363c44',
  path: '#c2c6cb',
  land: '#262b31',
  neighbour: '#1d2126',
  sea: '#10161d',
  band: '#3a331d',
  bandEdge: '#b3923a',
  observed: '#ffffff',
  accent: '#56b4e9',
  accentStrong: '#b5e0fa',
  level50: '#3a88bd',
  level80: '#27608a',
  level95: '#1d4058',
  onTheWay: '#e0b23a',
  strike: '#f0864a',
  unprovoked: '#d8d8d8',
  afterAttacks: '#56b4e9',
  afterStrikes: '#ef7d33',
  emboldened: '#e9b040',
  vacuum: '#2fbd92',
  onCause: '#14181d',
};

export const palettes: Readonly<Record<Theme, Palette>> = { print, screen, dark };
