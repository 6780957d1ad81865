-- Wilson's score interval at 95 %: what share n trials with so many hits are compatible with (E. B. Wilson, 1927).
CREATE MACRO wilson_centre(hits, n) AS (hits / n + 3.841458820694124 / (2 * n)) / (1 + 3.841458820694124 / n);
CREATE MACRO wilson_margin(hits, n) AS
    1.959963984540054 / (1 + 3.841458820694124 / n)
    * sqrt(hits / n * (1 - hits / n) / n + 3.841458820694124 / (4 * n * n));
CREATE MACRO wilson_low(hits, n) AS CASE WHEN n > 0 THEN greatest(0, wilson_centre(hits, n) - wilson_margin(hits, n)) END;
CREATE MACRO wilson_high(hits, n) AS CASE WHEN n > 0 THEN least(1, wilson_centre(hits, n) + wilson_margin(hits, n)) END;

-- Under how many judged predictions a figure says little.
CREATE MACRO is_small(n) AS n < 20;
