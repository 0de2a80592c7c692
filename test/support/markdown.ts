/** A page's `##` sections by heading; a `##` inside an example is no heading of the page. What stands before the first is `''`. */
export function readSections(text: string): Map<string, string> {
  const sections = new Map<string, string>();
  let heading = '';
  let fenced = false;
  for (const line of text.split('\n')) {
    if (/^(```|~~~)/.test(line)) fenced = !fenced;
    const found = fenced ? null : /^## (.*)$/.exec(line);
    if (found) heading = found[1] ?? '';
    else sections.set(heading, `${sections.get(heading) ?? ''}${line}\n`);
  }
  return sections;
}
