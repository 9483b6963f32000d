
CREATE TABLE IF NOT EXISTS pupil (
    key TEXT PRIMARY KEY, name TEXT NOT NULL, id TEXT NOT NULL, login TEXT NOT NULL, email TEXT NOT NULL,
    listed INTEGER NOT NULL, number INTEGER NOT NULL UNIQUE);
CREATE TABLE IF NOT EXISTS handin (
    place TEXT PRIMARY KEY, sha256 TEXT NOT NULL, form TEXT NOT NULL, pupil TEXT, platform TEXT NOT NULL,
    login TEXT NOT NULL, delivery TEXT NOT NULL, again INTEGER NOT NULL, time TEXT, late INTEGER NOT NULL,
    problem TEXT NOT NULL, flags TEXT NOT NULL, settings TEXT NOT NULL);
CREATE INDEX IF NOT EXISTS handin_pupil ON handin (pupil);
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
INSERT INTO pupil VALUES ('name:ada', 'Ada', '', '', '', 0, 1), ('name:bo', 'Bo', '', '', '', 0, 2), ('name:gone', 'Gone', '', '', '', 0, 3);
INSERT INTO handin VALUES
    ('a.json', 'x', 'hand-in', 'name:ada', '', '', 'a.json', 0, '2026-11-20T10:00:00+00:00', 0, '', '[]', 'x'),
    ('gone.json', 'y', 'hand-in', 'name:gone', '', '', 'gone.json', 0, '2026-11-20T10:00:00+00:00', 0, '', '[]', 'x');
INSERT INTO answer VALUES ('gone.json', '12.1', '"a"', '1', 'right', '', '');
INSERT INTO override VALUES ('name:ada', '12.9', '5/2', 'Well asked', 'me', '2026-11-21T10:00:00+00:00');
PRAGMA user_version = 1;
