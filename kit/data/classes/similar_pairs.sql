-- Every two pupils who share what no more than a few have, and by question how much of the shorter prose it is.
CREATE INDEX shared_value ON shared (prose, question, value, pupil);
INSERT INTO pair
SELECT a.pupil, b.pupil, question, prose, CASE WHEN prose THEN 1.0 * count(*) / (
    SELECT min(runs) FROM prose AS p WHERE p.question = few.question AND p.pupil IN (a.pupil, b.pupil)) END AS share
FROM (SELECT prose, question, value FROM shared GROUP BY prose, question, value
    HAVING count(*) BETWEEN 2 AND CASE WHEN prose THEN {prose} ELSE {wrong} END) AS few
JOIN shared AS a USING (prose, question, value) JOIN shared AS b USING (prose, question, value)
WHERE a.pupil < b.pupil GROUP BY prose, question, a.pupil, b.pupil HAVING NOT prose OR share >= {share};
CREATE INDEX pair_pupils ON pair (one, other);
