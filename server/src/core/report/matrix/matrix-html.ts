import { shownText } from '../../text/shown-text.ts';
import { matrixTable, type TableRow } from './matrix-table.ts';
import type { ArrangedMatrix } from './arrange-matrix.ts';

const SHOWN = {
  status: 'how far each item is covered',
  finding: 'findings',
  stance: 'how the marked text bears on each item',
  words: 'words on each item',
  summary: 'the author’s own summaries',
  fit: 'how many items were found as each theory expects',
} as const;

const STYLE = `body{font:15px/1.45 system-ui,sans-serif;margin:2rem;color:#1b1b1b;background:#fff}
table{border-collapse:collapse}
caption{text-align:left;font-weight:600;padding-bottom:.6rem}
th,td{border:1px solid #8a8a8a;padding:.3rem .55rem;text-align:left;vertical-align:top}
th,td,dt,dd,li{unicode-bidi:plaintext}
thead th{position:sticky;top:0;background:#f0f0f0}
tbody th[scope=rowgroup]{background:#e4ecf5}
tfoot{background:#f0f0f0}
.broken{background:#fde7e7;color:#8b0000}
@media (prefers-color-scheme:dark){body{color:#eee;background:#1b1b1b}thead th,tfoot{background:#333}tbody th[scope=rowgroup]{background:#26384d}.broken{background:#4a1f1f;color:#ffb3b3}}`;

/** The matrix as a page of its own, which needs nothing from elsewhere and runs nothing. Whatever comes from a case is escaped. */
export function matrixHtml(matrix: ArrangedMatrix): string {
  const { heads, groups, totals, legend, remarks } = matrixTable(matrix);
  const { show, by } = matrix.options;
  const title = `Cases by ${show === 'fit' ? 'theory' : 'item'}: ${SHOWN[show]}${by === null ? '' : `, grouped by ${by}`}`;
  const head = [
    '<th scope="col">case</th>',
    ...heads.map(({ text, label }) => `<th scope="col" title="${escape(label)}">${escape(text)}</th>`),
    '<th scope="col">total</th>',
  ];
  const bodies = groups.map(({ name, rows }) => {
    const groupHead = name === null ? '' : `<tr><th scope="rowgroup" colspan="${heads.length + 2}">${escape(name)} (${rows.length})</th></tr>\n`;
    return `<tbody>\n${groupHead}${rows.map(caseRow).join('')}</tbody>\n`;
  });
  const foot = `<tfoot>\n<tr><th scope="row">total</th>${totals.map((total) => `<td>${escape(total)}</td>`).join('')}</tr>\n</tfoot>\n`;
  const names = heads.map(({ text, label }) => `<dt>${escape(text)}</dt><dd>${escape(label)}</dd>`).join('\n');
  const notes = remarks.length === 0 ? '' : `<h2>To be mended</h2>\n<ul>\n${remarks.map((remark) => `<li>${escape(remark)}</li>`).join('\n')}\n</ul>\n`;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escape(title)}</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<table>
<caption>${escape(title)}</caption>
<thead>
<tr>${head.join('')}</tr>
</thead>
${bodies.join('')}${foot}</table>
${legend === '' ? '' : `<p>${escape(legend)}</p>\n`}${notes}<h2>${show === 'fit' ? 'Theories' : 'Items'}</h2>
<dl>
${names}
</dl>
</main>
</body>
</html>
`;
}

function caseRow({ name, isBroken, cells, total }: TableRow): string {
  const broken = isBroken ? ' class="broken"' : '';
  return `<tr${broken}><th scope="row">${escape(name)}</th>${cells.map((cell) => `<td>${escape(cell.text)}</td>`).join('')}<td>${escape(total)}</td></tr>\n`;
}

function escape(text: string): string {
  return shownText(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;').replaceAll("'", '&#39;');
}
