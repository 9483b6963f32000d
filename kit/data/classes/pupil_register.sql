-- Pupils, the words by which they are found, and whose a word is because a person said so.
CREATE TABLE pupil (
    key TEXT PRIMARY KEY, name TEXT, id TEXT, login TEXT, email TEXT, listed INTEGER, accounts TEXT, surname TEXT);
CREATE TABLE word (kind TEXT, word TEXT, key TEXT, UNIQUE (kind, word, key));
CREATE TABLE alias (word TEXT PRIMARY KEY, pupil TEXT) WITHOUT ROWID;
