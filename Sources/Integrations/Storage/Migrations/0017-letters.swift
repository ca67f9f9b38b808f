extension Migration {
    static let letters = Migration(
        number: 17,
        name: "letters",
        text: """
            -- Kinds of letters, divided by spaces.
            ALTER TABLE person ADD COLUMN mail_kinds {text} NOT NULL DEFAULT 'given runs-out taken-back work';

            -- Which letter tells of an award: many awards in an hour are one letter, named after one of them.
            CREATE TABLE award_letter (
                award_id {text} NOT NULL PRIMARY KEY REFERENCES award (id),
                person_id {text} NOT NULL REFERENCES person (id),
                noted_at {time} NOT NULL,
                letter {text},
                closed_at {time},
                CHECK ((letter IS NULL) = (closed_at IS NULL))
            ) {keyed table};
            CREATE INDEX award_letter_of_person ON award_letter (person_id, closed_at);
            CREATE INDEX award_letter_by_name ON award_letter (letter) WHERE letter IS NOT NULL;
            CREATE INDEX award_letter_by_time ON award_letter (noted_at);

            -- Who sees a badge from elsewhere on its person's page.
            ALTER TABLE imported_badge ADD COLUMN visibility {text} NOT NULL DEFAULT 'owner' CHECK (visibility IN ('owner', 'colleagues', 'link'));
            """
    )
}
