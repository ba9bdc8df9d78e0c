import { pngOf } from './png.ts';

/** Draws an SVG for a member; the same one again costs nothing, a new one only if they may have it. */
export type Draw = (member: string, svg: string, mayDraw: () => boolean) => Promise<Uint8Array | 'too often'>;

type Latest = { readonly svg: string; readonly data: Uint8Array };

/** Members whose latest picture is at hand (some 40 KiB each). */
const mostKept = 100;

/** Draws members' pictures of one kind. */
export function drawing(): Draw {
  const latest = new Map<string, Latest>();
  return async (member, svg, mayDraw) => {
    const before = latest.get(member);
    if (before?.svg === svg) return before.data;
    if (!mayDraw()) return 'too often';
    const data = await pngOf(svg);
    latest.delete(member);
    latest.set(member, { svg, data });
    const [oldest] = latest.keys();
    if (latest.size > mostKept && oldest !== undefined) latest.delete(oldest);
    return data;
  };
}
