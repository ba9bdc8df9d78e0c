import type { FormValue } from './incoming.ts';
import type { Form } from './form.ts';
import type { FormReply, PressReply } from './reply.ts';
import type { Route } from './route.ts';
import type { Turn } from './turn.ts';

type Run<F, More, R = PressReply> = (turn: Turn<F> & More) => Promise<R>;
type Spec = { readonly opensForm?: boolean };

/** What a button, select or form does. Which state and values fit is known to the dispatcher alone. */
export type Handler<F> = {
  readonly kind: 'press' | 'select' | 'submit';
  readonly route: { readonly name: string; read(customId: string): unknown };
  readonly opensForm: boolean;
  /** Turns what came with a form into the values its handler knows. */
  read(values: Readonly<Record<string, FormValue>>): unknown;
  run: Run<F, { readonly state: never; readonly values: never }>;
};

/** Makes the handlers of buttons, selects and forms that get features `F`. */
export function pressesFor<F>() {
  return {
    /** Answers the buttons of a route. */
    press: <S>(route: Route<S>, run: Run<F, { readonly state: S }>, spec: Spec = {}) =>
      handler({ kind: 'press', route, run, ...spec }),
    /** Answers the selects of a route; `values` are what was chosen (ids, for users, roles and channels). */
    select: <S>(
      route: Route<S>,
      run: Run<F, { readonly state: S; readonly values: readonly string[] }>,
      spec: Spec = {},
    ) => handler({ kind: 'select', route, run, ...spec }),
    /** Answers a form. */
    submit: <S, V>(form: Form<S, V>, run: Run<F, { readonly state: S; readonly values: V }, FormReply>) =>
      handler({ kind: 'submit', route: form.route, run, read: form.read }),
  };

  function handler(
    spec: Pick<Handler<F>, 'kind' | 'route'> & { readonly run: unknown } & Partial<Handler<F>>,
  ): Handler<F> {
    return { opensForm: false, read: (values) => values, ...spec, run: spec.run as Handler<F>['run'] };
  }
}
