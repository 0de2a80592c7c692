// What Casewright is to reach, as data: the numbers of the issue that set them, and of the peers as they were then.

/**
 * @typedef {object} Aim
 * @property {string} metric  `row.metric`
 * @property {number} [most]  in the metric's unit, on the machine of the issue
 * @property {{ subject: string, value: number }} [then]  what somebody else took on that machine: it says how fast this one is
 * @property {{ subject: string, metric?: string, most: number }} [ratio]  to somebody else in the same run, for the same metric
 *   unless another is named
 */

/** @type {readonly Aim[]} */
export const aims = [
  { metric: 'keystroke.p50', most: 2, then: { subject: 'nothing', value: 1.1 }, ratio: { subject: 'nothing', most: 2 } },
  { metric: 'keystroke.p95', most: 5, then: { subject: 'nothing', value: 1.7 } },
  { metric: 'keystroke.p99', most: 7, then: { subject: 'nothing', value: 2.7 } },
  { metric: 'keystroke.cpu', most: 2.5, then: { subject: 'nothing', value: 0.84 }, ratio: { subject: 'nothing', most: 3 } },
  { metric: 'keystroke.opened', most: 60 },
  { metric: 'keystroke.typed', most: 75 },
  { metric: 'large.open', most: 120, then: { subject: 'rumdl', value: 171 } },
  { metric: 'large.p50', most: 10, then: { subject: 'rumdl', value: 152 } },
  { metric: 'large.memory', most: 120 },
  { metric: 'requests.completion', most: 0.5, then: { subject: 'vscode-markdown', value: 0.44 } },
  { metric: 'requests.hover', most: 0.5 },
  { metric: 'requests.completionEdited', most: 1.5, then: { subject: 'vscode-markdown', value: 5.8 } },
  { metric: 'requests.hoverEdited', most: 1.5 },
  { metric: 'requests.largeCompletion', most: 16 },
  { metric: 'requests.largeHover', most: 16 },
  { metric: 'start.initialized', most: 150, then: { subject: 'nothing, plain Node', value: 126 } },
  { metric: 'start.diagnosed', most: 190, then: { subject: 'vscode-markdown', value: 242 } },
  { metric: 'check-14.wall', most: 0.25, then: { subject: 'markdownlint', value: 0.65 } },
  { metric: 'check-1000.cpu', ratio: { subject: 'rumdl', most: 1 } },
  { metric: 'check-10000.wall', ratio: { subject: 'rumdl', most: 0.5 } },
  { metric: 'check-10000.peak', most: 300 },
  { metric: 'check-10000.warm', most: 0.6 },
  { metric: 'editor-14.ready', most: 0.05, then: { subject: 'rumdl', value: 0.06 } },
  { metric: 'editor-1000.ready', most: 0.9, then: { subject: 'rumdl', value: 4.7 } },
  { metric: 'editor-10000.ready', most: 8, then: { subject: 'rumdl', value: 51 } },
  { metric: 'editor-10000.peak', most: 300 },
  { metric: 'meanwhile-10000.first', ratio: { subject: 'casewright', metric: 'alone', most: 1.1 } },
  { metric: 'meanwhile-10000.longest', most: 16 },
];
