import { field, route } from '#bot/route.ts';

const owner = field.snowflake();

/** The controls that privacy answers. */
export const privacyRoutes = {
  export: route('privacy.export', { owner }),
  /** Asks whether everything shall go. */
  ask: route('privacy.ask', { owner }),
  delete: route('privacy.delete', { owner }),
  keep: route('privacy.keep', { owner }),
};
