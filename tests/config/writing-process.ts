// Writes to a real log, for a test to read what stands on standard output.

import { openLog, type LogLevel } from '#src/log.ts';

const words = 'I was fired for stealing';
const log = openLog({ level: (process.argv[2] ?? 'info') as LogLevel, secret: 'a token' });
const beneath = Object.assign(new TypeError(`Received type string ('${words}')`), { code: 'ERR_INVALID_ARG_TYPE' });
const refused = Object.assign(new Error('connect ECONNREFUSED 127.0.0.1:5432'), { code: 'ECONNREFUSED' });

log.info({ joined: 2 }, 'heard');
log.debug({}, 'a detail');
log.error({ error: new Error(words, { cause: beneath }) }, 'failed');
log.error({ error: refused, who: log.who('100000000000000001') }, 'down');
log.error(
  { error: Object.assign(new Error('no'), { requestBody: { json: { content: words } }, url: words }) },
  'refused',
);
log.error({ error: words }, 'thrown');
