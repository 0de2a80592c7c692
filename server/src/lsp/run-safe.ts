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
      logError(connection, error);
      return otherwise;
    }
  };
}

/** Writes to the log what went wrong, with the place in the code. */
export function logError(connection: Connection, error: unknown): void {
  connection.console.error(error instanceof Error ? (error.stack ?? error.message) : String(error));
}
