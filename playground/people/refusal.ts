/** A person tried what Discord's app would not let them do. Says who, what and why. */
export class CannotDo extends Error {
  constructor(why: string) {
    super(why);
    this.name = 'CannotDo';
  }
}
