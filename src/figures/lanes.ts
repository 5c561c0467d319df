import { textWidth } from './text-width.js';
import { size } from './theme.js';
import { wrapText } from './wrap-text.js';

/** A named stretch of a panel, in px. */
export interface Stretch {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

export interface PlacedStretch extends Stretch {
  /** The name, with line breaks where it is wider than the panel, and its upper left corner. */
  readonly text: string;
  readonly textStart: number;
  readonly top: number;
  /** Where the stretch itself is drawn, under its name. */
  readonly bar: number;
}

const GAP = 12;
const BAR = 8;

/**
 * Gives every stretch the first lane in which neither it nor its name meets another; a name never leaves the panel. A
 * lane is as high as the longest of its names needs.
 */
export function placeInLanes(
  stretches: readonly Stretch[],
  width: number,
): { readonly placed: readonly PlacedStretch[]; readonly height: number } {
  const style = { size: size.text };
  const lanes: { end: number; lines: number }[] = [];
  const inLanes = [...stretches]
    .sort((a, b) => a.start - b.start)
    .map((stretch) => {
      const lines = wrapText(stretch.name, { ...style, width });
      const length = Math.max(...lines.map((line) => textWidth(line, style)));
      const textStart = Math.max(0, Math.min(stretch.start, width - length));
      let lane = lanes.find(({ end }) => end <= Math.min(stretch.start, textStart));
      if (!lane) lanes.push((lane = { end: 0, lines: 0 }));
      lane.end = Math.max(stretch.end, textStart + length) + GAP;
      lane.lines = Math.max(lane.lines, lines.length);
      return { ...stretch, lane, lines, textStart };
    });
  const heights = lanes.map(({ lines }) => lines * size.lineHeight + BAR);
  const bottoms = heights.map((_, i) => heights.slice(0, i + 1).reduce((sum, height) => sum + height, 0));
  const placed = inLanes.map(({ name, start, end, lane, lines, textStart }): PlacedStretch => {
    const bottom = bottoms[lanes.indexOf(lane)] ?? 0;
    const top = bottom - BAR - lines.length * size.lineHeight + 2;
    return { name, start, end, text: lines.join('\n'), textStart, top, bar: bottom - 3 };
  });
  return { placed, height: bottoms.at(-1) ?? 0 };
}
