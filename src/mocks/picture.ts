import { scorecard } from '#pictures/scorecard.ts';
import type { Translator } from '#text/translator.ts';
import type { Scorecard } from './past.ts';
import { aboutOf, askedSaid, coachSaid, headingOf, wentSaid } from './result-card.ts';

/** The scorecard as an SVG. */
export const svgOf = ({ mock, results }: Scorecard, t: Translator): string =>
  scorecard({
    title: headingOf(mock, t),
    about: aboutOf(mock, t),
    rows: results.map((result) => ({
      question: askedSaid(result, t),
      rating: result.practised?.answer.rating,
      went: wentSaid(result, t),
      found: coachSaid(result, t),
    })),
  });
