/**
 * The local calendar date of an instant, `YYYY-MM-DD`.
 *
 * @param zone IANA name of a time zone
 */
export const localDay = (instant: Temporal.Instant, zone: string): string =>
  instant.toZonedDateTimeISO(zone).toPlainDate().toString();
