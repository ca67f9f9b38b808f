extension Migration {
    static let people = Migration(
        number: 2,
        name: "people",
        text: """
            CREATE TABLE person (
                id {text} NOT NULL PRIMARY KEY,
                name {text} NOT NULL CHECK (name <> ''),
                search_name {text} NOT NULL,
                created_at {time} NOT NULL,
                deactivated_at {time},
                -- Only a learning system has spoken of the person so far.
                expected {bool} NOT NULL {sqlite: DEFAULT 0 CHECK (expected IN (0, 1))}{postgres: DEFAULT false}
            ) {keyed table};
            CREATE INDEX person_by_name ON person (search_name, id);
            CREATE INDEX person_expected ON person (id) WHERE expected;

            -- Verified addresses; position 0 is the one to write to.
            CREATE TABLE person_email (
                email {text} NOT NULL PRIMARY KEY,
                person_id {text} NOT NULL REFERENCES person (id),
                position {integer} NOT NULL CHECK (position >= 0)
            ) {keyed table};
            CREATE UNIQUE INDEX person_email_of_person ON person_email (person_id, position);

            CREATE TABLE external_identity (
                provider {text} NOT NULL,
                subject {text} NOT NULL,
                person_id {text} NOT NULL REFERENCES person (id),
                linked_at {time} NOT NULL,
                PRIMARY KEY (provider, subject)
            ) {keyed table};
            CREATE INDEX external_identity_of_person ON external_identity (person_id, provider);

            -- `origin` is '' for what the portal gave, or the provider whose groups give the role.
            CREATE TABLE person_role (
                person_id {text} NOT NULL REFERENCES person (id),
                role {text} NOT NULL CHECK (role IN ('designer', 'administrator')),
                origin {text} NOT NULL,
                PRIMARY KEY (person_id, role, origin)
            ) {keyed table};
            CREATE INDEX person_role_by_role ON person_role (role, person_id);

            -- Roles for addresses whose person never signed in.
            CREATE TABLE role_grant (
                email {text} NOT NULL,
                role {text} NOT NULL CHECK (role IN ('designer', 'administrator')),
                granted_by {text} NOT NULL,
                granted_at {time} NOT NULL,
                PRIMARY KEY (email, role)
            ) {keyed table};

            CREATE TABLE session (
                token_hash {text} NOT NULL PRIMARY KEY CHECK (length(token_hash) = 64),
                person_id {text} NOT NULL REFERENCES person (id),
                form_token {text} NOT NULL,
                started_at {time} NOT NULL,
                seen_at {time} NOT NULL
            ) {keyed table};
            CREATE INDEX session_by_seen ON session (seen_at);
            CREATE INDEX session_of_person ON session (person_id);
            """
    )
}
