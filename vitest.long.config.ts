import { mergeConfig } from 'vitest/config';
import usual from './vitest.config.js';

// `npm run test:long`: checks that take minutes, no part of CI. Their last results stand in docs/validation.md.
export default mergeConfig(
  { ...usual, test: { ...usual.test, include: [] } },
  { test: { include: ['test-long/**/*.test.ts'], testTimeout: 3_600_000 } },
);
