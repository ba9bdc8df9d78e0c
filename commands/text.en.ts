export const en = {
  lesson: 'Short lessons for your next interview',
  lessonToday: 'What is due today, then your next lesson',
  lessonBrowse: 'Look through all lessons',
  lessonShow: 'Open one lesson by its title or topic',
  lessonShowLesson: 'A title or a topic, such as weaknesses or questions',
  lessonRandom: 'A surprise lesson',
  lessonProgress: 'What you have learnt so far',
  privacy: 'What the bot keeps about you',
  privacySee: 'See what the bot keeps about you',
  privacyExport: 'Get a copy of it as a file',
  privacyDelete: 'Delete all of it',
  help: 'What you can do here',

  helpTitle: 'What you can do here',
  helpIntro:
    'Rebound helps you get ready for a job interview, a few minutes at a time. What you do here is private: only you see it, until you press Share.',
  helpStart: 'Start with a lesson',
};
