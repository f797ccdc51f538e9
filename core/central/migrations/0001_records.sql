-- SPDX-License-Identifier: MIT
-- 0001 Records: people, what was said with them, and the few things that need their own permission.
--
-- Why:   the central database is the record; every desk holds a copy of a part of it.
-- Runs as reeve_owner, in one transaction. Nobody else has any right here: desks go through schema reeve_api.
-- Never edit after release. A mistake is corrected by a later migration.
--
-- No foreign keys between these tables: desks deliver in any order after an outage, and an interaction must be kept
-- even when the person it names is not here yet. The functions of the API check what must hold.

CREATE TABLE reeve.person (
    id              uuid    NOT NULL PRIMARY KEY,
    revision        bigint  NOT NULL DEFAULT 1,
    fields          jsonb   NOT NULL CHECK (jsonb_typeof(fields) = 'object'), -- core/domain/person_fields.h
    field_revision  jsonb   NOT NULL DEFAULT '{}',       -- field -> revision that last changed it; absent: 1
    external_id     text    GENERATED ALWAYS AS (nullif(fields ->> 'external_id', '')) STORED,
    removed         boolean NOT NULL DEFAULT false,      -- a tombstone: erased, and not to come back
    created_by      text    NOT NULL DEFAULT '',
    created_at      timestamptz NOT NULL DEFAULT now(),
    changed_at      timestamptz NOT NULL DEFAULT now()
) WITH (fillfactor = 90);

CREATE INDEX person_by_external_id ON reeve.person (external_id) WHERE external_id IS NOT NULL;

-- What each later revision changed, and what was there before.
CREATE TABLE reeve.person_history (
    person    uuid   NOT NULL,
    revision  bigint NOT NULL,
    set       jsonb  NOT NULL,
    was       jsonb  NOT NULL,
    agent     text   NOT NULL,
    device    uuid,
    entry     uuid,                                      -- none: an import at the centre
    at        timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (person, revision)
);

CREATE TABLE reeve.interaction (
    id             uuid NOT NULL PRIMARY KEY,
    person         uuid,                                 -- none: an anonymous caller
    channel        text NOT NULL CHECK (channel IN ('phone', 'email', 'face_to_face', 'web', 'letter', 'telecare')),
    direction      text NOT NULL CHECK (direction IN ('inbound', 'outbound')),
    caller_number  text,
    started_at     timestamptz NOT NULL
        CHECK (started_at >= '0001-01-01 00:00:00Z' AND started_at < '10000-01-01 00:00:00Z'),
    ended_at       timestamptz CHECK (ended_at >= '0001-01-01 00:00:00Z' AND ended_at < '10000-01-01 00:00:00Z'),
    reasons        jsonb,                                -- array of reason codes
    disposition    text,
    extra          jsonb,                                -- fields of a newer desk, kept as they came
    agent          text NOT NULL,                        -- who made it; who delivered it is in sync_entry
    device         uuid NOT NULL,
    entry          uuid NOT NULL,
    received_at    timestamptz NOT NULL DEFAULT now()
);

CREATE INDEX interaction_by_person ON reeve.interaction (person, started_at) WHERE person IS NOT NULL;

CREATE TABLE reeve.party (
    id            uuid NOT NULL PRIMARY KEY,
    interaction   uuid NOT NULL,
    role          text NOT NULL CHECK (role IN ('caller', 'subject', 'family', 'advocate', 'informant')),
    person        uuid,
    name_as_told  text
);

CREATE INDEX party_by_interaction ON reeve.party (interaction);

-- Written once, never changed.
CREATE TABLE reeve.note (
    id           uuid NOT NULL PRIMARY KEY,
    interaction  uuid NOT NULL,
    text         text NOT NULL,
    written_at   timestamptz NOT NULL,
    agent        text NOT NULL
);

CREATE INDEX note_by_interaction ON reeve.note (interaction);

-- That a restricted item exists. Its content is in one of the two tables below, under its own permission.
CREATE TABLE reeve.restricted_mark (
    id                   uuid NOT NULL PRIMARY KEY,
    interaction          uuid NOT NULL,
    person               uuid,
    is_criminal_offence  boolean NOT NULL,
    noted_at             timestamptz NOT NULL
);

CREATE INDEX restricted_mark_by_interaction ON reeve.restricted_mark (interaction);

CREATE TABLE reeve.special_category_item (
    id           uuid NOT NULL PRIMARY KEY,
    interaction  uuid NOT NULL,
    person       uuid,
    category     text NOT NULL CHECK (category IN ('racial_ethnic_origin', 'political_opinions',
                     'religious_philosophical_beliefs', 'trade_union_membership', 'genetic', 'biometric', 'health',
                     'sex_life', 'sexual_orientation')),
    condition    text,
    schedule1    text,
    evidence     text,
    detail       text,
    noted_at     timestamptz NOT NULL,
    agent        text NOT NULL,
    device       uuid NOT NULL,
    received_at  timestamptz NOT NULL DEFAULT now()
);

CREATE INDEX special_category_item_by_interaction ON reeve.special_category_item (interaction);

CREATE TABLE reeve.criminal_offence_item (
    id                  uuid NOT NULL PRIMARY KEY,
    interaction         uuid NOT NULL,
    person              uuid,
    schedule1           text,
    official_authority  boolean NOT NULL DEFAULT false,
    evidence            text,
    detail              text,
    noted_at            timestamptz NOT NULL,
    agent               text NOT NULL,
    device              uuid NOT NULL,
    received_at         timestamptz NOT NULL DEFAULT now()
);

CREATE INDEX criminal_offence_item_by_interaction ON reeve.criminal_offence_item (interaction);

-- The same field of a person, changed twice: both values are kept until a person decides.
CREATE TABLE reeve.conflict (
    id           uuid  NOT NULL PRIMARY KEY DEFAULT gen_random_uuid(),
    person       uuid  NOT NULL,
    field        text  NOT NULL,
    ours         jsonb NOT NULL,                         -- what the desk that came second sent
    theirs       jsonb NOT NULL,                         -- what the centre has
    our_agent    text  NOT NULL,
    their_agent  text  NOT NULL,
    device       uuid  NOT NULL,
    entry        uuid  NOT NULL,
    raised_at    timestamptz NOT NULL DEFAULT now(),
    decided_at   timestamptz,
    decided_by   text
);

CREATE INDEX conflict_by_person ON reeve.conflict (person, field) WHERE decided_at IS NULL;
CREATE INDEX conflict_by_entry ON reeve.conflict (entry);

-- For reports: the flat fields as the rows they stand for.
CREATE VIEW reeve.person_name AS
    SELECT id AS person, 'current' AS kind, fields ->> 'title' AS title, fields ->> 'given_name' AS given_name,
           fields ->> 'middle_name' AS middle_name, fields ->> 'family_name' AS family_name
      FROM reeve.person WHERE NOT removed
    UNION ALL
    SELECT p.id, 'known_as', NULL, p.fields ->> 'known_as', NULL, NULL
      FROM reeve.person p WHERE NOT p.removed AND p.fields ? 'known_as'
    UNION ALL
    SELECT p.id, 'former', f.value ->> 'title', f.value ->> 'given_name', f.value ->> 'middle_name',
           f.value ->> 'family_name'
      FROM reeve.person p, jsonb_each(p.fields) f WHERE NOT p.removed AND f.key LIKE 'former\_name/%';

CREATE VIEW reeve.contact_point AS
    SELECT p.id AS person, substr(f.key, length('contact/') + 1) AS key, f.value ->> 'kind' AS kind,
           f.value ->> 'value' AS value, f.value ->> 'normalised' AS normalised
      FROM reeve.person p, jsonb_each(p.fields) f WHERE NOT p.removed AND f.key LIKE 'contact/%';

CREATE VIEW reeve.address AS
    SELECT p.id AS person, substr(f.key, length('address/') + 1) AS key, f.value ->> 'use' AS use,
           f.value ->> 'text' AS text, f.value ->> 'postcode' AS postcode, f.value ->> 'uprn' AS uprn
      FROM reeve.person p, jsonb_each(p.fields) f WHERE NOT p.removed AND f.key LIKE 'address/%';
