// A language server that does nothing, in plain Node: an empty list of diagnostics for every change. No server that Node
// runs can be faster than this one.
import { encode, readMessages } from '../lib/framing.mjs';

const send = (/** @type {object} */ message) => process.stdout.write(encode({ jsonrpc: '2.0', ...message }));

readMessages(process.stdin, (json) => {
  const { id, method, params } = JSON.parse(json);
  if (method === 'initialize') send({ id, result: { capabilities: { textDocumentSync: 2 } } });
  else if (method === 'shutdown') send({ id, result: null });
  else if (method === 'exit') process.exit();
  else if (method === 'textDocument/didOpen' || method === 'textDocument/didChange') {
    const { uri, version } = params.textDocument;
    send({ method: 'textDocument/publishDiagnostics', params: { uri, version, diagnostics: [] } });
  }
});
