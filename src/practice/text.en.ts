export const en = {
  practise: 'Practise it',

  // The form
  formTitle: 'Your answer',
  formIntro: ({ question }: { readonly question: string }) => `They ask: **${question}**`,
  answerLabel: 'What would you say?',
  answerHint: 'Write it the way you would say it. Only you see it.',
  ratingLabel: 'How good is it, in your own eyes?',
  ratingHint: 'Nobody else sees this. Your eye gets better with practice.',
  rating1: 'I’m stuck',
  rating2: 'It has gaps',
  rating3: 'It would do',
  rating4: 'I’d say it just like this',

  // The card that follows
  answered: 'Your answer is saved, for you alone',
  asked: ({ question }: { readonly question: string }) => `They asked: ${question}`,
  wholeAnswer: 'The whole of it is in the file.',
  strong: 'Somebody else’s strong answer',
  noStrong: 'The strong answer isn’t there any more: its lesson was taken out.',
  checklist: 'What is in your answer? Tick it',
  ticked: ({ ticked, of }: { readonly ticked: number; readonly of: number }) =>
    ticked === of
      ? `You ticked all ${of}. Try to say it aloud now, without reading.`
      : `You ticked ${ticked} of ${of}. Pick one that is missing and try again.`,
  strongButton: 'A strong answer',
  countsButton: 'Counts',
  tryAgain: 'Try again',
  goOn: 'Go on',
  changed: 'What you changed (new words bold, dropped words struck through)',
  unchanged: 'It is the same text as before. Change one thing and see how it sounds.',
  bothTries: 'Both tries are whole in the file.',
  fileBefore: 'BEFORE',
  fileNow: 'NOW',

  // Refusals
  exerciseGone: 'This question isn’t there any more. Nothing of yours is lost. </lesson today> has another one.',
  answerGone: 'This answer isn’t there any more: it was deleted. </lesson today> has a question for a new one.',
  empty:
    'There was nothing in the answer but blanks, so nothing was saved. Open the form again and write a sentence or two.',
};
