import { Hono } from 'hono';
import { canSee, Bits } from '#playground/world/permissions.ts';
import { enterThread, isThread, leaveThread, type ThreadChannel } from '#playground/world/threads.ts';
import type { World } from '#playground/world/world.ts';
import { apiError } from './errors.ts';
import { channelFor, need } from './reach.ts';
import { part, type Rest, type RestContext, type RestEnv } from './request.ts';
import { threadMember } from './threads.ts';

/** Who is in a thread (Resources → Channel → Add, Remove, Get and List Thread Members). */
export function threadMemberRoutes(rest: Rest): Hono<RestEnv> {
  const { world } = rest;
  const routes = new Hono<RestEnv>();
  const all = '/channels/:channel/thread-members';
  const one = `${all}/:user`;
  routes.get(all, (c) => {
    const channel = threadFor(world, c);
    const whole = c.req.query('with_member') === 'true';
    return c.json([...channel.thread.members.keys()].map((userId) => threadMember(world, channel, { userId, whole })));
  });
  routes.get(one, (c) =>
    c.json(
      threadMember(world, threadFor(world, c), {
        userId: userOf(world, c),
        whole: c.req.query('with_member') === 'true',
      }),
    ),
  );
  routes.put(one, (c) => {
    add(world, threadFor(world, c), userOf(world, c));
    return c.body(null, 204);
  });
  routes.delete(one, (c) => {
    remove(world, threadFor(world, c), userOf(world, c));
    return c.body(null, 204);
  });
  return routes;
}

function threadFor(world: World, c: RestContext): ThreadChannel {
  const channel = channelFor(world, part(c, 'channel'));
  if (!isThread(channel)) throw apiError('wrongChannelType');
  return channel;
}

function userOf(world: World, c: RestContext): string {
  const asked = part(c, 'user');
  return asked === '@me' ? world.application.botId : asked;
}

/** The thread must be alive and writable, the new one a member of the guild who sees the parent channel. */
function add(world: World, channel: ThreadChannel, userId: string): void {
  if (channel.thread.archived) throw apiError('archivedThread');
  if (userId !== world.application.botId) need(world, channel, Bits.SendMessagesInThreads);
  if (!world.users.has(userId)) throw apiError('unknownUser');
  if (world.guilds.get(channel.guildId ?? '')?.members.has(userId) !== true) throw apiError('unknownMember');
  const parent = world.channels.get(channel.parentId ?? '');
  if (parent === undefined || !canSee(world, { userId, channel: parent })) throw apiError('missingAccess');
  enterThread(world, channel, userId);
}

/** Others may be taken out by whoever manages threads, or made this private thread. */
function remove(world: World, channel: ThreadChannel, userId: string): void {
  const { botId } = world.application;
  if (channel.thread.archived) throw apiError('archivedThread');
  if (userId !== botId && channel.thread.ownerId !== botId) need(world, channel, Bits.ManageThreads);
  if (!channel.thread.members.has(userId)) throw apiError('unknownMember');
  leaveThread(world, channel, userId);
}
