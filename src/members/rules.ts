/**
 * The local calendar date of an instant, `YYYY-MM-DD`.
 *
 * @param zone IANA name of a time zone
 */
export const localDay = (instant: Temporal.Instant, zone: string): string =>
  instant.toZonedDateTimeISO(zone).toPlainDate().toString();

/** For how many days answers can be kept; 0 is for ever. */
export const keepChoices = [30, 90, 180, 365, 0] as const;
export const keptUnlessChosen = 180;
export const shortestKept = 30;
