import type { Outbox } from '#bot/outbox.ts';
import type { Speak } from '#text/translator.ts';
import { troubleCard } from './card.ts';
import type { TipStore } from './store.ts';
import { deliveryKey } from './rules.ts';
import type { DeliveryId, Subscription } from './subscription.ts';

/** Trouble that a host should hear of. */
export type Trouble = {
  readonly told: Subscription;
  /** What it is about, at most 25 characters: nobody is told twice of one thing. */
  readonly nonce: string;
  /** Who knows already. */
  readonly knows?: string;
};

export type TellHost = (trouble: Trouble) => Promise<void>;

/** The name of what is told about a delivery. */
export const troubleNonce = ({ subscription, day, part }: DeliveryId): string =>
  `${deliveryKey(subscription, day, part)}!`;

/** Tells whoever agreed to hear of trouble. Closed direct messages end that agreement without fuss. */
export const tellingHosts =
  ({ outbox, store, speak }: { readonly outbox: Outbox; readonly store: TipStore; readonly speak: Speak }): TellHost =>
  async ({ told, nonce, knows }) => {
    const contact = await store.contact(told.id);
    if (contact === undefined || contact === knows) return;
    const said = await outbox.tell(contact, { message: troubleCard(told, speak(told.locale)), nonce });
    if (said.kind === 'refused' && said.why === 'closed') await store.setContact(told.id, undefined);
  };
