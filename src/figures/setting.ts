import type { Caption } from '../experiment/tables/caption.js';
import type { Geography } from './geography.js';
import type { Page } from './page.js';

/** What a figure is given beside its rows. */
export interface Setting {
  readonly caption: Caption;
  readonly page: Page;
  /** Of maps only. */
  readonly geography?: Geography;
}
