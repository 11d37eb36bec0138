SELECT 1;
CREATE FUNCTION levenshtein(text, text) RETURNS int LANGUAGE c AS '$libdir/fuzzystrmatch', 'levenshtein';
DROP FUNCTION IF EXISTS one();
