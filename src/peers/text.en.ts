import { plural } from '#text/plural.ts';
import { en as forms } from './form-text.en.ts';
import { en as room } from './room-text.en.ts';
import { en as setup } from './setup-text.en.ts';

const minutes = (count: number): string => plural('en', count, { one: 'a minute', other: '# minutes' });

export type WishWords = {
  readonly role: string | undefined;
  readonly level: string | undefined;
  readonly languages: string;
  readonly minutes: number;
};

export const en = {
  ...setup,
  ...room,
  ...forms,

  // Joining
  onlyInServers: 'Peer sessions are held in servers: type this in a server where they are on.',
  off: 'There are no peer sessions on this server yet. A host can turn them on with </server setup>. Until then, </mock start> gives you an interview at once, alone and in private.',
  offForHosts:
    'Peer sessions are not on here. You look after this server: </server setup> shows what is needed, and turns them on. Until then, </mock start> gives anybody an interview, alone.',
  suspended:
    'The people who look after this server have taken you out of its peer sessions. If you think that is a mistake, write to them. </mock start> is there for you as before.',
  needsRole: ({ role }: { readonly role: string }) =>
    `On this server, peer sessions are for members with <@&${role}>. Ask its hosts how to get it. </mock start> works without.`,
  apart:
    'With one of the roles that you have here, hosts don’t let people be paired. Ask them if that should be different. </mock start> is there for everybody.',
  waitsElsewhere:
    'You are waiting for a partner on another server. Nobody can be in two rooms: </peer leave> takes you off that list, then join here.',
  waiting: 'You are on the list',
  lookingFor: ({ role, level, languages, minutes: long }: WishWords) =>
    `Looking for somebody to practise with: ${role ?? 'any work'}, ${level ?? 'any experience'}, in ${languages}, ${long} minutes in all.`,
  until: ({ at }: { readonly at: number }) => `You stay on the list until <t:${at}:t> (<t:${at}:R>).`,
  readyFrom: ({ at }: { readonly at: number }) =>
    `Lately somebody waited in a room for you and you did not come, more than once. So you are paired from <t:${at}:t> on. Keep two sessions, and that is forgotten.`,
  usual: ({ minutes: wait }: { readonly minutes: number }) =>
    `Half of the latest pairings here took ${minutes(wait)} or less. It may be longer today, or nobody may come.`,
  usualUnknown: 'Too few people were paired here so far to say how long it takes. Nobody may come this time.',
  signal:
    'When somebody fits, a private room opens and you are **mentioned there**. That is the only sign, so keep Discord near. You have ten minutes to come.',
  noSign: 'If nobody comes, the bot writes to you once, directly.',
  whoReads: 'The two of you are in the room. The people who look after this server can read it, too.',
  leaveList: 'Leave the list',
  meanwhile: 'A solo question meanwhile',
  paired: 'Somebody fits. Your room is opening, and you are mentioned in it.',
  sits: ({ thread }: { readonly thread: string }) => `You have a session: <#${thread}>`,
  left: 'You are off the list. </peer join> puts you on it again whenever you like.',
  notWaiting: 'You were not on a list. </peer join> puts you on one.',
  nobodyCame:
    'Nobody who fits came within the hour. That says something about the time of day, and nothing about you. An interview alone works at once, and you can join again on the server with </peer join>.',
  solo: 'A mock interview alone',
  badLanguages: ({ typed }: { readonly typed: string }) =>
    `I don’t know a language in “${typed}”. Choose from the list while you type, or write names such as English, Spanish.`,

  // Where one stands
  status: 'Peer sessions',
  statusNothing: 'You are on no list and in no session. </peer join> looks for a partner for you.',
  joinNow: 'Look for a partner',
  statusForms: ({ count, at }: { readonly count: number; readonly at: number }) =>
    `${plural('en', count, { one: 'One form is', other: '# forms are' })} still open from your last session, until <t:${at}:t> (<t:${at}:R>).`,
  statusSent: ({ at }: { readonly at: number }) =>
    `You have filled all your forms. What your partner said comes when theirs are in, at the latest <t:${at}:R>.`,
  statusReady: 'What your partner said in your last session is there to read.',

  // History
  history: 'What partners said',
  historyEmpty:
    'Nothing yet. After a session, what your partner said about your answers stands here, and how it changes over time.',
  historyAlt: ({ sessions, latest }: { readonly sessions: number; readonly latest: string }) =>
    `How partners found your answers in ${plural('en', sessions, { one: 'one session', other: '# sessions' })}, oldest on the left, for five things from 1 to 4. In the newest: ${latest}.`,
  historyHow: 'Dots are what partners said, rings what you said yourself. There is no sum of them, on purpose.',
  drawnOften: 'The picture takes a moment to draw. Ask again in a minute and it is here.',
  chooseSession: 'Read what was said',
  session: ({ number }: { readonly number: number }) => `Session ${number}`,
};
