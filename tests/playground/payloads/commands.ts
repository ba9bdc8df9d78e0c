import { long, many, type Pair } from './pair.ts';

type Body = Readonly<Record<string, unknown>>;

const slash = (more: Body): readonly Body[] => [{ name: 'lesson', description: 'A lesson', ...more }];
const text = (more: Body = {}): Body => ({ type: 3, name: 'which', description: 'Which one', ...more });
const menu = (more: Body = {}): readonly Body[] => [{ name: 'Look at', type: 2, ...more }];
const numbered = (count: number): readonly Body[] => many(count, (n) => text({ name: `option-${n}` }));

const naming =
  "Application Commands, Naming: CHAT_INPUT and option names match ^[-_'\\p{L}\\p{N}…]{1,32}$ and use the lowercase variant of letters";
const structure = 'Application Commands, Application Command Structure';

/** Bodies of a bulk overwrite of commands: the commands themselves. */
export const commandPairs: readonly Pair[] = [
  {
    what: 'a name with a capital',
    rule: naming,
    refused: slash({ name: 'Lesson' }),
    accepted: slash({ name: 'lesson' }),
    at: '0.name',
  },
  {
    what: 'a name with a space',
    rule: naming,
    refused: slash({ name: 'my lesson' }),
    accepted: slash({ name: 'my-lesson' }),
    at: '0.name',
  },
  {
    what: 'a name of 33 characters',
    rule: naming,
    refused: slash({ name: long(33) }),
    accepted: slash({ name: long(32) }),
    at: '0.name',
  },
  { what: 'an empty name', rule: naming, refused: slash({ name: '' }), accepted: slash({ name: 'l' }), at: '0.name' },
  {
    what: 'a name with an exclamation mark',
    rule: naming,
    refused: slash({ name: 'go!' }),
    accepted: slash({ name: 'übung' }),
    at: '0.name',
  },
  {
    what: 'no name',
    rule: `${structure}: name is required`,
    refused: [{ description: 'x' }],
    accepted: slash({}),
    at: '0.name',
  },
  {
    what: 'no description',
    rule: `${structure}: description is required for CHAT_INPUT, 1–100 characters`,
    refused: [{ name: 'x' }],
    accepted: slash({}),
    at: '0.description',
  },
  {
    what: 'an empty description',
    rule: `${structure}: description 1–100 characters`,
    refused: slash({ description: '' }),
    accepted: slash({ description: 'x' }),
    at: '0.description',
  },
  {
    what: 'a description of 101 characters',
    rule: `${structure}: description 1–100 characters`,
    refused: slash({ description: long(101) }),
    accepted: slash({ description: long(100) }),
    at: '0.description',
  },
  {
    what: 'a menu with a description',
    rule: `${structure}: description is an empty string for USER and MESSAGE commands`,
    refused: menu({ description: 'x' }),
    accepted: menu({ description: '' }),
    at: '0.description',
  },
  {
    what: 'a menu with options',
    rule: `${structure}: options are valid for CHAT_INPUT only`,
    refused: menu({ options: [text()] }),
    accepted: menu({ options: [] }),
    at: '0.options',
  },
  {
    what: 'a menu name of 33 characters',
    rule: 'Application Commands, Naming: USER and MESSAGE names may be mixed case with spaces, 1–32 characters',
    refused: menu({ name: long(33) }),
    accepted: menu({ name: 'Mixed Case And Spaces' }),
    at: '0.name',
  },
  {
    what: 'a type nobody knows',
    rule: 'Application Commands, Application Command Types',
    refused: slash({ type: 9 }),
    accepted: slash({ type: 1 }),
    at: '0.type',
  },
  {
    what: '26 options',
    rule: `${structure}: options, max length of 25`,
    refused: slash({ options: numbered(26) }),
    accepted: slash({ options: numbered(25) }),
    at: '0.options',
  },
  {
    what: 'two commands of one name',
    rule: 'Application Commands, Registering: names are unique per app, per type, within a scope',
    refused: [...slash({}), ...slash({})],
    accepted: [...slash({}), { name: 'lesson', type: 2 }],
    at: '1',
  },
  {
    what: '101 slash commands',
    rule: 'Application Commands, Registering: 100 global CHAT_INPUT commands',
    refused: many(101, (n) => ({ name: `c${n}`, description: 'x' })),
    accepted: many(100, (n) => ({ name: `c${n}`, description: 'x' })),
    at: '',
  },
  {
    what: 'a command of more than 8,000 characters',
    rule: 'Application Commands, Slash Commands: name, description and value properties together at most 8000 characters',
    refused: slash({
      options: many(4, (n) =>
        text({ name: `o${n}`, choices: many(25, (m) => ({ name: `${m}${long(45)}`, value: `${m}${long(45)}` })) }),
      ),
    }),
    accepted: slash({
      options: many(3, (n) =>
        text({ name: `o${n}`, choices: many(25, (m) => ({ name: `${m}${long(45)}`, value: `${m}${long(45)}` })) }),
      ),
    }),
    at: '0',
  },
  {
    what: 'a locale nobody speaks',
    rule: 'Reference, Locales',
    refused: slash({ name_localizations: { xx: 'lektion' } }),
    accepted: slash({ name_localizations: { de: 'lektion' } }),
    at: '0.name_localizations.xx',
  },
  {
    what: 'a localized name with a capital',
    rule: naming,
    refused: slash({ name_localizations: { de: 'Lektion' } }),
    accepted: slash({ description_localizations: { de: 'Eine Lektion' } }),
    at: '0.name_localizations.de',
  },
  {
    what: 'an empty list of contexts',
    rule: `${structure}: contexts (Discord's description: at least one, each once)`,
    refused: slash({ contexts: [] }),
    accepted: slash({ contexts: [0, 1, 2] }),
    at: '0.contexts',
  },
  {
    what: 'a context nobody knows',
    rule: 'Receiving and Responding, Interaction Context Types: 0, 1, 2',
    refused: slash({ contexts: [3] }),
    accepted: slash({ contexts: [0] }),
    at: '0.contexts.0',
  },
  {
    what: 'an installation nobody knows',
    rule: 'Resources, Application, Integration Types: 0, 1',
    refused: slash({ integration_types: [2] }),
    accepted: slash({ integration_types: [0, 1] }),
    at: '0.integration_types.0',
  },
  {
    what: 'permissions that are no number',
    rule: `${structure}: default_member_permissions is a bit set represented as a string`,
    refused: slash({ default_member_permissions: 'MANAGE_GUILD' }),
    accepted: slash({ default_member_permissions: '32' }),
    at: '0.default_member_permissions',
  },
  {
    what: 'a field nobody knows',
    rule: structure,
    refused: slash({ cooldown: 5 }),
    accepted: slash({ nsfw: false }),
    at: '0.cooldown',
  },
];
