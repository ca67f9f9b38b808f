extension Migration {
    static let limits = Migration(
        number: 10,
        name: "limits",
        text: """
            -- What may happen only so often, and until when it counts.
            CREATE TABLE counted_event (
                id {serial} PRIMARY KEY,
                key_hash {text} NOT NULL CHECK (length(key_hash) = 64),
                until {time} NOT NULL
            ) {table};
            CREATE INDEX counted_event_by_key ON counted_event (key_hash, until);
            CREATE INDEX counted_event_by_end ON counted_event (until);

            {postgres: -- What step 6 did in SQLite: awards from before it get salts and random places in new lists.
            CREATE TEMP TABLE ranked ON COMMIT DROP AS
                SELECT award.id AS award_id, badge_class.issuer_id, award.revoked_at,
                       row_number() OVER (PARTITION BY badge_class.issuer_id ORDER BY random()) - 1 AS rank
                  FROM award JOIN badge_class ON badge_class.id = award.badge_id
                 WHERE NOT EXISTS (SELECT 1 FROM award_proof WHERE award_proof.award_id = award.id);
            CREATE TEMP TABLE list_number ON COMMIT DROP AS
                SELECT issuer_id, rank / 65536 AS part, count(*) AS taken, count(revoked_at) AS changes,
                       row_number() OVER (ORDER BY issuer_id, rank / 65536)
                           + (SELECT coalesce(max(number), 0) FROM status_list) AS number
                  FROM ranked GROUP BY issuer_id, rank / 65536;
            CREATE TEMP TABLE shuffled ON COMMIT DROP AS
                SELECT place, row_number() OVER (ORDER BY random()) - 1 AS rank
                  FROM generate_series(0, 131071) AS place WHERE EXISTS (SELECT 1 FROM ranked);
            INSERT INTO status_list (number, issuer_id, taken, changes)
                SELECT number, issuer_id, taken, changes FROM list_number;
            INSERT INTO award_proof (award_id, list, place, salt)
                SELECT ranked.award_id, list_number.number, shuffled.place, replace(gen_random_uuid()::text, '-', '')
                  FROM ranked
                  JOIN list_number ON list_number.issuer_id = ranked.issuer_id
                                  AND list_number.part = ranked.rank / 65536
                  JOIN shuffled ON shuffled.rank = ranked.rank % 65536;}
            """
    )
}
