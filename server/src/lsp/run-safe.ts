import type { Connection } from 'vscode-languageserver';

/** A handler that answers `otherwise` and writes a line to the log when it fails, so that one broken feature leaves the rest working. */
export function guard<Args extends readonly unknown[], Result>(
  connection: Connection,
  otherwise: Result,
  handler: (...args: Args) => Promise<Result>,
): (...args: Args) => Promise<Result> {
  return async (...args) => {
    try {
      return await handler(...args);
    } catch (error) {
      connection.console.error(error instanceof Error ? (error.stack ?? error.message) : String(error));
      return otherwise;
    }
  };
}
