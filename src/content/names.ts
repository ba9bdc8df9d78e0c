// What the families of work, levels and kinds of question are called, for people.

import { texts as textsOf } from '#text/text.ts';
import type { Translator } from '#text/translator.ts';
import type { Level, Role } from './families.ts';
import type { Kind } from './kinds.ts';
import { kindNames, levelNames, roleNames } from './text.en.ts';

export const roleTexts = textsOf('content.role', { en: roleNames });
export const levelTexts = textsOf('content.level', { en: levelNames });
export const kindTexts = textsOf('content.kind', { en: kindNames });

/** `Shops and retail` */
export const roleName = (role: Role, t: Translator): string => t(roleTexts[role]);

/** `Some experience` */
export const levelName = (level: Level, t: Translator): string => t(levelTexts[level]);

/** `Trouble with people` */
export const kindName = (kind: Kind, t: Translator): string => t(kindTexts[kind]);
