/** A step of a path: a key, a place in a list, or the name of an item of a list. */
export type PathStep = string | number;

/** `plan[2].overDays` as steps; `[leave al-Qaim]` names an item. Undefined where the text is no path. */
export function pathSteps(path: string): PathStep[] | undefined {
  if (!/^[^.[\]]+(\.[^.[\]]+|\[[^[\]]+\])*$/.test(path)) return undefined;
  return Array.from(path.matchAll(/\[([^[\]]+)\]|([^.[\]]+)/g), ([, item, key]) => {
    if (item === undefined) return key ?? '';
    return /^\d+$/.test(item) ? Number(item) : item;
  });
}
