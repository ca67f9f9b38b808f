extension Migration {
    static let signIn = Migration(
        number: 7,
        name: "sign-in",
        text: """
            -- Sign-ins under way; only hashes of what the browser holds.
            CREATE TABLE pending_sign_in (
                handle_hash {text} NOT NULL PRIMARY KEY CHECK (length(handle_hash) = 64),
                provider {text} NOT NULL,
                browser_hash {text} NOT NULL CHECK (length(browser_hash) = 64),
                return_to {text} NOT NULL,
                started_at {time} NOT NULL
            ) {keyed table};
            CREATE INDEX pending_sign_in_by_start ON pending_sign_in (started_at);

            -- Messages of providers that count once.
            CREATE TABLE used_token (
                provider {text} NOT NULL,
                token_hash {text} NOT NULL CHECK (length(token_hash) = 64),
                until {time} NOT NULL,
                PRIMARY KEY (provider, token_hash)
            ) {keyed table};
            CREATE INDEX used_token_by_end ON used_token (until);

            -- Which issuer the `id` of a provider stands for, since the first sign-in.
            CREATE TABLE provider_issuer (
                provider {text} NOT NULL PRIMARY KEY,
                issuer {text} NOT NULL
            ) {keyed table};

            CREATE TABLE emergency_link (
                token_hash {text} NOT NULL PRIMARY KEY CHECK (length(token_hash) = 64),
                person_id {text} NOT NULL REFERENCES person (id),
                until {time} NOT NULL
            ) {keyed table};
            CREATE INDEX emergency_link_of_person ON emergency_link (person_id);

            -- Who vouched for a session, and what signing out there needs; '' and NULL for none.
            ALTER TABLE session ADD COLUMN provider {text} NOT NULL DEFAULT '';
            ALTER TABLE session ADD COLUMN subject {text} NOT NULL DEFAULT '';
            ALTER TABLE session ADD COLUMN stay {text};
            ALTER TABLE session ADD COLUMN hint {text};
            ALTER TABLE session ADD COLUMN agent {text} NOT NULL DEFAULT '';
            CREATE INDEX session_of_subject ON session (provider, subject) WHERE provider <> '';
            """
    )
}
