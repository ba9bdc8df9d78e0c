export const en = {
  incident: ({ id }: { readonly id: string }) =>
    `Something broke on our side. Whatever was saved before is still there. Please try once more; if it happens again, tell the person who runs this bot the number **${id}**.`,
  oldControl:
    'This button is from an older version of the bot, so it can’t do its work any more. Nothing is lost. Type </help> to start from a fresh card.',
  oldCommand:
    'The bot doesn’t know this command any more. Type </help> to see what it can do now. Restarting Discord brings your list up to date.',
  yourWords: 'What you wrote is in this file, word for word.',
  notYours: 'This card belongs to somebody else. Type </help> to get one of your own.',
  pressOnceMore: 'That took too long to open. Nothing is lost. Please press once more.',
  notAllowed: ({ permission }: { readonly permission: string }) =>
    `This needs the permission “${permission}” in this server. Someone who looks after the server can give it to you or do this for you.`,
};
