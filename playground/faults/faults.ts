/** What goes wrong on purpose: answers of the REST interface and events of the gateway. */

/** A fault of matching requests. */
export type RestFault = {
  readonly method?: string;
  /** Against the path without /api/v10. */
  readonly path: RegExp;
  /**
   * error: answers `status` (500) without doing anything · reset: cuts the connection before doing anything ·
   * lost: does what was asked, then cuts the connection · slow: waits `ms` first · limited: 429, try again after `ms`
   */
  readonly kind: 'error' | 'reset' | 'lost' | 'slow' | 'limited';
  readonly status?: number;
  /** Real milliseconds, for slow and limited. */
  readonly ms?: number;
  /** How often; once unless told otherwise. */
  readonly times?: number;
  /** Called when it strikes; nothing happens to the request before this is done. */
  readonly onStrike?: () => void | Promise<void>;
};

/** A fault of matching gateway events. */
export type EventFault = {
  /** The name of the event, as INTERACTION_CREATE. */
  readonly event: string;
  /** late: comes after `ms` · twice: comes again · lost: never comes. */
  readonly kind: 'late' | 'twice' | 'lost';
  readonly ms?: number;
  readonly times?: number;
};

/** A fault that happened, and to what. */
export type Struck = { readonly kind: RestFault['kind'] | EventFault['kind']; readonly what: string };

export type Faults = {
  /** Both return the function that takes the fault away again. */
  rest(fault: RestFault): () => void;
  event(fault: EventFault): () => void;
  /** Takes all faults away. */
  clear(): void;
  /** What happened so far. */
  readonly struck: readonly Struck[];
};

/** The faults and how they are drawn: each draw uses one of a fault's times. */
export type FaultState = Faults & {
  drawRest(method: string, path: string): RestFault | undefined;
  drawEvent(name: string): EventFault | undefined;
};

type Armed<T> = { readonly fault: T; left: number };

export function faultState(): FaultState {
  const struck: Struck[] = [];
  const rests: Armed<RestFault>[] = [];
  const events: Armed<EventFault>[] = [];
  return {
    struck,
    rest: (fault) => arm(rests, fault),
    event: (fault) => arm(events, fault),
    clear() {
      rests.splice(0);
      events.splice(0);
    },
    drawRest(method, path) {
      const fits = ({ fault }: Armed<RestFault>): boolean =>
        (fault.method ?? method) === method && fault.path.test(path);
      const drawn = draw(rests, fits);
      if (drawn !== undefined) struck.push({ kind: drawn.kind, what: `${method} ${path}` });
      return drawn;
    },
    drawEvent(name) {
      const drawn = draw(events, ({ fault }) => fault.event === name);
      if (drawn !== undefined) struck.push({ kind: drawn.kind, what: name });
      return drawn;
    },
  };
}

function arm<T extends { readonly times?: number }>(list: Armed<T>[], fault: T): () => void {
  const armed = { fault, left: fault.times ?? 1 };
  list.push(armed);
  return () => {
    const at = list.indexOf(armed);
    if (at >= 0) list.splice(at, 1);
  };
}

function draw<T>(list: Armed<T>[], fits: (armed: Armed<T>) => boolean): T | undefined {
  const found = list.find((one) => one.left > 0 && fits(one));
  if (found === undefined) return undefined;
  found.left -= 1;
  return found.fault;
}
