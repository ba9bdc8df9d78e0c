type Channel = { readonly channel: string };

export const en = {
  // Set-up
  setup: 'Peer mock interviews on this server',
  setupIntro:
    'Two members who want to practise are brought together in a private room, and the bot leads them through an interview each.',
  setupOn: '**They are on.** Members join with </peer join>.',
  setupOff: '**They are off.** Choose below what is missing, then press *Turn on*.',
  roomsIn: ({ channel }: { readonly channel: string | undefined }) =>
    `1. Rooms open below: ${channel === undefined ? '(not chosen)' : `<#${channel}>`}`,
  reportsIn: ({ channel }: { readonly channel: string | undefined }) =>
    `2. Reports go to: ${channel === undefined ? '(not chosen)' : `<#${channel}>`}`,
  entryIs: ({ role }: { readonly role: string | undefined }) =>
    `3. Who may join: ${role === undefined ? 'everybody' : `members with <@&${role}>`}`,
  apartAre: ({ roles }: { readonly roles: readonly string[] }) =>
    `4. Never paired: ${roles.length === 0 ? 'nobody' : roles.map((role) => `<@&${role}>`).join(', ')}`,
  allFine: 'Everything that is needed is there.',
  noChannelYet: 'Choose a text channel that members see. Their rooms open below it.',
  noModerationYet: 'Choose a channel that only moderators see. What members report comes there.',
  moderationPublic:
    'Everybody can see that channel, so it can’t be the one for reports. Choose one that only moderators see, or take *View Channel* from @everyone there first.',
  noEntryRole:
    'Without a role for joining, everybody here may be paired, minors with adults too. If that can happen on this server, choose a role that only people get whom you know to be old enough.',
  unseen: ({ channel }: Channel) => `I can’t see <#${channel}>. Give me **View Channel** there.`,
  lacks: ({ channel, permission }: Channel & { readonly permission: string }) =>
    `I need **${permission}** in <#${channel}>: channel settings → Permissions → my role.`,
  membersCannotSee: ({ channel }: Channel) =>
    `Those who may join can’t see <#${channel}>, so they could not come into its rooms. Give them **View Channel** there.`,
  threadManagers: 'Whoever has *Manage Threads* there can read the rooms. Members are told so.',
  chooseChannel: '1. Where rooms open',
  chooseModeration: '2. Where reports go',
  chooseEntry: '3. Who may join (everybody unless you choose)',
  chooseApart: '4. Who is never paired (nobody unless you choose)',
  anybody: 'Everybody may join',
  nobodyApart: 'Nobody is kept apart',
  turnOn: 'Turn on',
  turnOff: 'Turn off',
  testIt: 'Test a report',
  testReport: 'This is a test. What members report from peer sessions will appear here.',
  testSent: 'The test message is there.',
  testFailed: 'The test message could not be posted. What is missing stands above.',
  noModeration: 'There is no channel for reports yet. Choose one first.',
  notYetOn: 'Something that is needed is still missing; the panel says what.',

  // Suspending
  suspendDone: ({ member }: { readonly member: string }) =>
    `<@${member}> takes no part in peer sessions here any more, until you use </server unsuspend>. If they were in a session, it has ended; their partner is told only that it did. Nobody else is told.`,
  unsuspendDone: ({ member }: { readonly member: string }) => `<@${member}> may join peer sessions here again.`,
  notSuspended: ({ member }: { readonly member: string }) => `<@${member}> was not suspended here. Nothing changed.`,
};
