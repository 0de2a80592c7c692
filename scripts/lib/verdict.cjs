// Runs inside the extension host, around the real test module, and leaves its verdict in a file: a workbench whose extension
// host dies in the middle of the tests still reports exit code 0.
const fs = require('node:fs');
const { pathToFileURL } = require('node:url');

exports.run = async () => {
  const { CASEWRIGHT_TEST_MODULE: tests, CASEWRIGHT_TEST_VERDICT: file } = process.env;
  const write = (/** @type {object} */ verdict) => fs.writeFileSync(String(file), JSON.stringify(verdict));
  try {
    const loaded = await import(pathToFileURL(String(tests)).href);
    const run = loaded.run ?? loaded.default?.run;
    if (typeof run !== 'function') throw new Error(`${tests} exports no run()`);
    await run();
    write({ passed: true });
  } catch (error) {
    write({ passed: false, error: String(error instanceof Error ? error.stack : error) });
    throw error;
  }
};
