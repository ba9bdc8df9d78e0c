import { field, route } from '#bot/route.ts';

const owner = field.snowflake();

/** The controls that privacy answers. */
export const privacyRoutes = {
  export: route('privacy.export', { owner }),
  /** Asks whether everything shall go. */
  ask: route('privacy.ask', { owner }),
  /** Lists; the value is what shall go: everything, a kind, or one answer or server of which the next list asks. */
  what: route('privacy.what', { owner }),
  answer: route('privacy.answer', { owner }),
  server: route('privacy.server', { owner }),
  /** Deletes it. `item` is the kind, the server or the answer. */
  delete: route('privacy.delete', {
    owner,
    what: field.word('everything', 'kind', 'server', 'answer'),
    item: field.slug(20),
  }),
  keep: route('privacy.keep', { owner }),
};
