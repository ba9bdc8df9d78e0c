import { endWell } from '#src/ending.ts';
import { openLog } from '#src/log.ts';

// A process with a bug: a promise fails and nobody looks.
endWell(openLog({ level: 'info', secret: 'test' }), () => Promise.resolve());
setTimeout(() => undefined, 60_000);
void Promise.reject(new TypeError('a bug that quotes “my secret answer”'));
