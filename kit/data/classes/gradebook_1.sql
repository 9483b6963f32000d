-- What makes a gradebook of version 1 one of version 2. Its files are read once more if they are still there.
ALTER TABLE pupil RENAME TO pupil_1;
CREATE TABLE pupil (
    key TEXT PRIMARY KEY, name TEXT NOT NULL, id TEXT NOT NULL, login TEXT NOT NULL, email TEXT NOT NULL,
    listed INTEGER NOT NULL, accounts TEXT NOT NULL, number INTEGER NOT NULL UNIQUE);
INSERT INTO pupil SELECT key, name, id, login, email, listed, '[]', number FROM pupil_1;
DROP TABLE pupil_1;
ALTER TABLE handin ADD COLUMN source TEXT NOT NULL DEFAULT '';
ALTER TABLE handin ADD COLUMN name TEXT NOT NULL DEFAULT '';
ALTER TABLE handin ADD COLUMN unit TEXT NOT NULL DEFAULT '';
ALTER TABLE handin ADD COLUMN counts INTEGER NOT NULL DEFAULT 1;
UPDATE handin SET settings = '', name = coalesce((SELECT name FROM pupil WHERE key = handin.pupil), '');
