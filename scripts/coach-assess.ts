// Reads answers, one JSON object a line, and writes what the coach finds, one line for each in the same order:
// npm run --silent coach:assess < answers.jsonl > findings.jsonl

import { createInterface } from 'node:readline';
import { openCoach } from '#coach/coach.ts';
import { findingLine } from './coach/line.ts';

const coach = await openCoach();
for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
  if (!process.stdout.write(`${findingLine(line, coach)}\n`))
    await new Promise<void>((resolve) => void process.stdout.once('drain', resolve));
}
