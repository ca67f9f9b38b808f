extension Migration {
    static let announcements = Migration(
        number: 20,
        name: "announcements",
        text: """
            -- With which the portal acts at the provider in the person's name; sealed under a key that is derived from
            -- what only the browser has.
            ALTER TABLE session ADD COLUMN sealed_token {bytes};

            -- What was posted in a person's name; once for each award and session.
            CREATE TABLE announcement (
                token_hash {text} NOT NULL REFERENCES session (token_hash) ON DELETE CASCADE,
                award_id {text} NOT NULL REFERENCES award (id),
                begun_at {time} NOT NULL,
                done {bool} NOT NULL {sqlite: DEFAULT 0 CHECK (done IN (0, 1))}{postgres: DEFAULT false},
                -- Where it can be read; NULL when nobody said.
                link {text},
                PRIMARY KEY (token_hash, award_id)
            ) {keyed table};
            CREATE INDEX announcement_of_award ON announcement (award_id);
            """
    )
}
