-- The day of a moment, in UTC: the same on every machine, whatever its time zone.
CREATE MACRO utc_day(moment) AS (moment AT TIME ZONE 'UTC')::DATE;
