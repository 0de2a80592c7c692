// Sets mocha up before any test file is loaded: in a browser there are no files to add, the imports are the tests.
import 'mocha/mocha.js';

mocha.setup({ ui: 'tdd', reporter: 'spec', color: false, timeout: 60_000 });
