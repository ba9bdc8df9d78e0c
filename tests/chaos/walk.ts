import { lessonRoutes } from '#lessons/routes.ts';
import { en as lessons } from '#lessons/text.en.ts';
import { settingsRoutes } from '#members/routes.ts';
import { practiceRoutes } from '#practice/routes.ts';
import { mockRoutes } from '#mocks/routes.ts';
import { en as privacy } from '#privacy/text.en.ts';
import { en as practice } from '#practice/text.en.ts';
import { controlsOf } from '#tests/support/transcript.ts';
import type { Seen } from '#tests/support/transport.ts';
import { type Act, doing, type Exchange, type Scene, type Somebody, type Told } from './person.ts';

type Control = ReturnType<typeof controlsOf>[number];

const commands = [
  '/lesson today',
  '/lesson today',
  '/lesson random',
  '/mock start count:3',
  '/mock question',
  '/privacy export',
] as const;

/** One more thing that somebody does: types a command, presses or ticks something on their card, or sends their form. */
export async function takeStep(scene: Scene, act: Act, person: Somebody): Promise<void> {
  if (person.form !== undefined) return write(scene, act, { person, form: person.form });
  const controls = controlsOn(scene, person);
  if (controls.length === 0 || person.chance.number() < 0.1) return ask(scene, act, person);
  const control = person.chance.pick(controls);
  return practiceRoutes.tick.read(control.customId)
    ? tick(scene, act, { person, control })
    : press(scene, act, { person, control });
}

type On = { readonly person: Somebody; readonly control: Control };

/** Presses once more what failed when the bot died; false when that fails too. */
export async function repeatsWhatFailed(scene: Scene, act: Act, person: Somebody): Promise<boolean> {
  const control = controlsOn(scene, person).find(({ customId }) => customId === person.failed);
  if (control) await press(scene, act, { person, control });
  else person.failed = undefined;
  return person.failed === undefined;
}

/** Opens today's card; false when nobody answered. */
export async function opensToday(scene: Scene, act: Act, person: Somebody): Promise<boolean> {
  return (await typed(scene, act, { person, text: '/lesson today' })) !== undefined;
}

async function ask(scene: Scene, act: Act, person: Somebody): Promise<void> {
  const text = person.chance.pick(commands);
  const mine = scene.ledger.writings.filter(({ member, told }) => member === person.id && told);
  const told = await typed(scene, act, { person, text });
  if (!told || text !== '/privacy export' || told.words.includes(privacy.exportedOften)) return;
  for (const { phrase } of mine.filter((one) => !told.words.includes(one.phrase)))
    scene.faults.push({ kind: 'lost', what: `“${phrase}” is not in the copy of everything` });
}

async function typed(
  scene: Scene,
  act: Act,
  { person, text }: { readonly person: Somebody; readonly text: string },
): Promise<Told | undefined> {
  const { playground, channel: channelId } = scene;
  const told = await doing(scene, act, { start: () => playground.people.type(person.id, { channelId, text }) });
  person.card = told?.exchange.messageIds.at(-1);
  return told;
}

function controlsOn({ playground, channel }: Scene, { card }: Somebody): readonly Control[] {
  const message = playground.state.messages.get(channel)?.get(card ?? '');
  return controlsOf({ components: message?.components ?? [] } as unknown as Seen).filter(
    ({ disabled, customId, values }) =>
      !disabled && !mockRoutes.delete.read(customId) && (isButton(values) || practiceRoutes.tick.read(customId)),
  );
}

/** Lists name values; here only the checklist of practice is used. Nothing is deleted, for all of it must be there in the end. */
const isButton = (values: Control['values']): boolean => Object.keys(values).length === 0;

async function press(scene: Scene, act: Act, { person, control }: On): Promise<void> {
  const { people } = scene.playground;
  const { customId } = control;
  const note = notesFor(scene, person, customId);
  const isPost = lessonRoutes.post.read(customId) !== undefined;
  person.failed = customId;
  const told = await doing(scene, act, {
    start: async () => {
      const exchange = await people.press(person.id, { messageId: person.card ?? '', customId });
      if (isPost) note.posted(exchange);
      return exchange;
    },
    ...(isPost && { isWhole: (exchange: Exchange) => saysWhetherPosted(scene, exchange) }),
  });
  if (!told) return;
  person.failed = undefined;
  note.told(told);
  const { form } = told.exchange;
  if (form) person.form = asksForAnAnswer(form) ? told.exchange.interactionId : undefined;
  else if (!isPost) person.card = told.exchange.messageIds.at(-1) ?? person.card;
  else person.card = undefined;
}

/** The other form asks where a member lives: here they close it, and tell nothing. */
const asksForAnAnswer = (form: NonNullable<Exchange['form']>): boolean =>
  settingsRoutes.city.read(form.custom_id) === undefined;

/** Everybody's message comes before the card says that it was posted; a no comes in private. */
function saysWhetherPosted({ playground, channel }: Scene, { edits, answerType, messageIds }: Exchange): boolean {
  const last = playground.state.messages.get(channel)?.get(messageIds.at(-1) ?? '');
  return edits > 0 || answerType === 4 || (messageIds.length > 1 && last?.viewerId !== undefined);
}

/** Writes down what a press tries, before it does, and later what was said about it. */
function notesFor({ ledger }: Scene, { id: member }: Somebody, customId: string) {
  const learnt = lessonRoutes.learn.read(customId);
  const recalled = lessonRoutes.recalled.read(customId);
  const learning = learnt && { member, item: learnt.lesson, told: false };
  const to = recalled?.knew === 'yes' ? recalled.step + 1 : 0;
  const recalling = recalled && { member, item: recalled.lesson, to, told: false };
  const posting = { member, interaction: '', told: false };
  if (learning) ledger.learnings.push(learning);
  if (recalling) ledger.recallings.push(recalling);
  return {
    posted: ({ interactionId }: Exchange) => {
      posting.interaction = interactionId;
      ledger.postings.push(posting);
    },
    told: ({ words }: Told) => {
      if (learning) learning.told = /oted[^"]*You know \d+/.test(words);
      if (recalling) recalling.told = /It comes back in|won’t come back by itself/.test(words);
      posting.told = words.includes(lessons.posted);
    },
  };
}

async function tick(scene: Scene, act: Act, { person, control }: On): Promise<void> {
  const values = Object.values(control.values).filter(() => person.chance.number() < 0.5);
  const answer = practiceRoutes.tick.read(control.customId)?.answer ?? '';
  const ticking = { member: person.id, answer, ticks: values.join(','), told: false };
  scene.ledger.tickings.push(ticking);
  const choice = { messageId: person.card ?? '', customId: control.customId, values };
  const told = await doing(scene, act, { start: () => scene.playground.people.select(person.id, choice) });
  ticking.told = told?.words.includes(practice.answered) ?? false;
}

async function write(
  scene: Scene,
  act: Act,
  { person, form: formId }: { readonly person: Somebody; readonly form: string },
): Promise<void> {
  person.written += 1;
  const phrase = `Line ${person.written} that ${person.id} wrote.`;
  const writing = { member: person.id, phrase, told: false };
  scene.ledger.writings.push(writing);
  person.form = undefined;
  const values = { answer: phrase, rating: String(1 + person.chance.below(4)) };
  const told = await doing(scene, act, { start: () => scene.playground.people.submit(person.id, { formId, values }) });
  if (!told) return;
  writing.told = told.words.toLowerCase().includes(practice.answered.toLowerCase());
  person.card = told.exchange.messageIds.at(-1);
}
