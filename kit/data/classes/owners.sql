-- What each file tells of whose it is, and whose each account (a platform's number, or a folder) was found to be.
CREATE TABLE evidence (
    place TEXT PRIMARY KEY, account TEXT, platform TEXT, login TEXT, label TEXT, folder TEXT, own TEXT, source TEXT,
    units TEXT, form TEXT, opened INTEGER, before TEXT) WITHOUT ROWID;
CREATE INDEX evidence_account ON evidence (account);
CREATE TABLE owner (account TEXT PRIMARY KEY, pupil TEXT) WITHOUT ROWID;
CREATE INDEX owner_pupil ON owner (pupil);
CREATE TABLE flat (pupil TEXT, unit TEXT, name TEXT, place TEXT);
CREATE TABLE changed_hands (before TEXT, after TEXT, UNIQUE (before, after));
