import { GatewayIntentBits as Intents } from 'discord-api-types/v10';
import type { WebSocket } from 'ws';
import { isObject } from '#playground/rules/shape.ts';
import { shardOf } from '#playground/snowflake.ts';
import { guildPayload } from '#playground/wire/guild.ts';
import { userPayload } from '#playground/wire/user.ts';
import type { Json } from '#playground/world/records.ts';
import { botIsIn, type World } from '#playground/world/world.ts';
import type { GatewayState } from './gateway.ts';
import { allIntents, privileged } from './intents.ts';
import { dispatch, replay, type Session } from './session.ts';

/** Reasons for which Discord closes a gateway connection (Topics → Opcodes and Status Codes → Gateway Close Event Codes). */
export const closing = {
  unknownOpcode: [4001, 'Unknown opcode.'],
  decodeError: [4002, 'Error while decoding payload.'],
  notAuthenticated: [4003, 'Not authenticated.'],
  authenticationFailed: [4004, 'Authentication failed.'],
  alreadyAuthenticated: [4005, 'Already authenticated.'],
  invalidSequence: [4007, 'Invalid sequence.'],
  rateLimited: [4008, 'Rate limited.'],
  sessionTimedOut: [4009, 'Session timed out.'],
  invalidShard: [4010, 'Invalid shard.'],
  invalidVersion: [4012, 'Invalid API version.'],
  invalidIntents: [4013, 'Invalid intent(s).'],
  disallowedIntents: [4014, 'Disallowed intent(s).'],
} as const satisfies Record<string, readonly [number, string]>;

export type Closing = keyof typeof closing;

/** Where a socket and its payload meet the world. */
export type Arrival = {
  readonly world: World;
  readonly gateway: GatewayState;
  readonly socket: WebSocket;
  readonly data: unknown;
};

/** Opcode 2: a new session, or the reason why not. */
export function identify({ world, gateway, socket, data }: Arrival): Session | Closing {
  if (!isObject(data)) return 'decodeError';
  if (plainToken(data['token']) !== world.application.token) return 'authenticationFailed';
  const intents = data['intents'];
  if (typeof intents !== 'number' || (intents & ~allIntents) !== 0) return 'invalidIntents';
  if ((intents & privileged) !== 0) return 'disallowedIntents';
  const shard = shardFrom(data['shard']);
  if (shard === undefined) return 'invalidShard';
  const session: Session = { id: world.secret(32), intents, shard, sequence: 0, sent: [], socket };
  forgetAbandoned(gateway, session);
  gateway.all.set(session.id, session);
  welcome(world, session);
  return session;
}

/** How many broken sessions of a shard may still be resumed when a new one begins; a bot that is killed often leaves many. */
const resumable = 2;

function forgetAbandoned(gateway: GatewayState, { shard: [index] }: Session): void {
  const broken = [...gateway.all.values()].filter((one) => one.socket === undefined && one.shard[0] === index);
  for (const one of broken.slice(0, -resumable)) gateway.all.delete(one.id);
}

/** Opcode 6: the old session with what it missed; 'unknown' asks for a new identify. */
export function resume({ world, gateway, socket, data }: Arrival): Session | Closing | 'unknown' {
  if (!isObject(data)) return 'decodeError';
  if (plainToken(data['token']) !== world.application.token) return 'authenticationFailed';
  const session = gateway.all.get(String(data['session_id']));
  if (session === undefined || typeof data['seq'] !== 'number') return 'unknown';
  session.socket?.terminate();
  session.socket = socket;
  if (!replay(session, data['seq'])) {
    gateway.all.delete(session.id);
    return 'invalidSequence';
  }
  dispatch(session, 'RESUMED', { _trace: [] });
  return session;
}

function plainToken(token: unknown): string {
  return String(token).replace(/^Bot /, '');
}

function shardFrom(value: unknown): Session['shard'] | undefined {
  if (value === undefined || value === null) return [0, 1];
  if (!Array.isArray(value) || value.length !== 2) return undefined;
  const [index, count] = value as readonly unknown[];
  if (!Number.isInteger(index) || !Number.isInteger(count)) return undefined;
  return Number(count) > 0 && Number(index) >= 0 && Number(index) < Number(count)
    ? [Number(index), Number(count)]
    : undefined;
}

/** READY with the guilds as stubs; then, for those who asked for guilds, each of them whole. */
function welcome(world: World, session: Session): void {
  const [index, count] = session.shard;
  const mine = [...world.guilds.values()].filter(
    (guild) => botIsIn(world, guild) && shardOf(guild.id, count) === index,
  );
  dispatch(
    session,
    'READY',
    ready(
      world,
      session,
      mine.map(({ id }) => id),
    ),
  );
  if ((session.intents & Intents.Guilds) === 0) return;
  for (const guild of mine) if (guild.available) dispatch(session, 'GUILD_CREATE', guildPayload(world, guild));
}

function ready(world: World, session: Session, guildIds: readonly string[]): Json {
  const bot = world.users.get(world.application.botId);
  return {
    v: 10,
    user: bot === undefined ? {} : { ...userPayload(bot), verified: true, mfa_enabled: false, email: null, flags: 0 },
    guilds: guildIds.map((id) => ({ id, unavailable: true })),
    session_id: session.id,
    resume_gateway_url: `${world.baseUrl.replace(/^http/, 'ws')}/gateway`,
    shard: session.shard,
    application: { id: world.application.id, flags: 0 },
    session_type: 'normal',
    private_channels: [],
    relationships: [],
    presences: [],
    user_settings: {},
    user_settings_proto: '',
    geo_ordered_rtc_regions: [],
    guild_join_requests: [],
    _trace: [],
  };
}
