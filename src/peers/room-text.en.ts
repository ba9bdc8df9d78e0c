type Names = { readonly one: string; readonly two: string };
type Somebody = { readonly member: string };

const whyEnded: Readonly<Record<string, string>> = {
  done: 'You went through the whole agenda.',
  ended: 'One of you ended it.',
  left: 'One of you left.',
  gone: 'One of you is not in the room any more.',
  suspended: 'The session can’t go on.',
  'no-show': 'Not everybody came in time.',
  'room-closed': 'The room was closed, or I can’t write in it any more.',
  'no-room':
    'The room could not be opened. Something about the server’s set-up has changed; its hosts can mend it with /server setup.',
  'bot-away': 'The bot was away for too long. Sorry about that.',
};

const stepNames: Readonly<Record<string, string>> = {
  settle: 'Say hello',
  questions: 'Questions',
  feedback: 'Feedback',
  retry: 'One answer once more',
  close: 'To finish',
};

const stepTasks: Readonly<Record<string, (asker: string, candidate: string) => string>> = {
  settle: (asker) =>
    `What interview is each of you getting ready for? Then <@${asker}> asks first. If it should be the other way round, press *Swap*.`,
  questions: (asker, candidate) =>
    `<@${asker}> asks, <@${candidate}> answers. You, <@${asker}>, find the questions in *My sheet*; ask them in your own words, and ask what you would really want to know.`,
  feedback: (asker, candidate) =>
    `<@${asker}>: first one thing that was good, in <@${candidate}>’s own words; then one thing to try. <@${candidate}>: listen, ask back. Both: *My forms* takes two minutes.`,
  retry: (asker, candidate) =>
    `<@${asker}> names the answer that could gain most. <@${candidate}> gives it once more, with the one change.`,
  close: () =>
    'Each of you, one sentence: “If …, then I will …”. For example: if they ask for a weakness, then I will tell about the late orders. Then say goodbye.',
};

export const en = {
  roomName: ({ code }: { readonly code: string }) => `Mock interview ${code}`,

  // Before it begins
  gather: ({ one, two }: Names) => `<@${one}> and <@${two}>, you can practise together`,
  gatherPlan: ({ length, minutes }: { readonly length: string; readonly minutes: number }) =>
    length === 'short'
      ? `${minutes} minutes, 20 for each of you: 13 of questions, 5 of feedback, 2 to try one answer again. Then you change seats.`
      : `${minutes} minutes: 3 to say hello; for each of you 15 of questions, 5 of feedback, 2 to try one answer again; 3 to finish.`,
  rules: 'Before you begin',
  theRules: [
    '- Speak of the answer, never of the person.',
    '- Nobody here can offer you a job. Never give money, bank or passport details.',
    '- The people who look after this server can read this room.',
    '- You can leave at any time with *Leave*; nobody asks why. *Report* tells the moderators, and never says who it was.',
  ].join('\n'),
  acceptUntil: ({ at }: { readonly at: number }) => `Press *I’m in* by <t:${at}:t> (<t:${at}:R>).`,
  accept: 'I’m in',
  accepted: ({ member }: Somebody) => `<@${member}> is in.`,

  // While it is on
  step: ({ kind }: { readonly kind: string }) => stepNames[kind] ?? kind,
  half: ({ number }: { readonly number: number }) => (number === 0 ? 'first half' : 'second half'),
  ends: ({ at }: { readonly at: number }) => `Until <t:${at}:t> (<t:${at}:R>)`,
  task: ({ kind, asker, candidate }: { readonly kind: string; readonly asker: string; readonly candidate: string }) =>
    stepTasks[kind]?.(asker, candidate) ?? '',
  questionAgain: ({ number }: { readonly number: number }) =>
    `Question ${number}, once more: the same question, with one change in the answer`,
  questionNow: ({ number }: { readonly number: number }) => `Question ${number}`,
  pausedNow: ({ minutes, at }: { readonly minutes: number; readonly at: number }) =>
    `**A pause.** ${minutes < 1 ? 'Less than a minute is' : minutes === 1 ? 'One minute is' : `${minutes} minutes are`} left of this step. It goes on by itself <t:${at}:R>.`,
  sheet: 'My sheet',
  next: 'Next question',
  retry: 'Retry',
  longer: '+5 minutes',
  swap: 'Swap',
  pause: 'Pause',
  resume: 'Go on',
  end: 'End',
  leave: 'Leave',
  report: 'Report',
  past: '-# This part is over. It goes on further down.',
  pastGather: '-# You are both in. It goes on further down.',

  // The sheet
  sheetAsks: ({ asks }: { readonly asks: string }) => `What it is really asking: ${asks}`,
  sheetSignals: 'Listen for',
  sheetFlags: 'What makes interviewers worry',
  sheetFollowUps: 'Ask on, if it fits',
  sheetHow: 'Write down what they actually said. You need it for the feedback.',
  sheetLast: 'This is the last one on your sheet. You can also ask your own.',
  noMoreQuestions: 'That was the last one on your sheet. Ask one of your own, or go on with *Retry* or *Swap*.',

  // A kind no
  sessionGone: 'That session is over and put away. </peer history> shows what was said in it.',
  notYourSession: 'That belongs to the two who are in this session.',
  onlyInterviewer: 'That is for whoever interviews at the moment. Your turn comes, or came.',
  oldCard: 'That card is from an earlier step; somebody was quicker. The newest one is at the end of this room.',
  notNow: 'That has no place in this step.',
  noSheetNow: 'There are no questions to ask in this step.',

  // Ending
  askEnd: 'End it for both of you? What you did so far counts, and the forms open if there was feedback already.',
  endIt: 'End it',
  over: 'Your session is over',
  why: ({ why }: { readonly why: string }) => whyEnded[why] ?? '',
  overForms: ({ at }: { readonly at: number }) =>
    `*My forms* are open until <t:${at}:f>. Neither of you sees what the other says before both are done, or that time has come.`,
  counts: 'It counts as practice today.',
  notHeld: 'It was too short for feedback, so there are no forms.',
  firstAgain: ({ members }: { readonly members: readonly string[] }) =>
    `${members.map((member) => `<@${member}>`).join(' and ')}: you came, so you are **first on the list** again. </peer leave> takes you off it.`,
  soloOffer: 'An interview alone works at once:',
  lookAgain: ({ members }: { readonly members: readonly string[] }) =>
    `${members.map((member) => `<@${member}>`).join(' and ')}: </peer join> looks for somebody else.`,
  ready: 'What you said about each other is there to read. Only you see yours.',
  readMine: 'Read mine',
  stillOpen: 'Your forms stay open; </peer status> brings you to them.',
};
