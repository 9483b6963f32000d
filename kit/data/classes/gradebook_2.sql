-- What makes a gradebook of version 2 one of version 3.
ALTER TABLE pupil ADD COLUMN surname TEXT NOT NULL DEFAULT '';
