/** A request the bot made, with the body it sent. */
export type LoggedRequest = {
  readonly method: string;
  readonly path: string;
  readonly status: number;
  readonly body?: unknown;
};

/** The latest requests, and those to routes that do not exist here. */
export type RequestLog = {
  readonly requests: LoggedRequest[];
  readonly unknownRoutes: { readonly method: string; readonly path: string }[];
  add(request: LoggedRequest): void;
  unknown(method: string, path: string): void;
  forget(): void;
};

/** How many requests are kept. */
const kept = 2000;

export function requestLog(): RequestLog {
  const requests: LoggedRequest[] = [];
  const unknownRoutes: RequestLog['unknownRoutes'] = [];
  return {
    requests,
    unknownRoutes,
    add(request) {
      requests.push(request);
      if (requests.length > 2 * kept) requests.splice(0, requests.length - kept);
    },
    unknown: (method, path) => void unknownRoutes.push({ method, path }),
    forget: () => void requests.splice(0),
  };
}
