import { type APIApplication, REST, Routes } from 'discord.js';
import { type DiscordOptions, explained } from './client.ts';
import { registeredAt } from './register.ts';

type Trial = Pick<DiscordOptions, 'token' | 'apiUrl'> & { readonly guild?: string };

/**
 * Asks Discord for what a start asks for first, without connecting.
 *
 * @throws DiscordProblem when Discord can't be reached, or does not accept the token or the server
 */
export async function tryDiscord({ token, apiUrl, guild }: Trial): Promise<void> {
  const rest = new REST(apiUrl === undefined ? {} : { api: apiUrl }).setToken(token);
  try {
    await rest.get(Routes.gatewayBot());
    if (guild === undefined) return;
    const { id } = (await rest.get(Routes.currentApplication())) as APIApplication;
    await registeredAt({ rest, application: id, guild });
  } catch (error) {
    throw explained(error);
  }
}
