extension Migration {
    static let badges = Migration(
        number: 1,
        name: "badges",
        text: """
            -- One row a name: numbers that only grow.
            CREATE TABLE counter (
                name {text} NOT NULL PRIMARY KEY,
                value {integer} NOT NULL
            ) {keyed table};
            INSERT INTO counter (name, value) VALUES ('badges', 0), ('waiting', 0);

            CREATE TABLE issuer (
                id {text} NOT NULL PRIMARY KEY,
                name {text} NOT NULL CHECK (name <> ''),
                url {text},
                email {text}
            ) {keyed table};

            CREATE TABLE picture (
                id {text} NOT NULL PRIMARY KEY CHECK (length(id) = 64),
                media_type {text} NOT NULL CHECK (media_type IN ('image/png', 'image/svg+xml')),
                bytes {bytes} NOT NULL,
                created_at {time} NOT NULL
            ) {table};

            CREATE TABLE badge_class (
                id {text} NOT NULL PRIMARY KEY,
                slug {text} NOT NULL UNIQUE CHECK (length(slug) BETWEEN 1 AND 64 AND slug {sqlite: NOT GLOB '*[^0-9a-z-]*'}{postgres: !~ '[^0-9a-z-]'}),
                issuer_id {text} NOT NULL REFERENCES issuer (id),
                status {text} NOT NULL CHECK (status IN ('draft', 'published', 'withdrawn')),
                version {integer} NOT NULL CHECK (version >= 1),
                revision {integer} NOT NULL CHECK (revision >= 1),
                -- Awards that were neither taken back nor superseded.
                holders {integer} NOT NULL DEFAULT 0 CHECK (holders >= 0),
                -- The current name, folded, to sort by.
                search_name {text} NOT NULL,
                created_at {time} NOT NULL,
                published_at {time},
                withdrawn_at {time},
                CHECK (status = 'draft' OR published_at IS NOT NULL),
                CHECK ((status = 'withdrawn') = (withdrawn_at IS NOT NULL))
            ) {keyed table};
            CREATE INDEX badge_class_by_name ON badge_class (status, search_name, id);

            -- What a badge said, version by version; an award points to one.
            CREATE TABLE badge_version (
                badge_id {text} NOT NULL REFERENCES badge_class (id),
                version {integer} NOT NULL CHECK (version >= 1),
                -- Grows with every change of the row: what was decoded from an older edition is out of date.
                edition {integer} NOT NULL DEFAULT 1,
                name {text} NOT NULL,
                description {text} NOT NULL,
                criteria {text} NOT NULL,
                {json picture} NOT NULL,
                picture_description {text} NOT NULL,
                {json rule},
                validity_months {integer} CHECK (validity_months BETWEEN 1 AND 120),
                {json alignments} NOT NULL,
                {json tags} NOT NULL,
                created_at {time} NOT NULL,
                PRIMARY KEY (badge_id, version)
            ) {table};
            """
    )
}
