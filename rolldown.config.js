// Packages that bring files of their own (fonts, maps, binaries, the translator of scenario files) stay outside.
const outside = [
  'jiti',
  '@resvg/resvg-js',
  'pdfkit',
  'svg-to-pdfkit',
  /^world-atlas/,
  /^city-timezones/,
  /^@expo-google-fonts/,
  /^@fontsource/,
];

/** The parser measures help with tables of all emoji, which take longer to load than the rest of it; help has none. */
const plainWidth = {
  name: 'plain-width',
  /** @param {string} id */
  load: (id) => (/string-width.index\.js$/.test(id) ? 'export default (text) => text.length;' : undefined),
};

/** The program and its threads in few files: hundreds of modules take longer to find and load than to run. */
export default {
  input: {
    'cli/main': 'src/cli/main.ts',
    'cli/figure-worker': 'src/cli/figure-worker.ts',
    'cli/scenario-code-worker': 'src/cli/scenario-code-worker.ts',
    'cli/replication-worker': 'src/cli/replication-worker.ts',
    'cli/design/design-worker': 'src/cli/design/design-worker.ts',
  },
  platform: 'node',
  external: [/^node:/, ...outside],
  checks: { invalidAnnotation: false },
  plugins: [plainWidth],
  output: {
    dir: 'dist',
    entryFileNames: '[name].js',
    chunkFileNames: 'chunks/[name].js',
    // Comments and blanks go, names stay: what a bug shows must be readable.
    minify: { compress: false, mangle: false, codegen: true },
  },
};
