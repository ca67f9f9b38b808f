extension Migration {
    static let awards = Migration(
        number: 3,
        name: "awards",
        text: """
            CREATE TABLE award (
                id {text} NOT NULL UNIQUE,
                badge_id {text} NOT NULL REFERENCES badge_class (id),
                badge_version {integer} NOT NULL,
                person_id {text} NOT NULL REFERENCES person (id),
                issued_at {time} NOT NULL,
                expires_at {time} CHECK (expires_at >= issued_at),
                {json evidence} NOT NULL,
                narrative {text} NOT NULL,
                claimed_at {time},
                revoked_at {time},
                revocation_reason {text} CHECK (revocation_reason <> ''),
                superseded_by {text} REFERENCES award (id) DEFERRABLE INITIALLY DEFERRED,
                -- What a rule earned it by; NULL when a person gave it.
                award_key {text} UNIQUE,
                FOREIGN KEY (badge_id, badge_version) REFERENCES badge_version (badge_id, version),
                CHECK ((revoked_at IS NULL) = (revocation_reason IS NULL))
            ) {table};
            -- Nobody holds a badge twice.
            CREATE UNIQUE INDEX award_active ON award (badge_id, person_id)
                WHERE revoked_at IS NULL AND superseded_by IS NULL;
            CREATE INDEX award_of_person ON award (person_id, issued_at);
            CREATE INDEX award_of_badge ON award (badge_id, issued_at);
            CREATE INDEX award_by_date ON award (issued_at);
            CREATE INDEX award_superseded ON award (superseded_by) WHERE superseded_by IS NOT NULL;

            -- People whose awards have to be decided again; the mark comes from the counter 'waiting'.
            CREATE TABLE waiting_for_awards (
                person_id {text} NOT NULL PRIMARY KEY REFERENCES person (id),
                mark {integer} NOT NULL
            ) {keyed table};
            CREATE INDEX waiting_by_mark ON waiting_for_awards (mark, person_id);
            """
    )
}
