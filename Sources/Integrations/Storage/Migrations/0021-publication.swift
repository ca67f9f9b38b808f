extension Migration {
    static let publication = Migration(
        number: 21,
        name: "publication",
        text: """
            -- When people hear of what they had earned before the badge was published.
            ALTER TABLE badge_class ADD COLUMN telling {text} NOT NULL DEFAULT 'now'
                CHECK (telling IN ('now', 'monday', 'never'));

            -- Who has done what a rule asks for is counted in the index alone.
            DROP INDEX fact_of_activity;
            CREATE INDEX fact_of_activity
                ON learning_fact (source, activity_id, person_id, state, percent, completed_at);

            CREATE INDEX award_unclaimed ON award (badge_id, expires_at)
                WHERE claimed_at IS NULL AND revoked_at IS NULL AND superseded_by IS NULL AND suspended_at IS NULL;
            """
    )
}
