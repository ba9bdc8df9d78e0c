import { form } from '#bot/form.ts';
import { answerInputs } from '#practice/form.ts';
import { mockRoutes } from './routes.ts';

/** The form for an answer to a question of a mock, and the one for its follow-up. */
export const answerForm = form(mockRoutes.answered, answerInputs);
export const followForm = form(mockRoutes.followed, answerInputs);
