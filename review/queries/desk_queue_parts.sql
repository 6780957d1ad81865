SELECT part, count(*) AS waiting
FROM queue_for($reviewer, $today)
WHERE ($source IS NULL OR lower(source) = lower($source))
    AND ($words IS NULL OR contains(lower(headline || ' ' || quote), lower($words)))
    AND ($horizon IS NULL OR horizon = $horizon)
GROUP BY part
