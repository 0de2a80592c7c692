/** A colour as red, green and blue from 0 to 255, and how much it covers, from 0 to 1. */
interface Colour {
  readonly rgb: readonly [number, number, number];
  readonly alpha: number;
}

/**
 * The contrast between two colours by WCAG 2.2, from 1 to 21. 4.5 is asked of text (AA), 7 where more is promised (AAA), 3 of
 * lines and frames.
 * @param on what a colour that lets something through lies on
 */
export function contrast(one: string, other: string, on: string): number {
  const [lighter, darker] = [one, other].map((colour) => luminance(over(readColour(colour), readColour(on)))).sort((a, b) => b - a);
  return ((lighter ?? 0) + 0.05) / ((darker ?? 0) + 0.05);
}

/** Reads `#rrggbb` and `#rrggbbaa`. */
function readColour(text: string): Colour {
  if (!/^#(?:[0-9a-f]{6}|[0-9a-f]{8})$/i.test(text)) throw new Error(`This is no colour: ${text}`);
  const part = (at: number): number => Number.parseInt(text.slice(at, at + 2), 16);
  return { rgb: [part(1), part(3), part(5)], alpha: text.length === 9 ? part(7) / 255 : 1 };
}

function over(upper: Colour, lower: Colour): Colour['rgb'] {
  const mixed = upper.rgb.map((value, index) => value * upper.alpha + (lower.rgb[index] ?? 0) * (1 - upper.alpha));
  return [mixed[0] ?? 0, mixed[1] ?? 0, mixed[2] ?? 0];
}

function luminance(rgb: Colour['rgb']): number {
  const linear = (value: number): number => (value <= 0.04045 * 255 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4);
  return 0.2126 * linear(rgb[0]) + 0.7152 * linear(rgb[1]) + 0.0722 * linear(rgb[2]);
}
