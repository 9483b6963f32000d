-- The tables of a gradebook. The columns of each stand in the order of the fields of its record (records.py).
CREATE TABLE IF NOT EXISTS pupil (
    key TEXT PRIMARY KEY, name TEXT NOT NULL, id TEXT NOT NULL, login TEXT NOT NULL, email TEXT NOT NULL,
    listed INTEGER NOT NULL, accounts TEXT NOT NULL, number INTEGER NOT NULL UNIQUE,
    surname TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS handin (
    place TEXT PRIMARY KEY, sha256 TEXT NOT NULL, form TEXT NOT NULL, pupil TEXT, platform TEXT NOT NULL,
    login TEXT NOT NULL, delivery TEXT NOT NULL, again INTEGER NOT NULL, time TEXT, late INTEGER NOT NULL,
    problem TEXT NOT NULL, flags TEXT NOT NULL, settings TEXT NOT NULL, source TEXT NOT NULL, name TEXT NOT NULL,
    unit TEXT NOT NULL, counts INTEGER NOT NULL);
CREATE INDEX IF NOT EXISTS handin_pupil ON handin (pupil);
CREATE INDEX IF NOT EXISTS handin_account ON handin (platform, login);
CREATE TABLE IF NOT EXISTS answer (
    place TEXT NOT NULL REFERENCES handin (place) ON DELETE CASCADE, question TEXT NOT NULL, value TEXT,
    points TEXT NOT NULL, state TEXT NOT NULL, message TEXT NOT NULL, key TEXT NOT NULL,
    PRIMARY KEY (place, question)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS text (
    place TEXT NOT NULL REFERENCES handin (place) ON DELETE CASCADE, number INTEGER NOT NULL, words TEXT NOT NULL,
    PRIMARY KEY (place, number)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS override (
    pupil TEXT NOT NULL, question TEXT NOT NULL, points TEXT NOT NULL, comment TEXT NOT NULL, who TEXT NOT NULL,
    time TEXT NOT NULL, PRIMARY KEY (pupil, question)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS move (
    pupil TEXT NOT NULL, place TEXT NOT NULL, question TEXT NOT NULL, before TEXT NOT NULL, after TEXT NOT NULL,
    why TEXT NOT NULL, time TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS given_number (number INTEGER PRIMARY KEY);
CREATE TABLE IF NOT EXISTS forgotten (sha256 TEXT PRIMARY KEY) WITHOUT ROWID;
-- What only a person can settle, and how it was settled: a word (a name, a folder, a platform's number, a file) and whose it is.
CREATE TABLE IF NOT EXISTS doubt (rank INTEGER NOT NULL, said TEXT NOT NULL, word TEXT NOT NULL, place TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS alias (word TEXT PRIMARY KEY, pupil TEXT NOT NULL) WITHOUT ROWID;
-- Numbers of pupils who turned out to be another one, which a table that somebody is filling in may still have.
CREATE TABLE IF NOT EXISTS former (number INTEGER PRIMARY KEY, pupil TEXT NOT NULL) WITHOUT ROWID;
-- Points by hand that others took the place of, and what to-read.csv said when it was written.
CREATE TABLE IF NOT EXISTS override_before (
    pupil TEXT NOT NULL, question TEXT NOT NULL, points TEXT NOT NULL, comment TEXT NOT NULL, who TEXT NOT NULL,
    time TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS told (
    number INTEGER NOT NULL, question TEXT NOT NULL, points TEXT NOT NULL, comment TEXT NOT NULL,
    PRIMARY KEY (number, question)) WITHOUT ROWID;
-- How tables looked when they were written: one that looks otherwise has become somebody's work.
CREATE TABLE IF NOT EXISTS written (
    name TEXT NOT NULL, sha256 TEXT NOT NULL, latest INTEGER NOT NULL, PRIMARY KEY (name, sha256)) WITHOUT ROWID;
-- What the next run should know without being told: the course folder.
CREATE TABLE IF NOT EXISTS remembered (what TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
-- What is no answer by its kind, such as a picture, is only worth a word where nothing else of that pupil could be read.
CREATE TEMP VIEW worth_telling AS SELECT * FROM handin WHERE form != 'other' OR NOT EXISTS (
    SELECT 1 FROM handin AS other WHERE other.pupil = handin.pupil AND other.form NOT IN ('', 'other'));
