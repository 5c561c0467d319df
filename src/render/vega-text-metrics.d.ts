import 'vega';

declare module 'vega' {
  /** How Vega measures a text; exported by vega, left out of its types. */
  export const textMetrics: { width: (item: VegaTextItem, text: unknown) => number };

  interface VegaTextItem {
    readonly fontSize?: number;
    readonly fontWeight?: number | string;
  }
}
