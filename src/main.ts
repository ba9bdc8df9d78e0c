import { enableCompileCache } from 'node:module';

// Before anything else is loaded: Node keeps the compiled code, which makes the next start quicker.
enableCompileCache('var/compile-cache');
const { run } = await import('./run.ts');
await run();
