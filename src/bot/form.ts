import { ModalBuilder, TextDisplayBuilder } from '@discordjs/builders';
import type { FormValue } from './incoming.ts';
import type { Input, Saying } from './input.ts';
import type { Opened } from './reply.ts';
import type { Route } from './route.ts';

type Inputs = Readonly<Record<string, Input<unknown>>>;
type ValuesOf<I> = { readonly [K in keyof I]: I[K] extends Input<infer V> ? V : never };

/** A form: the route that answers it, and how it is opened. */
export type Form<S, V> = {
  readonly route: Route<S>;
  /** Opens the form. `intro` is markdown above the inputs; the title has at most 45 characters. */
  open(state: S, words: FormWords<V>): Opened;
  read(values: Readonly<Record<string, FormValue>>): V;
};

export type FormWords<V> = {
  readonly title: string;
  readonly intro?: string;
  readonly inputs: Readonly<Record<keyof V, Saying>>;
};

/** Discord's limit for the components of a form. */
const mostComponents = 5;

/** Declares a form. Throws when it has more inputs than Discord allows. */
export function form<S, const I extends Inputs>(route: Route<S>, inputs: I): Form<S, ValuesOf<I>> {
  const entries = Object.entries(inputs);
  if (entries.length === 0 || entries.length > mostComponents)
    throw new Error(`the form ${route.name} has ${entries.length} inputs`);
  return {
    route,
    open: (state, { title, intro, inputs: words }) => {
      const modal = new ModalBuilder().setCustomId(route.id(state)).setTitle(title);
      if (intro !== undefined) modal.addTextDisplayComponents(new TextDisplayBuilder().setContent(intro));
      const sayings = words as Readonly<Record<string, Saying>>;
      modal.addLabelComponents(entries.map(([id, input]) => input.draw(id, sayings[id] ?? { label: id })));
      const open = modal.toJSON();
      if (open.components.length > mostComponents) throw new Error(`the form ${route.name} has no room for an intro`);
      return { open };
    },
    read: (values) => Object.fromEntries(entries.map(([id, { read }]) => [id, read(values[id])])) as ValuesOf<I>,
  };
}
