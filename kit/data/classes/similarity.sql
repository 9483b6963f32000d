-- What pupils share: wrong answers, and runs of words in prose.
CREATE TABLE shared (prose INTEGER, question TEXT, value, pupil TEXT);
CREATE TABLE prose (question TEXT, pupil TEXT, runs INTEGER, PRIMARY KEY (question, pupil)) WITHOUT ROWID;
CREATE TABLE pair (one TEXT, other TEXT, question TEXT, prose INTEGER, share REAL);
