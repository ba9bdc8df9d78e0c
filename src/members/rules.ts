/**
 * The local calendar date of an instant, `YYYY-MM-DD`.
 *
 * @param zone IANA name of a time zone
 */
export const localDay = (instant: Temporal.Instant, zone: string): string =>
  instant.toZonedDateTimeISO(zone).toPlainDate().toString();

/** When a local day (`YYYY-MM-DD`) begins, in epoch seconds as Discord's own times have them. */
export const startOf = (day: string, zone: string): number =>
  Math.floor(Temporal.PlainDate.from(day).toZonedDateTime(zone).epochMilliseconds / 1_000);

/** For how many days answers can be kept; 0 is for ever. */
export const keepChoices = [30, 90, 180, 365, 0] as const;
export const keptUnlessChosen = 180;
export const shortestKept = 30;
