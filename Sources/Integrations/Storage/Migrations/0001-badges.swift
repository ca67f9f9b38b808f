extension Migration {
    static let badges = Migration(
        number: 1,
        name: "badges",
        sqlite: """
            -- One row a name: numbers that only grow.
            CREATE TABLE counter (
                name text NOT NULL PRIMARY KEY,
                value integer NOT NULL
            ) STRICT, WITHOUT ROWID;
            INSERT INTO counter (name, value) VALUES ('badges', 0), ('waiting', 0);

            CREATE TABLE issuer (
                id text NOT NULL PRIMARY KEY,
                name text NOT NULL CHECK (name <> ''),
                url text,
                email text
            ) STRICT, WITHOUT ROWID;

            CREATE TABLE picture (
                id text NOT NULL PRIMARY KEY CHECK (length(id) = 64),
                media_type text NOT NULL CHECK (media_type IN ('image/png', 'image/svg+xml')),
                bytes blob NOT NULL,
                created_at integer NOT NULL
            ) STRICT;

            CREATE TABLE badge_class (
                id text NOT NULL PRIMARY KEY,
                slug text NOT NULL UNIQUE CHECK (length(slug) BETWEEN 1 AND 64 AND slug NOT GLOB '*[^0-9a-z-]*'),
                issuer_id text NOT NULL REFERENCES issuer (id),
                status text NOT NULL CHECK (status IN ('draft', 'published', 'withdrawn')),
                version integer NOT NULL CHECK (version >= 1),
                revision integer NOT NULL CHECK (revision >= 1),
                -- Awards that were neither taken back nor superseded.
                holders integer NOT NULL DEFAULT 0 CHECK (holders >= 0),
                -- The current name, folded, to sort by.
                search_name text NOT NULL,
                created_at integer NOT NULL,
                published_at integer,
                withdrawn_at integer,
                CHECK (status = 'draft' OR published_at IS NOT NULL),
                CHECK ((status = 'withdrawn') = (withdrawn_at IS NOT NULL))
            ) STRICT, WITHOUT ROWID;
            CREATE INDEX badge_class_by_name ON badge_class (status, search_name, id);

            -- What a badge said, version by version; an award points to one.
            CREATE TABLE badge_version (
                badge_id text NOT NULL REFERENCES badge_class (id),
                version integer NOT NULL CHECK (version >= 1),
                -- Grows with every change of the row: what was decoded from an older edition is out of date.
                edition integer NOT NULL DEFAULT 1,
                name text NOT NULL,
                description text NOT NULL,
                criteria text NOT NULL,
                picture text NOT NULL CHECK (json_valid(picture)),
                picture_description text NOT NULL,
                rule text CHECK (rule IS NULL OR json_valid(rule)),
                validity_months integer CHECK (validity_months BETWEEN 1 AND 120),
                alignments text NOT NULL CHECK (json_valid(alignments)),
                tags text NOT NULL CHECK (json_valid(tags)),
                created_at integer NOT NULL,
                PRIMARY KEY (badge_id, version)
            ) STRICT;
            """
    )
}
