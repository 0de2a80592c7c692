import { afterEach, expect } from 'vitest';
import { LspClient, type ClientOptions } from './lsp-client.ts';
import { makeStudy, type Study } from './study.ts';

export interface LspStudy {
  readonly client: LspClient;
  readonly study: Study;
}

export type StartLspStudy = (files: Readonly<Record<string, string | Uint8Array>>, options?: Partial<ClientOptions>) => Promise<LspStudy>;

/**
 * A folder on disk with a language server in it, for the tests of one file: what it returns starts them, and after each
 * test the server must end without having complained.
 */
export function lspStudies(): StartLspStudy {
  const running: Partial<LspStudy>[] = [];
  afterEach(async () => {
    for (const { client, study } of running.splice(0).reverse()) {
      if (client) {
        expect(client.stderr).toBe('');
        expect(client.errors).toEqual([]);
        expect(await client.stop()).toBe(0);
      }
      study?.remove();
    }
  });
  return async (files, options = {}) => {
    const study = makeStudy(files);
    running.push({ study });
    const client = await LspClient.start({ diagnostics: 'pull', root: study.root, ...options });
    running.push({ client });
    return { client, study };
  };
}
