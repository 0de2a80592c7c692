// Two native modules of VS Code have no ready-made binary on npm. Both are optional to it (it logs an error and goes on);
// these JavaScript stand-ins keep its log files written and its console clean.
import fs from 'node:fs';
import path from 'node:path';

const spdlog = `
const fs = require('node:fs'), path = require('node:path');
const NAMES = ['trace', 'debug', 'info', 'warning', 'error', 'critical'];
class Logger {
  constructor(type, name, file) { this.file = file; this.level = 2; }
  getLevel() { return this.level; }
  setLevel(level) { this.level = level; }
  setPattern() { this.raw = true; }
  clearFormatters() { this.raw = true; }
  flush() {}
  drop() {}
  write(level, message) {
    if (level < this.level) return;
    const line = this.raw ? message : new Date().toISOString() + ' [' + NAMES[level] + '] ' + message + '\\n';
    try { fs.appendFileSync(this.file, line); } catch {}
  }
}
NAMES.forEach((name, i) => { Logger.prototype[name === 'warning' ? 'warn' : name] = function (m) { this.write(i, m); }; });
const create = async (name, file) => { fs.mkdirSync(path.dirname(file), { recursive: true }); return new Logger('', name, file); };
// One by one: VS Code imports them by name.
exports.version = 0;
exports.setLevel = () => {};
exports.setFlushOn = () => {};
exports.shutdown = () => {};
exports.Logger = Logger;
exports.createRotatingLogger = create;
exports.createAsyncRotatingLogger = create;
`;

// The extension host also looks after its parent by itself.
const watchdog = `exports.start = () => {}; exports.exit = (code) => process.exit(code || 0);\n`;

/** @param {string} vscode  the folder of VS Code's package.json */
export function writeStandIns(vscode) {
  for (const [name, code] of [
    ['@vscode/spdlog', spdlog],
    ['@vscode/native-watchdog', watchdog],
    ['native-watchdog', watchdog],
  ]) {
    const file = path.join(vscode, 'node_modules', name, 'index.js');
    if (fs.existsSync(file)) fs.writeFileSync(file, code);
  }
}
