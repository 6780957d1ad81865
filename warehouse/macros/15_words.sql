-- The words of a text in lower case with one space around each, so that whole words and phrases are found by `contains`
-- in any script.
CREATE MACRO as_words(said) AS
    ' ' || trim(lower(regexp_replace(coalesce(said, ''), '[^\p{L}\p{N}]+', ' ', 'g'))) || ' ';
