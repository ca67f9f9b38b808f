extension Migration {
    static let suspension = Migration(
        number: 9,
        name: "suspension",
        text: """
            ALTER TABLE award ADD COLUMN suspended_at {time};
            ALTER TABLE award ADD COLUMN suspension_reason {text}
                CHECK (suspension_reason <> '' AND (suspended_at IS NULL) = (suspension_reason IS NULL));
            CREATE INDEX award_suspended ON award (suspended_at) WHERE suspended_at IS NOT NULL;
            """
    )
}
