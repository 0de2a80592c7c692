// Settings of the VS Code that these scripts start: no welcome page, no chat, no questions, no network, only the work at hand.
import fs from 'node:fs';
import path from 'node:path';

export const quietSettings = {
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.welcomePage.walkthroughs.openOnInstall': false,
  'chat.disableAIFeatures': true,
  'chat.commandCenter.enabled': false,
  'remote.autoForwardPorts': false,
  'telemetry.telemetryLevel': 'off',
  'git.enabled': false,
  'git.openRepositoryInParentFolders': 'never',
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'extensions.ignoreRecommendations': true,
  'update.mode': 'none',
  'security.workspace.trust.enabled': false,
};

/**
 * Puts them beneath what the user has set.
 * @param {string} file   a settings.json
 * @param {Record<string, unknown>} [settings]
 */
export function writeSettings(file, settings = quietSettings) {
  /** @type {Record<string, unknown>} */
  let existing = {};
  try {
    existing = JSON.parse(fs.readFileSync(file, 'utf8'));
  } catch {
    if (fs.existsSync(file)) return; // the user's own, with comments: leave it
  }
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(file, `${JSON.stringify({ ...settings, ...existing }, null, 2)}\n`);
}
