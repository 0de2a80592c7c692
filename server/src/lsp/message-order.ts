import { ErrorCodes, Message, ResponseError, type Connection, type ConnectionOptions } from 'vscode-languageserver';

/** A request that came out of order is passed on under this name, so that it is answered in its turn like any other. */
const REFUSED = 'casewright/refused';

interface Refusal {
  readonly code: number;
  readonly message: string;
}

const NOT_INITIALIZED: Refusal = { code: ErrorCodes.ServerNotInitialized, message: 'The server has not been initialized yet.' };
const INITIALIZED_TWICE: Refusal = { code: ErrorCodes.InvalidRequest, message: 'The server has been initialized already.' };
const SHUT_DOWN: Refusal = { code: ErrorCodes.InvalidRequest, message: 'The server has been shut down.' };

/**
 * Holds a client to the order that the protocol prescribes, which the library leaves to the server: nothing before
 * `initialize`, nothing but `exit` after `shutdown`. What comes behind `initialize` waits until the server is ready for it.
 */
export class MessageOrder {
  #stage: 'new' | 'running' | 'shut down' = 'new';
  #letOn: () => void = () => undefined;
  /** What comes behind `initialize` waits for this, in the order in which it came; undefined once the server is ready. */
  #ready: Promise<void> | undefined = new Promise((resolve) => (this.#letOn = resolve));

  /** What the connection is to be made with. */
  readonly options: ConnectionOptions = {
    messageStrategy: {
      handleMessage: (message, next) => {
        const accepted = this.#accept(message);
        if (!accepted) return undefined;
        const mustWait = this.#stage !== 'new' && !isInitialize(accepted);
        return mustWait && this.#ready ? this.#ready.then(() => next(accepted)) : next(accepted);
      },
    },
  };

  /** Answers the requests that come out of order: with the error that the protocol has for them. */
  answerRefused(connection: Connection): void {
    connection.onRequest(REFUSED, ({ code, message }: Refusal) => {
      throw new ResponseError(code, message);
    });
  }

  /** The server is ready: lets what waits go on, and from now on everything at once. */
  open(): void {
    this.#letOn();
    this.#ready = undefined;
  }

  /** The message as it is to be handled; undefined when it is to be dropped. */
  #accept(message: Message): Message | undefined {
    if (Message.isRequest(message)) {
      const isFirst = message.method === 'initialize';
      if (this.#stage === 'shut down') return refused(message, SHUT_DOWN);
      if (isFirst && this.#stage === 'running') return refused(message, INITIALIZED_TWICE);
      if (!isFirst && this.#stage === 'new') return refused(message, NOT_INITIALIZED);
      if (isFirst) this.#stage = 'running';
      if (message.method === 'shutdown') this.#stage = 'shut down';
      return isFirst ? withCapabilities(message) : message;
    }
    if (!Message.isNotification(message)) return message;
    return this.#stage === 'running' || message.method === 'exit' ? message : undefined;
  }
}

function isInitialize(message: Message): boolean {
  return Message.isRequest(message) && message.method === 'initialize';
}

function refused(request: Message, params: Refusal): Message {
  return { ...request, method: REFUSED, params } as Message;
}

/** Clients that can do nothing special leave their capabilities out, though the protocol wants them; the library reads them unasked. */
function withCapabilities(initialize: Message): Message {
  const { params } = initialize as { readonly params?: { readonly capabilities?: unknown } | null };
  const capabilities = typeof params?.capabilities === 'object' ? params.capabilities : null;
  return { ...initialize, params: { ...params, capabilities: capabilities ?? {} } } as Message;
}
