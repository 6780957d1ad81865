FROM calibration WHERE dimension = $1 AND name = $2 ORDER BY bin_from
