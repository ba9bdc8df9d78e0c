/**
 * The database can't be used as it is. The message is meant for the person who runs the bot: what is wrong and what
 * mends it, in plain words and without secrets. `cause` holds the original error for the log.
 */
export class DatabaseProblem extends Error {
  override readonly name = 'DatabaseProblem';
}
