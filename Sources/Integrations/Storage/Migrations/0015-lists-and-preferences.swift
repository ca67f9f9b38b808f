extension Migration {
    static let listsAndPreferences = Migration(
        number: 15,
        name: "lists-and-preferences",
        text: """
            -- '' follows the browser, or is UTC.
            ALTER TABLE person ADD COLUMN language {text} NOT NULL DEFAULT '';
            ALTER TABLE person ADD COLUMN zone {text} NOT NULL DEFAULT '';
            ALTER TABLE person ADD COLUMN wants_mail {bool} NOT NULL {sqlite: DEFAULT 1 CHECK (wants_mail IN (0, 1))}{postgres: DEFAULT true};
            -- Stands in the links of mails; NULL before the first.
            ALTER TABLE person ADD COLUMN mail_token {text};
            CREATE UNIQUE INDEX person_by_mail_token ON person (mail_token) WHERE mail_token IS NOT NULL;

            -- What administrators set on pages, such as the theme.
            CREATE TABLE portal_setting (
                name {text} NOT NULL PRIMARY KEY,
                {json value} NOT NULL
            ) {keyed table};

            CREATE TABLE award_list (
                id {text} NOT NULL PRIMARY KEY,
                badge_id {text} NOT NULL REFERENCES badge_class (id),
                created_by {text} NOT NULL,
                name {text} NOT NULL,
                state {text} NOT NULL CHECK (state IN ('checked', 'giving', 'stopped', 'given', 'undoing', 'undone')),
                created_at {time} NOT NULL,
                started_at {time},
                CHECK ((state = 'checked') = (started_at IS NULL))
            ) {keyed table};
            CREATE INDEX award_list_of_person ON award_list (created_by, created_at);

            -- A row has a problem, or an award, or waits for one.
            CREATE TABLE award_list_row (
                list_id {text} NOT NULL REFERENCES award_list (id),
                line {integer} NOT NULL,
                address {text} NOT NULL,
                note {text} NOT NULL,
                problem {text} CHECK (problem IN ('no-address', 'unknown', 'left', 'repeated', 'has-it', 'note-too-long')),
                award_id {text} REFERENCES award (id),
                taken_back {bool} NOT NULL {sqlite: DEFAULT 0 CHECK (taken_back IN (0, 1))}{postgres: DEFAULT false},
                PRIMARY KEY (list_id, line),
                CHECK (problem IS NULL OR award_id IS NULL)
            ) {keyed table};
            """
    )
}
