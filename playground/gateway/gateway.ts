import type { WebSocket } from 'ws';
import type { FaultState } from '#playground/faults/faults.ts';
import { signal, type Signal } from '#playground/signal.ts';
import { shardOf } from '#playground/snowflake.ts';
import type { GatewayEvent, World } from '#playground/world/world.ts';
import { cutContent, wants } from './intents.ts';
import { dispatch, type Session } from './session.ts';

/** What can be done to the bot's connection from outside. */
export type Gateway = {
  readonly sessions: ReadonlyMap<string, Session>;
  /** Sessions that have a socket now. */
  connected(): readonly Session[];
  /** Cuts every socket without a goodbye, or with a close code. The sessions can be resumed. */
  drop(code?: number): void;
  /** Opcode 1 from the server: asks every session for a heartbeat at once. */
  askForHeartbeat(): void;
  /** Heartbeats of identified sessions as they come in. */
  readonly beats: Signal<Session>;
  /** Opcode 7: asks every session to reconnect and resume. */
  askToReconnect(): void;
  /** Opcode 9: ends every session; with `resumable` they may come back. */
  invalidate(resumable: boolean): void;
};

/** The gateway's own state, for the rooms that serve sockets. */
export type GatewayState = Gateway & { readonly all: Map<string, Session> };

/** Listens to the world and tells every session what it has asked to hear. */
export function openGateway(world: World, faults: FaultState): GatewayState {
  const all = new Map<string, Session>();
  const connected = (): readonly Session[] => [...all.values()].filter((one) => one.socket !== undefined);
  const sockets = (): readonly WebSocket[] => connected().flatMap((one) => one.socket ?? []);
  world.gateway.on((event) => {
    const fault = faults.drawEvent(event.name);
    if (fault?.kind === 'lost') return;
    if (fault?.kind === 'late') setTimeout(() => tell(world, all, event), fault.ms ?? 1000).unref();
    else tell(world, all, event);
    if (fault?.kind === 'twice') tell(world, all, event);
  });
  return {
    all,
    sessions: all,
    connected,
    drop(code) {
      for (const socket of sockets()) {
        if (code === undefined) socket.terminate();
        else socket.close(code);
      }
    },
    beats: signal(),
    askForHeartbeat() {
      for (const socket of sockets()) socket.send(JSON.stringify({ op: 1, d: null }));
    },
    askToReconnect() {
      for (const socket of sockets()) socket.send(JSON.stringify({ op: 7, d: null }));
    },
    invalidate(resumable) {
      for (const session of connected()) {
        session.socket?.send(JSON.stringify({ op: 9, d: resumable }));
        if (!resumable) all.delete(session.id);
      }
    },
  };
}

function tell(world: World, all: ReadonlyMap<string, Session>, event: GatewayEvent): void {
  for (const session of all.values()) {
    const [index, count] = session.shard;
    const shard = event.guildId === undefined ? 0 : shardOf(event.guildId, count);
    if (shard !== index || !wants(session.intents, event)) continue;
    dispatch(session, event.name, cutContent(world, session.intents, event));
  }
}
