extension Migration {
    static let dates = Migration(
        number: 16,
        name: "dates",
        text: """
            -- What scheduled jobs look for by date.
            CREATE INDEX award_by_expiry ON award (expires_at)
                WHERE expires_at IS NOT NULL AND revoked_at IS NULL AND superseded_by IS NULL;
            CREATE INDEX outbox_delivered ON outbox (delivered_at) WHERE delivered_at IS NOT NULL;
            """
    )
}
