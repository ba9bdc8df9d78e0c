import { translator, type Translator } from '#text/translator.ts';
import { languageOf } from '#text/ladder.ts';
import type { Answer } from './answer.ts';
import { apologyCard } from './apology.ts';
import { type Courier, courier, type Reply } from './courier.ts';
import { causeForLog, incidentId } from './incident.ts';
import type { Incoming } from './incoming.ts';
import { card, text } from './parts.ts';
import { Refusal, refuse } from './refusal.ts';
import { resolver } from './resolve.ts';
import { suggestions } from './suggest.ts';
import { texts } from './texts.ts';
import type { DispatchParts } from './wiring.ts';

/** Answers interactions. */
export type Dispatch = {
  /** Handles one interaction to its end. Never throws: what fails is logged, and told to the person. */
  handle(incoming: Incoming, answer: Answer): Promise<void>;
  /** Resolves when nothing is being handled. */
  idle(): Promise<void>;
};

/**
 * The one way from what a person did to what they see: claims the interaction, finds the handler, checks who acts, runs
 * it and delivers its reply within Discord's time. See `courier` for the deferrals.
 */
export function dispatch<F>(parts: DispatchParts<F>): Dispatch {
  const { features, claim, callerOf, mention, now, dice, log } = parts;
  const jobFor = resolver(parts.commands, parts.handlers);
  const suggest = suggestions(parts);
  const running = new Set<Promise<void>>();

  async function answerTo(incoming: Incoming, answer: Answer): Promise<void> {
    if (incoming.kind === 'autocomplete') return suggest(incoming, answer);
    const job = jobFor(incoming);
    let t = translator(languageOf({ discord: incoming.actor.locale, server: incoming.where.server?.locale }), mention);
    const carrier = courier({
      incoming,
      answer,
      opensForm: job.opensForm,
      pressOnceMore: () => card('calm', text(t(texts.pressOnceMore))),
      onTrouble: (error) => report(error, incoming),
    });
    try {
      const [mine, caller] = await Promise.all([claim(`interaction:${incoming.id}`, now()), callerOf(incoming)]);
      if (!mine) return carrier.leave();
      t = translator(caller.language, mention);
      if (job.once !== undefined) {
        // First the acknowledgement: a press that Discord has given up on must not use up the one time.
        await carrier.hold();
        if (!(await claim(`once:${job.once}`, now()))) throw refuse(texts.doneBefore);
      }
      await carrier.deliver(await job.run({ caller, features, t, now: now(), dice }));
    } catch (error) {
      await apologise(error, { incoming, carrier, t });
    }
  }

  /** Says no, or sorry; when even that can't be said, the log knows. */
  async function apologise(error: unknown, to: { incoming: Incoming; carrier: Courier; t: Translator }): Promise<void> {
    const { incoming, carrier, t } = to;
    try {
      const said = error instanceof Refusal ? error.sayIn(t) : t(texts.incident, { id: report(error, incoming) });
      await carrier.deliver({ show: apologyCard(said, { incoming, t }) } satisfies Reply);
    } catch (problem) {
      report(problem, incoming);
    }
  }

  function report(error: unknown, incoming: Incoming): string {
    const incident = incidentId(dice);
    const who = log.who(incoming.actor.id);
    log.error({ incident, who, kind: incoming.kind, error: causeForLog(error, incoming) }, 'an interaction failed');
    return incident;
  }

  return {
    handle: async (incoming, answer) => {
      const work = answerTo(incoming, answer)
        .catch((error: unknown) => void report(error, incoming))
        .finally(() => running.delete(work));
      running.add(work);
      await work;
    },
    idle: async () => {
      while (running.size > 0) await Promise.allSettled(running);
    },
  };
}
