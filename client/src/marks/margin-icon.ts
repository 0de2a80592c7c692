/** Pixels of an icon beside the numbers of lines, as VS Code has room for. */
const WIDTH = 18;
const HEIGHT = 16;
/** So many letters are read at that size; of a longer id, its beginning. */
const MOST_LETTERS = 4;

/**
 * An id as an icon for the margin of an editor: VS Code takes pictures there, and no text.
 * @param colour as in CSS
 * @returns a `data:` URI of an SVG
 */
export function marginIcon(id: string, colour: string): string {
  const letters = Array.from(id); // none is cut in two
  const text = letters.length > MOST_LETTERS ? `${letters.slice(0, MOST_LETTERS - 1).join('')}…` : id;
  const size = letters.length > 3 ? 8 : letters.length > 2 ? 9 : 11;
  const place = `x="${WIDTH / 2}" y="${HEIGHT / 2 + size * 0.36}" text-anchor="middle"`;
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}" viewBox="0 0 ${WIDTH} ${HEIGHT}">` +
    `<text ${place} font-family="sans-serif" font-weight="600" font-size="${size}" fill="${escaped(colour)}">${escaped(text)}</text></svg>`;
  return `data:image/svg+xml;utf8,${encodeURIComponent(svg)}`;
}

/** Ids may come from a team's file, so nothing in them is markup. */
function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
