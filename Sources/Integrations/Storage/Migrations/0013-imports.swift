extension Migration {
    static let imports = Migration(
        number: 13,
        name: "imports",
        text: """
            -- Badges and certificates from elsewhere.
            CREATE TABLE imported_badge (
                id {text} NOT NULL PRIMARY KEY,
                person_id {text} NOT NULL REFERENCES person (id),
                -- The badge's own id, or the address of a page.
                badge_key {text} NOT NULL CHECK (badge_key <> ''),
                trust {text} NOT NULL CHECK (trust IN ('verified', 'expired', 'unchecked', 'revoked', 'linked')),
                title {text} NOT NULL CHECK (title <> ''),
                issuer {text} NOT NULL,
                description {text} NOT NULL,
                link {text},
                issued_at {time},
                expires_at {time},
                reason {text} NOT NULL,
                added_at {time} NOT NULL,
                checked_at {time},
                -- Of what can be checked again.
                next_check_at {time},
                failures {integer} NOT NULL DEFAULT 0 CHECK (failures >= 0),
                UNIQUE (person_id, badge_key),
                CHECK ((trust = 'linked') = (next_check_at IS NULL))
            ) {table};
            CREATE INDEX imported_badge_due ON imported_badge (next_check_at, id) WHERE next_check_at IS NOT NULL;

            CREATE TABLE imported_file (
                badge_id {text} NOT NULL REFERENCES imported_badge (id),
                part {text} NOT NULL CHECK (part IN ('original', 'picture')),
                media_type {text} NOT NULL,
                bytes {bytes} NOT NULL,
                PRIMARY KEY (badge_id, part)
            ) {table};

            -- Checks that somebody looks at just now; of the address only the hash of its token.
            CREATE TABLE badge_check (
                token_hash {text} NOT NULL PRIMARY KEY CHECK (length(token_hash) = 64),
                person_id {text} REFERENCES person (id),
                link {text},
                media_type {text},
                bytes {bytes},
                report {text} NOT NULL DEFAULT '',
                is_done {bool} NOT NULL DEFAULT FALSE,
                asked_at {time} NOT NULL,
                CHECK ((media_type IS NULL) = (bytes IS NULL))
            ) {table};
            CREATE INDEX badge_check_by_time ON badge_check (asked_at);
            CREATE INDEX badge_check_of_person ON badge_check (person_id) WHERE person_id IS NOT NULL;

            -- Addresses that people say are theirs, until they type the code that was sent there.
            CREATE TABLE address_proof (
                person_id {text} NOT NULL REFERENCES person (id),
                email {text} NOT NULL,
                code {text} NOT NULL,
                wrong {integer} NOT NULL DEFAULT 0,
                sent {integer} NOT NULL,
                first_sent_at {time} NOT NULL,
                sent_at {time} NOT NULL,
                PRIMARY KEY (person_id, email)
            ) {table};
            CREATE INDEX address_proof_by_time ON address_proof (sent_at);
            """
    )
}
