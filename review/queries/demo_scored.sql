SELECT
    headline,
    outcome,
    chance_at_low AS chance_low,
    chance_at_mid AS chance_mid,
    chance_at_high AS chance_high,
    brier_at_low AS brier_low,
    brier_at_mid AS brier_mid,
    brier_at_high AS brier_high
FROM scored
