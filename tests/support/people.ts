import type { FormValue, OptionValues } from '#bot/incoming.ts';
import { controlsOf, transcript } from './transcript.ts';
import type { Seen, Spot, Transport } from './transport.ts';

/** A person of the tests, who does what people do and reads what people see. */
export type Person = {
  /** Types a slash command: `/lesson show lesson:weak`. */
  run(typed: string): Promise<void>;
  /** Presses the newest button with this label. */
  press(label: string): Promise<void>;
  /** Chooses from the newest list with this placeholder: labels, or ids where Discord lists roles or channels. */
  choose(placeholder: string, ...labels: readonly string[]): Promise<void>;
  /** Types into an option and gets the names suggested: `ann.types('/lesson show', 'lesson', 'weak')`. */
  types(command: string, option: string, typed: string): Promise<readonly string[]>;
  /** Sends the open form. */
  fill(values: Readonly<Record<string, FormValue>>): Promise<void>;
  /** Presses a control by its custom id on a message, as somebody who should not see it might. */
  pressId(message: string, customId: string): Promise<void>;
  /** The form that is open on the screen, and what stands in one of its inputs already. */
  form(): ReturnType<Transport['form']>;
  prefilled(input: string): string | undefined;
  /** The files of all messages, oldest first. */
  files(): NonNullable<Seen['files']>;
  /** The newest control with this name: its message and custom id. */
  control(called: string): { readonly message: string; readonly customId: string };
  /** Waits until a message holds this text. */
  sees(text: string): Promise<void>;
  /** The newest message, as read aloud. */
  reads(): string;
  /** All messages, oldest first, as read aloud. */
  readsAll(): readonly string[];
  seen(): readonly Seen[];
  /** The same person elsewhere. */
  at(spot: Spot): Person;
};

/** A person who uses a transport. */
export function personOn(transport: Transport, name: string, spot: Spot = 'general'): Person {
  const seen = () => transport.seen(name, spot);

  const newest = (called: string) => {
    for (const message of seen().toReversed()) {
      const control = controlsOf(message).find((one) => one.name === called && !one.disabled);
      if (control) return { ...control, message: message.id };
    }
    throw new Error(`${name} sees nothing called “${called}” to press:\n${seen().map(transcript).join('\n\n')}`);
  };

  return {
    run: (typed) => transport.command(name, spot, asked(typed)),
    press: (label) => transport.press(name, spot, newest(label)),
    choose: (placeholder, ...labels) => {
      const list = newest(placeholder);
      // What Discord lists by itself, such as channels, is chosen by id.
      const isDiscords = Object.keys(list.values).length === 0;
      const values = labels.map((label) => {
        const value = isDiscords ? label : list.values[label];
        if (value === undefined) throw new Error(`“${placeholder}” does not offer “${label}”`);
        return value;
      });
      return transport.select(name, spot, { ...list, values });
    },
    types: async (command, option, typed) => {
      const choices = await transport.suggestions(name, { path: asked(command).path, option, typed });
      return choices.map((choice) => choice.name);
    },
    fill: (values) => transport.submit(name, spot, values),
    form: () => transport.form(name),
    prefilled: (input) => prefilledIn(transport.form(name), input),
    files: () => seen().flatMap(({ files = [] }) => files),
    control: newest,
    pressId: (message, customId) => transport.press(name, spot, { message, customId }),
    sees: (text) => transport.until(name, spot, (all) => all.some((message) => transcript(message).includes(text))),
    reads: () => {
      const last = seen().at(-1);
      return last ? transcript(last) : '';
    },
    readsAll: () => seen().map(transcript),
    seen,
    at: (elsewhere) => personOn(transport, name, elsewhere),
  };
}

/** `/tips setup time:9:00 zone:New York` → its words and options; an option takes all up to the next one. */
function asked(typed: string): { readonly path: readonly string[]; readonly options: OptionValues } {
  const [words = '', ...given] = typed.split(/ (?=[a-z]+:)/);
  const options = given.map(
    (one) => [one.slice(0, one.indexOf(':')), valueOf(one.slice(one.indexOf(':') + 1))] as const,
  );
  return { path: words.slice(1).trim().split(' '), options: Object.fromEntries(options) };
}

/** Whole numbers, True and False are what they look like, as Discord's own form makes them; an id is too long for a number. */
const valueOf = (written: string) =>
  /^\d{1,15}$/.test(written) ? Number(written) : /^(true|false)$/i.test(written) ? /^true$/i.test(written) : written;

function prefilledIn(form: ReturnType<Transport['form']>, input: string): string | undefined {
  const inputs = (form?.components ?? []).flatMap((part) => ('component' in part ? [part.component] : []));
  const found = inputs.find((one) => one.custom_id === input);
  return found && 'value' in found ? found.value : undefined;
}
