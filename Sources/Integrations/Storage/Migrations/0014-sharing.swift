extension Migration {
    static let sharing = Migration(
        number: 14,
        name: "sharing",
        text: """
            ALTER TABLE award ADD COLUMN visibility {text} NOT NULL DEFAULT 'link'
                CHECK (visibility IN ('link', 'colleagues', 'owner'));

            -- How often a person took an award where.
            CREATE TABLE award_share (
                award_id {text} NOT NULL REFERENCES award (id),
                target {text} NOT NULL CHECK (target <> ''),
                shares {integer} NOT NULL CHECK (shares > 0),
                last_at {time} NOT NULL,
                PRIMARY KEY (award_id, target)
            ) {keyed table};

            CREATE TABLE profile (
                person_id {text} NOT NULL PRIMARY KEY REFERENCES person (id),
                about {text} NOT NULL,
                visibility {text} NOT NULL CHECK (visibility IN ('link', 'colleagues', 'owner'))
            ) {keyed table};

            CREATE TABLE collection (
                id {text} NOT NULL PRIMARY KEY,
                person_id {text} NOT NULL REFERENCES person (id),
                title {text} NOT NULL CHECK (title <> ''),
                about {text} NOT NULL,
                visibility {text} NOT NULL CHECK (visibility IN ('link', 'colleagues', 'owner'))
            ) {table};
            CREATE INDEX collection_of_person ON collection (person_id, title);

            CREATE TABLE collection_award (
                collection_id {text} NOT NULL REFERENCES collection (id) ON DELETE CASCADE,
                award_id {text} NOT NULL REFERENCES award (id),
                position {integer} NOT NULL,
                PRIMARY KEY (collection_id, award_id)
            ) {keyed table};
            """
    )
}
