export const en = {
  incident: ({ id }: { readonly id: string }) =>
    `Something broke on our side. What was saved before is still there. Please try once more. If it happens again, tell the person who runs this bot the code **${id}**.`,
  oldControl:
    'This card is from an older version of the bot and doesn’t work any more. Nothing is lost. Type </help> to start from a fresh one.',
  oldCommand:
    'The bot doesn’t know this command any more. Type </help> to see what it can do now. Restarting Discord brings your list up to date.',
  yourWords: 'What you wrote is in this file, word for word.',
  doneBefore:
    'This was pressed before, and it works only once. If you don’t see what came of it, open a new card and press there.',
  notYours: 'This card is for the person who opened it. Type </help> to get one of your own.',
  pressOnceMore: 'That took too long to open. Nothing is lost. Please try once more.',
  notAllowed: ({ permission }: { readonly permission: string }) =>
    `This needs the permission “${permission}” in this server. Ask someone who looks after the server to give it to you, or to do this for you.`,
};
