extension Migration {
    static let figures = Migration(
        number: 23,
        name: "figures",
        text: """
            -- How often strangers looked at an award. Months count from January of the year 0.
            CREATE TABLE award_check (
                award_id {text} NOT NULL REFERENCES award (id),
                month {integer} NOT NULL,
                checks {integer} NOT NULL CHECK (checks > 0),
                PRIMARY KEY (award_id, month)
            ) {keyed table};
            CREATE INDEX award_check_by_month ON award_check (month);

            CREATE TABLE counted_month (
                month {integer} NOT NULL PRIMARY KEY,
                counted_at {time} NOT NULL
            ) {keyed table};

            CREATE TABLE award_figure (
                month {integer} NOT NULL REFERENCES counted_month (month),
                badge_id {text} NOT NULL REFERENCES badge_class (id),
                issued {integer} NOT NULL,
                claimed {integer} NOT NULL,
                claimed_soon {integer} NOT NULL,
                shared {integer} NOT NULL,
                checked {integer} NOT NULL,
                checks {integer} NOT NULL,
                PRIMARY KEY (month, badge_id)
            ) {keyed table};

            -- The latest calls of every integration, and how many there were in each hour.
            CREATE TABLE integration_call (
                id {serial} PRIMARY KEY,
                integration {text} NOT NULL,
                at {time} NOT NULL,
                what {text} NOT NULL,
                result {text} NOT NULL,
                failed {bool} NOT NULL {sqlite: CHECK (failed IN (0, 1))},
                milliseconds {integer} NOT NULL
            ) {table};
            CREATE INDEX integration_call_by_integration ON integration_call (integration, id);

            CREATE TABLE integration_hour (
                integration {text} NOT NULL,
                start {time} NOT NULL,
                calls {integer} NOT NULL,
                failures {integer} NOT NULL,
                slow {integer} NOT NULL,
                PRIMARY KEY (integration, start)
            ) {keyed table};
            """
    )
}
