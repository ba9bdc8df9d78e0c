import type { Answer } from '#bot/answer.ts';
import type { Choice } from '#bot/option.ts';
import type { Message } from '#bot/message.ts';
import { transcript } from './transcript.ts';

/** An answer that keeps what was done with it, one line a step: `reply privately: Hello`. */
export type KeptAnswer = Answer & {
  readonly steps: readonly string[];
  readonly suggested: readonly Choice[];
};

type Circumstances = {
  /** How often each way fails before it works. */
  readonly failing?: { readonly [Way in keyof Answer]?: number };
  /** Discord shows what was meant for everybody to the caller alone. */
  readonly keepsPrivate?: boolean;
};

/** An answer as Discord would take it, for one interaction. */
export function keptAnswer({ failing = {}, keepsPrivate = false }: Circumstances = {}): KeptAnswer {
  const steps: string[] = [];
  const suggested: Choice[] = [];
  const left = new Map(Object.entries(failing));

  function step(way: keyof Answer, line: string): void {
    const failures = left.get(way) ?? 0;
    left.set(way, failures - 1);
    if (failures > 0) {
      steps.push(`failed to ${line}`);
      throw new Error('Discord did not take it');
    }
    steps.push(line);
  }

  return {
    steps,
    suggested,
    reply: async (message, to) => step('reply', `reply ${privately(to)}: ${said(message)}`),
    update: async (message) => step('update', `update: ${said(message)}`),
    defer: async (to) => step('defer', `defer ${privately(to)}`),
    deferUpdate: async () => step('deferUpdate', 'defer the update'),
    openForm: async ({ title }) => step('openForm', `open the form ${title}`),
    choices: async (choices) => {
      step('choices', `suggest ${choices.length}`);
      suggested.push(...choices);
    },
    edit: async (message) => step('edit', `edit: ${said(message)}`),
    followUp: async (message, to) => {
      step('followUp', `follow up ${privately(to)}: ${said(message)}`);
      return { keptPrivate: !to.private && keepsPrivate };
    },
  };
}

const privately = (to: { readonly private: boolean }) => (to.private ? 'privately' : 'openly');

function said({ components }: Message): string {
  const seen = { id: '', components, files: [], onlyYou: false };
  return transcript(seen);
}
