/** Text as it stands in HTML, in an element or in a quoted attribute. */
export function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

/** Words for the eye, escaped: a number stays with its per cent, and a minus is a minus. */
export function wordsHtml(text: string): string {
  return escapeHtml(typeset(text));
}

export function typeset(text: string): string {
  return text.replaceAll(/(\d) %/g, '$1\u00a0%').replaceAll(/(^|[\s(±])-(?=\d)/g, '$1−');
}

/** The text behind the five references that drawings use. */
export function unescapeXml(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');
}

/** JSON that can stand inside a script element: no tag can begin in it. */
export function scriptJson(value: unknown): string {
  return JSON.stringify(value)
    .replaceAll('<', '\\u003c')
    .replaceAll('\u2028', '\\u2028')
    .replaceAll('\u2029', '\\u2029');
}
