/** What VS Code gives a page. */
export interface PageApi<Message, State> {
  readonly postMessage: (message: Message) => void;
  /** What was kept last, in whatever shape. */
  readonly getState: () => unknown;
  /** Keeps a state while the page is hidden and over restarts. */
  readonly setState: (state: State) => void;
}

declare function acquireVsCodeApi(): PageApi<unknown, unknown>;

/** The way to the extension. A page can ask for it once. */
export function connect<Message, State>(): PageApi<Message, State> {
  return acquireVsCodeApi();
}
