import { createRequire } from 'node:module';

/** Paths of Inter as TTF: neither resvg nor PDF readers take woff. */
export function fontFiles(): { readonly regular: string; readonly bold: string } {
  const { resolve } = createRequire(import.meta.url);
  const path = (face: string): string => resolve(`@expo-google-fonts/inter/${face}/Inter_${face}.ttf`);
  return { regular: path('400Regular'), bold: path('600SemiBold') };
}
