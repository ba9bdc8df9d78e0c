export const en = {
  lesson: 'Short lessons for your next interview',
  lessonToday: 'Your next lesson',
  lessonBrowse: 'Look through all lessons',
  lessonShow: 'Open one lesson by its title or topic',
  lessonShowLesson: 'A title or a topic, such as weaknesses or questions',
  lessonRandom: 'A lesson by chance',
  lessonProgress: 'What you have learnt so far',
  help: 'What you can do here',

  helpTitle: 'What you can do here',
  helpIntro:
    'Rebound helps you get ready for a job interview, a few minutes at a time. What you do here is private: only you see the answers.',
  helpStart: 'Start with a lesson',
};
