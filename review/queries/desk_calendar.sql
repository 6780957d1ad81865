-- What nobody has settled and is due by now or within as many days.
FROM due_on($today, $ahead)
