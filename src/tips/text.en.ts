import { plural } from '#text/plural.ts';

type Days = { readonly days: readonly number[] };
type Channel = { readonly channel: string };

/** Tips that fit, those of them that are left before any comes again, and the day of the last one. */
type Left = { readonly tips: number; readonly fresh: number; readonly until: number | undefined };

const fitting = (tips: number): string => plural('en', tips, { one: '# tip fits', other: '# tips fit' });

const dayNames = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

const topicNames: Readonly<Record<string, string>> = {
  answers: 'Answering well',
  stories: 'Telling what you did',
  questions: 'Questions they ask, and yours',
  confidence: 'Confidence',
  weaknesses: 'Weaknesses and gaps',
  teamwork: 'Working with others',
  preparation: 'Getting ready',
  nerves: 'Nerves',
  'first-job': 'First jobs',
  safety: 'Staying safe',
  'follow-up': 'After the interview',
  rejection: 'After a no',
};

const whyNot: Readonly<Record<string, string>> = {
  hidden: 'I can’t see the channel. Give me **View Channel** there.',
  forbidden:
    'I may not write in the channel. Give me **Send Messages** there (in a thread: **Send Messages in Threads**).',
  gone: 'The channel isn’t there any more.',
  closed: 'The channel takes no messages from me.',
  other: 'Discord refused the message and gave no reason that I know.',
};

export const en = {
  // A tip in a channel
  title: 'Tip of the day',
  lesson: ({ lesson }: { readonly lesson: string }) => `From the lesson “${lesson}”`,
  practise: 'Practise this',
  readLesson: 'Read the lesson',
  test: 'This is a test. Daily tips for job interviews will appear here.',

  // A subscription in words
  day: ({ day }: { readonly day: number }) => dayNames[day - 1] ?? '',
  everyDay: ({ days }: Days) =>
    days.length === 7
      ? 'every day'
      : days.join('') === '12345'
        ? 'Monday to Friday'
        : days.map((day) => (dayNames[day - 1] ?? '').slice(0, 3)).join(', '),
  topic: ({ topic }: { readonly topic: string }) => topicNames[topic] ?? topic,
  allTopics: 'all topics',
  heading: ({ channel }: Channel) => `Daily tips in <#${channel}>`,
  when: ({ time, zone, days }: { readonly time: string; readonly zone: string; readonly days: string }) =>
    `**${time}**, ${days} (time zone ${zone})`,
  next: ({ at }: { readonly at: number }) => `Next tip: <t:${at}:F>, <t:${at}:R>`,
  last: ({ at, link }: { readonly at: number; readonly link: string }) => `Last tip: [<t:${at}:f>](${link})`,
  noneYet: 'No tip came yet.',
  about: ({ topics }: { readonly topics: string }) => `About: ${topics}`,
  lasts: ({ tips, fresh, until }: Left) =>
    `${fitting(tips)}${fresh < tips ? `, ${fresh} of them not yet posted` : ''}.${until === undefined ? '' : ` No tip comes twice before <t:${until}:D>.`}`,
  comesAgain: ({ tips, fresh, until }: Left) =>
    `${fitting(tips)}. All of them came already; now they come again in another order${fresh < tips ? `, ${fresh} more in this round` : ''}${until === undefined ? '' : `, the last on <t:${until}:D>`}.`,
  pings: ({ role }: { readonly role: string }) => `Each tip pings <@&${role}>.`,
  pingsNobody: 'Tips ping nobody and make no sound.',
  tellsYou: 'If a tip can’t be posted, I write to you once.',
  tellsOther: 'If a tip can’t be posted, I write once to the host who wished it.',
  tellsNobody: 'If a tip can’t be posted, you find it in </tips list>.',

  // States
  draft: 'Not on yet. Choose, then press **Turn on**.',
  pausedByHost: 'Paused by a host.',
  pausedByTrouble: 'Paused: nothing could be posted on three days in a row. When it is mended, press **Turn on**.',
  channelGone: 'Stopped: the channel was deleted. It is forgotten after 30 days.',
  serverLeft: 'Stopped: I was removed from the server. Press **Turn on** to go on.',
  trouble: ({ why, at }: { readonly why: string; readonly at: number }) =>
    `⚠ <t:${at}:R> Discord said no. ${whyNot[why] ?? whyNot['other']}`,
  skipped: ({ day }: { readonly day: string }) => `${day}: skipped, the bot was down`,
  dropped: ({ day }: { readonly day: string }) => `${day}: skipped, its day or time was changed before it came`,
  failed: ({ day, why }: { readonly day: string; readonly why: string }) =>
    `${day}: not posted. ${whyNot[why] ?? whyNot['other']}`,
  unsure: ({ day }: { readonly day: string }) =>
    `${day}: perhaps posted, so not repeated. With **Read Message History** I could have looked.`,
  moreOdd: ({ more }: { readonly more: number }) => `and ${more} more before that`,
  sending: ({ day }: { readonly day: string }) => `${day}: on its way`,

  // The doctor
  lacks: ({ permission, channel }: { readonly permission: string } & Channel) =>
    `⚠ I need **${permission}** in <#${channel}>, or no tip arrives. Open the channel’s settings, **Permissions**, add me under **Members or roles**, and allow it.`,
  wouldLike: ({ permission, channel }: { readonly permission: string } & Channel) =>
    permission === 'Mention Everyone'
      ? `⚠ The role can’t be pinged by everybody. Allow that in the role’s settings, or give me **Mention Everyone** in <#${channel}>; until then its members hear no ping.`
      : `Please also allow me **${permission}** in <#${channel}>: after a breakdown I look there whether a tip came already.`,
  canPost: ({ channel }: Channel) => `I have what I need to post in <#${channel}>.`,
  cantLook: ({ channel }: Channel) =>
    `⚠ I can’t see <#${channel}>. Give me **View Channel** and **Send Messages** there (the channel’s settings, **Permissions**), or choose another channel.`,

  // The panel’s controls
  weekdays: 'On which days?',
  topics: 'About what? (everything unless you choose)',
  role: 'Ping a role? (none unless you choose)',
  noPing: 'Ping nobody',
  retime: 'Change time',
  turnOn: 'Turn on',
  pause: 'Pause',
  remove: 'Remove',
  sendTest: 'Test post',
  tellMe: 'Write to me if it fails',
  dontTell: 'Don’t write to me',
  tested: 'The test post is in the channel.',
  testFailed: ({ why }: { readonly why: string }) => `The test post did not work. ${whyNot[why] ?? whyNot['other']}`,
  testUnknown: 'Discord did not say whether the test post arrived. Have a look at the channel, or try again.',
  turnedOn: 'It’s on.',

  // The form for the time
  timeTitle: 'When should tips come?',
  timeLabel: 'Time',
  timeHint: 'For example 9:00 or 6:30 pm',
  zoneLabel: 'City or time zone',
  zoneHint: 'For example Berlin, America/New_York or UTC',

  // Lists
  listTitle: 'Daily tips on this server',
  listEmpty:
    'There are no daily tips on this server yet. </tips setup> begins with this channel; you see everything before it’s on.',
  choose: 'Choose one to look at or change',
  which: 'There are several. Which one?',
  previousPage: 'Back',
  nextPage: 'More',
  newOne: ({ place }: { readonly place: string }) => `Another one: </tips setup>.${place === '' ? '' : ` ${place}.`}`,
  page: ({ page, of }: { readonly page: number; readonly of: number }) => `Page ${page} of ${of}`,

  // Preview, now, remove
  preview: ({ channel }: Channel) => `This would come next in <#${channel}>. Only you see it.`,
  postedNow: ({ link }: { readonly link: string }) => `Today’s tip is posted: ${link}`,
  postedUnknown:
    'Discord did not say whether the tip arrived. I look again shortly and never post it twice; </tips list> shows what became of it.',
  notPosted: ({ why }: { readonly why: string }) => `The tip could not be posted. ${whyNot[why] ?? whyNot['other']}`,
  cameToday: ({ channel }: Channel) => `Today’s tip came to <#${channel}> already.`,
  notYetToday: ({ channel, why }: { readonly why: string } & Channel) =>
    `Today’s tip could not be posted in <#${channel}> yet; I try again by myself. ${whyNot[why] ?? whyNot['other']}`,
  perhapsToday: ({ channel }: Channel) =>
    `Discord has not said whether today’s tip came to <#${channel}>. By myself I never post it twice.`,
  secondNow: 'Post a second one now?',
  postSecond: 'Post a second tip',
  notNow: 'No',
  notPostedKept: 'Nothing was posted or changed.',
  removeSure: ({ channel }: Channel) =>
    `Remove the daily tips in <#${channel}>? Messages already posted stay. The order of tips begins anew if you set it up again.`,
  removeYes: 'Yes, remove',
  removed: 'Removed. No more tips come.',

  // To the host, by direct message
  troubleTitle: ({ channel }: Channel) => `A daily tip could not be posted in <#${channel}>`,
  troubleDeleted: ({ channel }: Channel) => `The channel <#${channel}> with your daily tips was deleted`,
  troubleTry: 'I try again in growing steps today. </tips list> on the server shows how it goes.',
  troublePaused: 'I paused these tips after three bad days. When it is mended: </tips resume> on the server.',
  troubleGone: 'I stopped these tips. </tips setup> on the server makes new ones for another channel.',
  troubleWhy: 'You get this because you asked for it when you set the tips up. Buttons in </tips list> switch it off.',

  // Refusals
  badTime: ({ typed }: { readonly typed: string }) =>
    `“${typed}” is no time that I can read. Write it like 9:00, 18:30 or 6:30 pm. Nothing was changed.`,
  badZone: ({ typed }: { readonly typed: string }) =>
    `“${typed}” is no time zone that I know. Type a city such as Berlin, or a name such as America/New_York, and choose from the list. Nothing was changed.`,
  tooMany: ({ most }: { readonly most: number }) =>
    `This server has ${most} daily tips, and that is the most. Remove one in </tips list> first.`,
  notEveryone: 'I never ping @everyone. Choose another role, or nobody.',
  subscriptionGone: 'These daily tips aren’t there any more. </tips list> shows what there is.',
  noneHere: ({ channel }: Channel) =>
    `There are no daily tips in <#${channel}>. </tips list> shows all, </tips setup> makes some.`,
  none: 'There are no daily tips on this server yet. </tips setup> makes some.',
  noTips: 'No tip fits the chosen topics. Choose other topics in </tips list>.',
  cantNow: 'No tip can be posted there now: the channel is gone, or no tip fits its topics. </tips list> tells more.',
  mustManage: 'Only members who may **Manage Server** can do this.',
};
