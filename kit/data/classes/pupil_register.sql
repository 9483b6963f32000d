-- Pupils, and the words by which they are found.
CREATE TABLE pupil (
    key TEXT PRIMARY KEY, name TEXT, id TEXT, login TEXT, email TEXT, listed INTEGER, number INTEGER);
CREATE TABLE word (kind TEXT, word TEXT, key TEXT, UNIQUE (kind, word, key));
