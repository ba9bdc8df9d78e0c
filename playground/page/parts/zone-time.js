// Local times in a zone. Browsers' Intl is enough for it: the offset of a zone is what its own clock shows, minus UTC.

/** The next 09:00 after a moment, by the clocks of a zone, in milliseconds. */
export function nextNine(after, zone) {
  for (let day = 0; ; day += 1) {
    const { year, month, date } = localDate(after + day * 86_400_000, zone);
    const found = momentOf(Date.UTC(year, month - 1, date, 9), zone);
    if (found > after) return found;
  }
}

/** The moment at which a zone's clocks show a time; twice, because the first guess may lie on the other side of a change. */
function momentOf(shown, zone) {
  const guess = shown - offsetAt(shown, zone);
  return shown - offsetAt(guess, zone);
}

function offsetAt(ms, zone) {
  const { year, month, date, hour, minute } = localDate(ms, zone);
  return Date.UTC(year, month - 1, date, hour, minute) - Math.floor(ms / 60_000) * 60_000;
}

function localDate(ms, zone) {
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    hourCycle: 'h23',
  });
  const part = (type) => Number(format.formatToParts(ms).find((one) => one.type === type)?.value);
  return { year: part('year'), month: part('month'), date: part('day'), hour: part('hour'), minute: part('minute') };
}
