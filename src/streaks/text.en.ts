import { plural } from '#text/plural.ts';

type Count = { readonly count: number };

const days = (count: number) => plural('en', count, { one: '# day', other: '# days' });
const times = (count: number) => plural('en', count, { one: 'once', other: '# times' });
const freezes = (count: number) => plural('en', count, { one: '# freeze', other: '# freezes' });

type Alt = {
  readonly on: number;
  readonly bridged: number;
  readonly current: number;
  readonly longest: number;
  readonly times: number;
  readonly practised: boolean;
};

export const en = {
  // How it stands
  title: 'Your streak',
  none: 'No streak is running. The next thing you practise begins one: a lesson, an answer or a recall.',
  current: ({ count }: Count) => `**${days(count)}** in a row`,
  longest: ({ count }: Count) => `Your longest so far: ${days(count)}`,
  doneToday: 'Today counts already.',
  openToday: 'Today is still open. One small thing is enough, and it counts until 03:00 tonight.',
  freezes: ({ count }: Count) =>
    `You have ${freezes(count)}. A missed day takes one by itself, and the streak goes on.`,
  noFreezes: 'No freezes at the moment. Every seventh day of a streak earns one.',
  repetitions: ({ acts, days: on }: { readonly acts: number; readonly days: number }) =>
    `Practised ${times(acts)} on ${days(on)} in all`,
  week: ({ acts, days: on }: { readonly acts: number; readonly days: number }) =>
    `This week: ${times(acts)}, on ${days(on)}`,
  weekTowards: ({ days: on, goal }: { readonly days: number; readonly goal: number }) =>
    on < goal ? `Your goal: ${on} of ${days(goal)} this week` : `Your goal of ${days(goal)} a week is reached`,
  quietWeek: 'This week: nothing yet',

  // The picture
  drawnOften: 'The picture of your year takes a moment to draw. Ask again in a minute and it is here.',
  inARow: 'days in a row',
  longestShort: 'longest streak',
  timesInAll: 'times practised',
  less: 'less',
  more: 'more',
  bridged: 'streak kept',
  today: 'today',
  alt: ({ on, bridged, current, longest, times: acts, practised }: Alt) =>
    `The last twelve months, day by day: practised on ${days(on)}, ${days(bridged)} off that did not end the streak. Today is marked; ${practised ? 'it counts already' : 'it is open'}. ${days(current)} in a row, longest streak ${days(longest)}, practised ${times(acts)} in all.`,

  // Buttons
  practise: 'Practise now',
  share: 'Share',
  why: 'What changed',
  remindMe: 'Remind me',
  remindNoMore: 'No reminders',
  remindsNow:
    'Done. On an evening when your streak would end that night, the bot writes to you once. It stops by itself after three that you did not need.',
  remindsNoMore: 'Done. The bot won’t remind you any more.',

  // What changed, and why
  log: 'What changed, and why',
  logEmpty: 'Nothing has happened yet. Each thing you practise will stand here.',
  practisedOn: ({ on, count }: { readonly on: string; readonly count: number }) =>
    `**${on}** You practised: ${days(count)} in a row.`,
  practisedThrough: ({ from, to, count }: { readonly from: string; readonly to: string; readonly count: number }) =>
    `**${from} to ${to}** You practised each day: ${days(count)} in a row.`,
  freezeEarned: ({ on, count }: { readonly on: string; readonly count: number }) =>
    `**${on}** The seventh day earned you a freeze. You had ${freezes(count)} then.`,
  freezeSpent: ({ on, count }: { readonly on: string; readonly count: number }) =>
    `**${on}** A day off. A freeze was used, so your streak went on. You had ${freezes(count)} left.`,
  away: ({ on }: { readonly on: string }) =>
    `**${on}** The bot was away for three hours or more. That was not up to you, so the day neither counts nor costs anything.`,
  moved: ({ on }: { readonly on: string }) =>
    `**${on}** Your change of time zone took hours from this day, so it neither counts nor costs anything.`,
  noSuchDay: ({ on }: { readonly on: string }) =>
    `**${on}** The clocks where you live left out most of this day, so it neither counts nor costs anything.`,
  ended: ({ on, count }: { readonly on: string; readonly count: number }) =>
    `**${on}** A day off with no freeze left. A streak of ${days(count)} ended here; what you practised stays yours.`,

  // Sharing
  preview: 'This is what everybody in this channel will see. Nobody gets a ping.',
  shared: ({ member }: { readonly member: string }) => `<@${member}> shares a streak`,
  sharedStreak: ({ count, longest }: Count & { readonly longest: number }) =>
    count < longest
      ? `**${days(count)}** of interview practice in a row (the longest so far: ${longest})`
      : `**${days(count)}** of interview practice in a row`,
  post: 'Post it here',
  dontPost: 'Don’t post it',
  posted: 'Posted. Everybody in this channel can read it now.',
  notPosted: 'Not posted. Nobody has seen it.',
  keptPrivate:
    'Discord showed it to you alone: apps that members bring along may not post for everybody here. Nobody else has seen it.',
  postedPerhaps: 'Discord did not say whether it was posted. Please look in the channel before you share it again.',

  // The leaderboard
  board: 'Streaks on this server',
  boardEmpty: 'Nobody shows a streak here yet.',
  place: ({ place, member, count }: Count & { readonly place: number; readonly member: string }) =>
    `${place}. <@${member}>: ${days(count)}`,
  moreAlike: 'And others with as many days as the last one here.',
  boardRules: 'Only members who chose to be here are shown. The same number of days shares a place.',
  showMine: 'Show mine here',
  hideMine: 'Take mine off',

  // The reminder
  reminder: ({ count }: Count) =>
    `Your streak of ${days(count)} is open until 03:00 tonight. One lesson takes about two minutes. If tonight is not the night, that is fine, too.`,
  lastReminder: 'This is the last reminder. </streak me> turns them on again whenever you like.',

  // Refusals
  nothingToShare: 'There is no streak to share yet. One thing you practise today begins one.',
  onlyInServers: 'A leaderboard belongs to a server. Try this in a server where the bot is.',
  maySayNothing:
    'You can’t write in this channel, so the bot won’t post here in your name. Try it in a channel where you can write.',
};
