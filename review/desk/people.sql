-- Who may use the desk, and what they are doing there. Apart from the warehouse on purpose: nothing of this is published.
PRAGMA journal_mode = WAL;
PRAGMA foreign_keys = ON;
CREATE TABLE IF NOT EXISTS people (
    name TEXT PRIMARY KEY,
    role TEXT NOT NULL,
    password_hash TEXT,                 -- null: only a sign-in link opens this account
    calendar_token TEXT NOT NULL UNIQUE, -- the address of this person's calendar; whoever knows it may read it
    created_at TEXT NOT NULL
) STRICT;
CREATE TABLE IF NOT EXISTS sessions (
    token_hash TEXT PRIMARY KEY,        -- the cookie itself is kept nowhere
    name TEXT NOT NULL REFERENCES people ON DELETE CASCADE,
    form_token TEXT NOT NULL,           -- what every form of this session must carry
    expires_at TEXT NOT NULL
) STRICT;
CREATE TABLE IF NOT EXISTS links (
    token_hash TEXT PRIMARY KEY,        -- a sign-in link, good for one use
    name TEXT NOT NULL REFERENCES people ON DELETE CASCADE,
    expires_at TEXT NOT NULL
) STRICT;
CREATE TABLE IF NOT EXISTS failed_logins (
    who TEXT NOT NULL,                  -- 'name:…' or 'address:…'
    at TEXT NOT NULL
) STRICT;
CREATE INDEX IF NOT EXISTS failed_logins_by_who ON failed_logins (who, at);
CREATE TABLE IF NOT EXISTS saved_queries (
    name TEXT NOT NULL REFERENCES people ON DELETE CASCADE,
    title TEXT NOT NULL,
    query TEXT NOT NULL,                -- the query part of an address of the search page
    PRIMARY KEY (name, title)
) STRICT;
