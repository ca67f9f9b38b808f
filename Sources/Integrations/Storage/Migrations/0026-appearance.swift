extension Migration {
    static let appearance = Migration(
        number: 26,
        name: "appearance",
        text: """
            -- Light or dark for a person who wants other than the device says.
            ALTER TABLE person ADD COLUMN appearance {text} NOT NULL DEFAULT '' CHECK (appearance IN ('', 'light', 'dark'));
            """
    )
}
