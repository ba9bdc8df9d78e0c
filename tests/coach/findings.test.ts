import { describe, expect, test } from 'vitest';
import { openCoach } from '#coach/coach.ts';
import { findingIds, findingsById } from '#coach/findings.ts';
import { isContradicted } from '#coach/ranking.ts';
import { readingOf } from '#coach/reading.ts';
import { silenced } from '#coach/silenced.ts';
import { countsSaid, findingName, goneSaid, spoken } from '#coach/speak.ts';
import { openContent } from '#content/content.ts';
import { readingGrade } from '#content/plainness.ts';
import { findingWords, strengthWords } from '#coach/finding-texts.en.ts';
import { freshFolder } from '#tests/support/databases.ts';
import { translator } from '#text/translator.ts';

const coach = await openCoach();
const t = translator('en', (words) => `/${words}`);
const read = (kind: string, answer: string, question = 'Tell me about a time you solved a problem at work.') =>
  coach.assess({ question, kind, answer });
const idsOf = (kind: string, answer: string, question?: string) =>
  read(kind, answer, question).findings.map(({ id }) => id);

const whole =
  'Last March the till broke at noon on a Saturday with twenty people waiting. I had to keep the queue moving until the engineer came. I wrote the prices on a sheet, took cash with Ravi, and walked down the line to explain. Nobody left, and we sold as much as on the Saturday before. Since then I keep a price sheet under every till.';

describe('a person who tells a whole story', () => {
  test('hears what works and nothing to fix', () => {
    const assessment = read('behavioural', whole);
    expect(assessment.findings).toEqual([]);
    expect(assessment.strength).toBeDefined();
    expect(spoken(assessment, t).paragraphs[0]).toContain('What works');
    for (const label of ['star_situation', 'star_task', 'star_action', 'star_result', 'first_person_action'] as const)
      expect(assessment.scores[label], label).toBeGreaterThan(0.5);
  });

  test.each([
    ['lower case without marks', whole.toLowerCase().replaceAll(/[.,]/g, '')],
    [
      'bullets',
      whole
        .split('. ')
        .map((one) => `- ${one}`)
        .join('\n'),
    ],
    ['one long line', whole.replaceAll('. ', ' and then ')],
    ['shouting', whole.toUpperCase()],
    ['typographic quotes and blanks', `  ${whole.replaceAll(' ', '  ')}  `],
    ['full of marks', `*${whole.replaceAll('. ', '! ')}*`],
  ])('is heard the same in %s', (_, answer) => {
    const { scores, findings } = read('behavioural', answer);
    for (const label of ['star_situation', 'star_action', 'star_result', 'first_person_action'] as const)
      expect(scores[label], label).toBeGreaterThan(0.5);
    expect(findings.map(({ id }) => id)).not.toContain('no-result');
    expect(findings.map(({ id }) => id)).not.toContain('own-part');
  });
});

describe('a person whose answer lacks something', () => {
  test('with “we” from start to finish is asked for their own part', () => {
    const answer =
      'In February a container was stopped in Rotterdam because the code on the papers was wrong. The customs were informed, the documents were prepared again and the client was called every day. We all worked on it together and it was delivered in the end.';
    expect(read('behavioural', answer).scores.first_person_action).toBeLessThan(0.5);
  });

  test('with a stock weakness is asked for a real one', () => {
    expect(
      idsOf('weakness', 'I am a perfectionist. I work too hard and I care too much about every detail.'),
    ).toContain('humble-brag');
  });

  test('with the contract already signed is reminded that it is open', () => {
    const found = idsOf(
      'closing',
      'No, I will see you on Monday then. Please send me the contract and tell me which locker is mine.',
    );
    expect(found).toContain('presumption');
  });

  test('with nothing but doubts hears which words take it back', () => {
    const answer =
      "I don't know, I'm probably not what you are looking for. I'm not very good at this, sorry. Other people will have better examples, I just helped a bit I guess.";
    expect(idsOf('strength', answer)).toContain('hedging');
  });

  test('with dates and certificates is sent beyond the CV', () => {
    const answer =
      'I worked as picker from 2014 to 2017, then as forklift driver from 2017 to 2020, then team leader from 2020 to 2023. I hold a counterbalance licence, first aid at work and food hygiene level 2. I am proficient in SAP and Excel.';
    expect(idsOf('tell-me-about-yourself', answer)).toContain('recitation');
  });
});

describe('a person who says something plainly', () => {
  test.each([
    {
      id: 'badmouthing',
      kind: 'conflict',
      answer: 'My boss was useless. I sorted the back room in two days and he never saw it.',
      words: 'My boss was useless.',
    },
    {
      id: 'presumption',
      kind: 'closing',
      answer: 'No, all clear. See you on Monday then.',
      words: 'See you on Monday',
    },
  ])('hears $id, with those words', ({ id, kind, answer, words }) => {
    const found = read(kind, answer).findings.find((one) => one.id === id);
    expect(found?.quote).toContain(words);
  });

  test('that is over before it has begun is asked for more, and a short full answer is not', () => {
    expect(idsOf('failure', 'I asked who uses the room next.')).toEqual(['too-short']);
    expect(idsOf('behavioural', 'Yes.')).toEqual(['too-short']);
    expect(idsOf('your-questions', 'Who would train me in the first week?')).not.toContain('too-short');
    expect(idsOf('availability', 'From 1 March. I have college on Tuesdays until 4 pm.')).toEqual([]);
    expect(idsOf('availability', 'Both. Bus 12 at 6.10, and my bike if it fails.')).toEqual([]);
  });
});

describe('a finding against which the answer’s own words speak', () => {
  const vague =
    'I get on with people, and I am reliable and careful. I think people can count on me and I do my work properly, and I do not complain, which is worth a lot in any work.';
  const ours = 'The rota was changed by us and it was better for all.';

  test.each([
    { id: 'no-example', kind: 'strength', without: vague, said: `${vague} In March, for instance, with the new till.` },
    { id: 'own-part', kind: 'behavioural', without: ours, said: `${ours} I asked everybody first.` },
  ] as const)('$id is left out', ({ id, kind, without, said }) => {
    expect(idsOf(kind, without)).toContain(id);
    expect(isContradicted(id, readingOf(said))).toBe(true);
    expect(idsOf(kind, said)).not.toContain(id);
  });
});

describe('words that only sound like something', () => {
  test.each([
    [
      'arrogant',
      'behavioural',
      'The best team I worked with was at the lake kiosk. I took the orders down the line on a pad, Sami fried, and we sold out by four.',
    ],
    [
      'arrogant',
      'strength',
      'I am good at counting stock. Last year my counts were right eleven months out of twelve, and Ana checked the twelfth with me.',
    ],
    [
      'badmouths_employer',
      'conflict',
      'My boss was strict but fair. He sent my report back twice, and he was right, so I learned to check the dates first.',
    ],
    [
      'badmouths_employer',
      'motivation',
      'I hate it when customers wait, so I like a shop where one person can open a second till.',
    ],
    [
      'underconfident_hedging',
      'technical-explain',
      'I have not used that machine yet. I would read the card first and ask the shift lead before I switch it on.',
    ],
    [
      'quantified_result',
      'behavioural',
      'There were six of us in the team and I had worked there for three years. I changed the rota and people were happier.',
    ],
    ['rambling', 'behavioural', whole],
    ['too_short', 'salary', 'Between 13.20 and 14 an hour. I am on 12.80 now, and your advert says two nights a week.'],
    [
      'overconfident_presuming_job',
      'closing',
      'If you choose me, I would like to learn the ovens first. When would you let people know?',
    ],
    [
      'humble_brag_weakness',
      'weakness',
      'I am slow with spreadsheets. In May I sent the wrong total, so now I do the free course on Tuesdays and my colleague checks my sheet.',
    ],
  ])('%s is not heard in an innocent answer (%s)', (label, kind, answer) => {
    expect(read(kind, answer).scores[label as 'arrogant']).toBeLessThan(0.5);
  });

  test('a result without digits is a result, and “we” with the own part clear is clear', () => {
    const answer =
      'We had complaints about cold food every Friday. I asked to move the hot plate next to the door and I called the numbers out. The complaints stopped.';
    const { scores } = read('behavioural', answer);
    expect(scores.star_result).toBeGreaterThan(0.5);
    expect(scores.first_person_action).toBeGreaterThan(0.5);
  });
});

describe('what is told', () => {
  const long = `${'I went to the shop and I told my manager about the order and we waited for the van '.repeat(20)}and it was fine`;

  test.each([whole, long, 'We always work hard as a team.', 'I think maybe, I don’t know, sorry.'])(
    'quotes at most 25 words that stand in the answer',
    (answer) => {
      const { findings, strength } = read('behavioural', answer);
      for (const { quote } of [...findings, ...(strength ? [strength] : [])]) {
        const bare = quote.replaceAll(/^… | …$/g, '');
        expect(bare.split(' ').length).toBeLessThanOrEqual(25);
        expect(answer.replaceAll(/\s+/g, ' ')).toContain(bare);
      }
    },
  );

  test('says each change once, three at most, and nothing that is silenced', () => {
    const { findings } = read(
      'behavioural',
      'We are passionate team players who always go the extra mile for our customers.',
    );
    expect(findings.length).toBeLessThanOrEqual(3);
    const changes = findings.map(({ id }) => findingsById[id].advice);
    expect(new Set(changes).size).toBe(changes.length);
    expect(findings.some(({ id }) => silenced.has(id))).toBe(false);
  });

  test('is never a mark, a verdict or about the person', () => {
    const words = [
      ...Object.values(strengthWords).flat(),
      ...Object.values(findingWords).flatMap(({ hears, tries }) => [...hears, ...tries]),
    ];
    expect(words.length).toBeGreaterThan(80);
    for (const said of words) {
      expect(said).not.toMatch(
        /\b(?:you are|you’re|score|points?|marks?|grade|out of (?:5|10)|weak answer|bad answer|wrong answer|hire|arrogant|boring)\b/i,
      );
      expect(said.length).toBeLessThanOrEqual(90);
    }
  });

  test('is plain enough for grade 8', () => {
    const all = Object.values(findingWords).flatMap(({ hears, tries }) => [...hears, ...tries]);
    expect(readingGrade(all.join(' '))).toBeLessThan(6);
  });

  test('leads to lessons that exist', async () => {
    const content = await openContent({ data: 'data', compiled: `${await freshFolder()}/content.json` });
    const lessons = content.en.tracks.flatMap((track) => track.lessons.map(({ id }) => id));
    expect(findingIds.map((id) => findingsById[id].lesson).filter((id) => !lessons.includes(id))).toEqual([]);
  });

  test('names what went away since the last try', () => {
    const before = read('weakness', 'I am a perfectionist. I work too hard and I care too much about every detail.');
    const now = read(
      'weakness',
      'I forget names. In May I called a guest by the wrong one, so now I write them on a card and practise every morning.',
    );
    expect(goneSaid(before, now, t)).toContain(findingName('humble-brag', t));
    expect(goneSaid(now, now, t)).toBeUndefined();
  });

  test('has counts that judge nothing, with both readings', () => {
    const said = countsSaid(read('behavioural', whole).counts, t).join('\n');
    expect(said).toContain('“I” ');
    expect(said).toMatch(/Numbers \d/);
    expect(said).not.toMatch(/too (?:many|few)|should/);
  });
});
