extension Migration {
    static let columns = Migration(
        number: 25,
        name: "columns",
        text: """
            -- Which columns of its file a list was read from, by their titles.
            ALTER TABLE award_list ADD COLUMN address_column {text};
            ALTER TABLE award_list ADD COLUMN note_column {text};
            """
    )
}
