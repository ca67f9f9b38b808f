extension Migration {
    static let learning = Migration(
        number: 4,
        name: "learning",
        text: """
            CREATE TABLE activity (
                source {text} NOT NULL,
                id {text} NOT NULL,
                kind {text} NOT NULL CHECK (kind IN ('path', 'course', 'assessment', 'event')),
                title {text} NOT NULL,
                search_title {text} NOT NULL,
                link {text},
                offered {bool} NOT NULL {sqlite: CHECK (offered IN (0, 1))},
                saved_at {time} NOT NULL,
                PRIMARY KEY (source, id)
            ) {keyed table};
            CREATE INDEX activity_by_title ON activity (search_title) WHERE offered;

            -- One row a record of a provider.
            CREATE TABLE learning_fact (
                source {text} NOT NULL,
                record_id {text} NOT NULL,
                activity_id {text} NOT NULL,
                person_id {text} NOT NULL REFERENCES person (id),
                state {text} NOT NULL
                    CHECK (state IN ('notStarted', 'inProgress', 'completed', 'failed', 'withdrawn')),
                percent {real} CHECK (percent BETWEEN 0 AND 100),
                started_at {time},
                completed_at {time},
                -- The provider's time of the change, and when the portal was told.
                changed_at {time},
                told_at {time} NOT NULL,
                PRIMARY KEY (source, record_id)
            ) {keyed table};
            CREATE INDEX fact_of_person ON learning_fact (person_id);
            CREATE INDEX fact_of_activity ON learning_fact (source, activity_id, person_id);

            -- By which keys an expected person will be recognised; hashed, because they never agreed to anything.
            CREATE TABLE expected_person_key (
                key_hash {text} NOT NULL PRIMARY KEY,
                person_id {text} NOT NULL REFERENCES person (id)
            ) {keyed table};
            CREATE INDEX expected_person_key_of_person ON expected_person_key (person_id);

            CREATE TABLE refresh (
                person_id {text} NOT NULL REFERENCES person (id),
                source {text} NOT NULL,
                refreshed_at {time} NOT NULL,
                PRIMARY KEY (person_id, source)
            ) {keyed table};

            -- Rows stay, so that tokens only grow.
            CREATE TABLE sync_lease (
                source {text} NOT NULL PRIMARY KEY,
                token {integer} NOT NULL,
                expires_at {time} NOT NULL
            ) {keyed table};

            CREATE TABLE sync_cursor (
                source {text} NOT NULL PRIMARY KEY,
                position {text} NOT NULL
            ) {keyed table};

            CREATE TABLE sync_outcome (
                source {text} NOT NULL PRIMARY KEY,
                finished_at {time} NOT NULL,
                status {text} NOT NULL CHECK (status IN ('healthy', 'degraded', 'down', 'misconfigured')),
                message {text} NOT NULL,
                activities {integer} NOT NULL,
                facts {integer} NOT NULL,
                problem_count {integer} NOT NULL,
                last_success_at {time}
            ) {keyed table};

            CREATE TABLE sync_problem (
                source {text} NOT NULL REFERENCES sync_outcome (source),
                position {integer} NOT NULL,
                record {text} NOT NULL,
                reason {text} NOT NULL,
                PRIMARY KEY (source, position)
            ) {keyed table};
            """
    )
}
