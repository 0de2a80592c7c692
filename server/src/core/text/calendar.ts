const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

/** Whether a date that is written "2011-12" or "2011-12-01" is in the (Gregorian) calendar. */
export function isDate(written: string): boolean {
  const [year = 0, month = 0, day] = written.split('-').map(Number);
  const days = DAYS[month - 1];
  if (days === undefined) return false;
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return day === undefined || (day >= 1 && day <= days + Number(month === 2 && isLeap));
}
