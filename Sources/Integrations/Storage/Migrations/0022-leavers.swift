extension Migration {
    static let leavers = Migration(
        number: 22,
        name: "leavers",
        text: """
            -- Proved by a code; it stays its person's after the job.
            ALTER TABLE person_email ADD COLUMN is_private {bool} NOT NULL DEFAULT FALSE;

            -- Of people whose accounts are closed.
            CREATE TABLE leaver_visit (
                token_hash {text} NOT NULL PRIMARY KEY,
                person_id {text} NOT NULL REFERENCES person (id),
                until {time} NOT NULL
            ) {keyed table};
            CREATE INDEX leaver_visit_by_time ON leaver_visit (until);
            """
    )
}
