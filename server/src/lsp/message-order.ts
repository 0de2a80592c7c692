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
 * Options for a connection that hold a client to the order that the protocol prescribes, which the library leaves to the
 * server: nothing before `initialize`, nothing but `exit` after `shutdown`. {@link answerRefused} belongs to it.
 */
export function inOrder(): ConnectionOptions {
  let stage: 'new' | 'running' | 'shut down' = 'new';

  const ordered = (message: Message): Message | undefined => {
    if (Message.isRequest(message)) {
      const isInitialize = message.method === 'initialize';
      if (stage === 'shut down') return refused(message, SHUT_DOWN);
      if (isInitialize && stage === 'running') return refused(message, INITIALIZED_TWICE);
      if (!isInitialize && stage === 'new') return refused(message, NOT_INITIALIZED);
      if (isInitialize) stage = 'running';
      if (message.method === 'shutdown') stage = 'shut down';
      return isInitialize ? withCapabilities(message) : message;
    }
    if (!Message.isNotification(message)) return message;
    return stage === 'running' || message.method === 'exit' ? message : undefined;
  };

  return {
    messageStrategy: {
      handleMessage: (message, next) => {
        const accepted = ordered(message);
        return accepted && next(accepted);
      },
    },
  };
}

/** Answers the requests that came out of order: with the error that the protocol has for them. */
export function answerRefused(connection: Connection): void {
  connection.onRequest(REFUSED, ({ code, message }: Refusal) => {
    throw new ResponseError(code, message);
  });
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
