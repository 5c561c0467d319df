import fc from 'fast-check';

// Property tests meet the same examples in every run: what failed once fails again. Another seed: PROPERTY_SEED=7 npm test.
fc.configureGlobal({ seed: Number(process.env['PROPERTY_SEED'] ?? 20_201_116) });
