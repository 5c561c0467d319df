/** What `garrison figure` can write. */
export const formats = ['svg', 'png', 'pdf'] as const;

export type Format = (typeof formats)[number];
