extension Migration {
    static let directory = Migration(
        number: 11,
        name: "directory",
        text: """
            -- People as a company's directory describes them.
            CREATE TABLE directory_user (
                id {text} NOT NULL PRIMARY KEY,
                directory {text} NOT NULL,
                person_id {text} NOT NULL REFERENCES person (id),
                user_name {text} NOT NULL CHECK (user_name <> ''),
                -- The same in the form in which it is compared.
                user_key {text} NOT NULL,
                external_id {text},
                active {bool} NOT NULL {sqlite: CHECK (active IN (0, 1))},
                name {text} NOT NULL,
                name_key {text} NOT NULL,
                {json emails} NOT NULL,
                {json attributes} NOT NULL,
                {json document} NOT NULL,
                version {integer} NOT NULL CHECK (version > 0),
                created_at {time} NOT NULL,
                changed_at {time} NOT NULL
            ) {keyed table};
            CREATE UNIQUE INDEX directory_user_by_name ON directory_user (directory, user_key);
            CREATE INDEX directory_user_by_external ON directory_user (directory, external_id);
            CREATE INDEX directory_user_by_shown_name ON directory_user (directory, name_key);
            CREATE INDEX directory_user_by_age ON directory_user (directory, created_at, id);
            CREATE INDEX directory_user_of_person ON directory_user (person_id, directory);

            -- Addresses for searching only.
            CREATE TABLE directory_email (
                user_id {text} NOT NULL REFERENCES directory_user (id) ON DELETE CASCADE,
                position {integer} NOT NULL CHECK (position >= 0),
                address_key {text} NOT NULL,
                kind {text} NOT NULL,
                PRIMARY KEY (user_id, position)
            ) {keyed table};
            CREATE INDEX directory_email_by_address ON directory_email (address_key, user_id);

            CREATE TABLE directory_group (
                id {text} NOT NULL PRIMARY KEY,
                directory {text} NOT NULL,
                name {text} NOT NULL,
                name_key {text} NOT NULL,
                external_id {text},
                version {integer} NOT NULL CHECK (version > 0),
                created_at {time} NOT NULL,
                changed_at {time} NOT NULL
            ) {keyed table};
            CREATE INDEX directory_group_by_name ON directory_group (directory, name_key);
            CREATE INDEX directory_group_by_external ON directory_group (directory, external_id);
            CREATE INDEX directory_group_by_age ON directory_group (directory, created_at, id);

            CREATE TABLE directory_member (
                group_id {text} NOT NULL REFERENCES directory_group (id) ON DELETE CASCADE,
                user_id {text} NOT NULL REFERENCES directory_user (id) ON DELETE CASCADE,
                PRIMARY KEY (group_id, user_id)
            ) {keyed table};
            CREATE INDEX directory_member_by_user ON directory_member (user_id, group_id);

            -- Whose accounts a directory closed: those it may open again.
            CREATE TABLE directory_leaver (
                directory {text} NOT NULL,
                person_id {text} NOT NULL REFERENCES person (id),
                PRIMARY KEY (directory, person_id)
            ) {keyed table};
            CREATE INDEX directory_leaver_of_person ON directory_leaver (person_id);
            """
    )
}
