extension Migration {
    static let erasure = Migration(
        number: 24,
        name: "erasure",
        text: """
            -- Of whom nothing is kept but awards that nobody sees.
            ALTER TABLE person ADD COLUMN erased_at {time} CHECK (erased_at IS NULL OR deactivated_at IS NOT NULL);

            -- By which keys learning systems named them; hashed, so that their records are not kept again.
            CREATE TABLE erased_key (
                key_hash {text} NOT NULL PRIMARY KEY
            ) {keyed table};
            """
    )
}
