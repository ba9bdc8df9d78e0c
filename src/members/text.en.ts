const keepName = (days: number): string =>
  days === 0 ? 'always, until you delete them' : days === 365 ? 'for a year' : `for ${days} days`;

export const en = {
  title: 'Your settings',
  language: ({ name }: { readonly name: string }) => `Language: **${name}**`,
  onlyLanguage: ({ name }: { readonly name: string }) => `Language: **${name}**, the only one so far`,
  zone: ({ label, time }: { readonly label: string; readonly time: string }) =>
    `Time zone: **${label}**. It’s ${time} there.`,
  noZone: 'Time zone: **not chosen**. Until then your days begin and end by UTC.',
  work: ({ role, level }: { readonly role: string | undefined; readonly level: string | undefined }) =>
    `Kind of work: **${role ?? 'any'}**${level === undefined ? '' : `. ${level}`}`,
  goal: ({ days }: { readonly days: number | undefined }) =>
    days === undefined ? 'Weekly goal: none' : `Weekly goal: **${days} ${days === 1 ? 'day' : 'days'}** of practice`,
  keep: ({ days }: { readonly days: number }) => `Your answers are kept **${keepName(days)}**.`,
  reminds: 'Evening reminders: **on**. You hear from me only when your streak would end that day.',
  noReminders: 'Evening reminders: **off**',
  note: 'Only you see this. </privacy see> shows what is kept about you.',

  // The lists
  chooseLanguage: 'Which language shall I speak?',
  anyLanguage: 'The server’s, or the one of your Discord',
  chooseRole: 'What work are you looking for?',
  anyRole: 'Any work',
  chooseLevel: 'How much experience do you have?',
  chooseGoal: 'On how many days a week do you want to practise?',
  noGoal: 'No goal',
  days: ({ days }: { readonly days: number }) => (days === 1 ? '1 day a week' : `${days} days a week`),
  chooseKeep: 'How long are your answers kept?',
  keepFor: ({ days }: { readonly days: number }) => `Keep them ${keepName(days)}`,
  remind: 'Evening reminders on',
  dontRemind: 'Evening reminders off',
  chooseZone: 'Choose your time zone',

  // The zone
  changeZone: 'Time zone',
  zoneTitle: 'Your time zone',
  cityLabel: 'The nearest large city',
  cityHint: 'Or a country, a zone such as America/New_York, or UTC+1',
  zonesFound: 'Which of these is yours?',
  offer: 'When does your day begin? With your time zone, your streak and reminders follow your own clock.',

  // Refusals
  noSuchZone: ({ typed }: { readonly typed: string }) =>
    `I find no time zone like “${typed}”. Try the nearest large city, your country, or UTC+1. Nothing was changed.`,
  manyZones: ({ typed }: { readonly typed: string }) =>
    `Several time zones are like “${typed}”. Choose one from the list while you type. Nothing was changed.`,
};
