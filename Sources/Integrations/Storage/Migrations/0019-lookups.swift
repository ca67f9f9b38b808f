extension Migration {
    static let lookups = Migration(
        number: 19,
        name: "lookups",
        text: """
            -- How a person came by a badge.
            CREATE INDEX award_list_row_by_award ON award_list_row (award_id) WHERE award_id IS NOT NULL;
            -- What administrators look for.
            CREATE INDEX audit_event_by_action ON audit_event (action, id);
            CREATE INDEX audit_event_by_actor ON audit_event (actor, id);
            CREATE INDEX audit_event_by_subject ON audit_event (subject, id);
            CREATE INDEX audit_event_by_time ON audit_event (at, id);
            """
    )
}
