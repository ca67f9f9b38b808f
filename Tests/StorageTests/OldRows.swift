import Core

@testable import Storage

/// What each version's own program may have written, by the number of the version that made its tables.
enum OldRows {
    private static let rows = [
        1: """
        INSERT INTO issuer (id, name) VALUES ('a', 'A 🏅'), ('b', 'B');
        INSERT INTO picture (id, media_type, bytes, created_at)
        VALUES ('\(String(repeating: "f", count: 64))', 'image/png', BYTES, 0);
        INSERT INTO badge_class (id, slug, issuer_id, status, version, revision, search_name, created_at, published_at)
        VALUES ('x', 'x', 'a', 'published', 1, 1, 'x', 0, 0), ('y', 'y', 'b', 'published', 1, 1, 'y', 0, 0);
        INSERT INTO badge_version (badge_id, version, name, description, criteria, picture, picture_description,
                                   alignments, tags, created_at)
        VALUES ('x', 1, 'X 🐍', '', '', '\(picture)', '', '[]', '["é"]', 0),
               ('y', 1, 'Y', '', '', '\(picture)', '', '[]', '[]', 0);
        """,
        2: """
        INSERT INTO person (id, name, search_name, created_at) VALUES ('p', 'שלום', 'שלום', 0), ('q', 'Q', 'q', 0);
        INSERT INTO person_email (email, person_id, position) VALUES ('p@acme.example', 'p', 0);
        INSERT INTO external_identity (provider, subject, person_id, linked_at) VALUES ('demo', 's', 'p', 0);
        INSERT INTO person_role (person_id, role, origin) VALUES ('p', 'administrator', '');
        INSERT INTO role_grant (email, role, granted_by, granted_at) VALUES ('n@acme.example', 'designer', 'cli', 0);
        INSERT INTO session (token_hash, person_id, form_token, started_at, seen_at)
        VALUES ('\(TokenHash(of: "t").description)', 'p', 'f', 0, 0);
        """,
        3: """
        INSERT INTO award (id, badge_id, badge_version, person_id, issued_at, evidence, narrative,
                           revoked_at, revocation_reason)
        VALUES ('a1', 'x', 1, 'p', 0, '[]', '', NULL, NULL), ('a2', 'x', 1, 'q', 0, '[]', '', 5, 'No.'),
               ('b1', 'y', 1, 'p', 0, '[]', '', NULL, NULL);
        UPDATE badge_class SET holders = 1;
        INSERT INTO waiting_for_awards (person_id, mark) VALUES ('p', 0);
        """,
        4: """
        INSERT INTO activity (source, id, kind, title, search_title, offered, saved_at)
        VALUES ('s', 'git', 'course', 'Git 🏅', 'git 🏅', TRUE, 0);
        INSERT INTO learning_fact (source, record_id, activity_id, person_id, state, percent, told_at)
        VALUES ('s', 'r', 'git', 'p', 'inProgress', 40, 0);
        INSERT INTO expected_person_key (key_hash, person_id) VALUES ('k', 'q');
        INSERT INTO refresh (person_id, source, refreshed_at) VALUES ('p', 's', 0);
        INSERT INTO sync_lease (source, token, expires_at) VALUES ('s', 7, 0);
        INSERT INTO sync_cursor (source, position) VALUES ('s', '12');
        INSERT INTO sync_outcome (source, finished_at, status, message, activities, facts, problem_count)
        VALUES ('s', 0, 'healthy', '', 1, 1, 1);
        INSERT INTO sync_problem (source, position, record, reason) VALUES ('s', 0, 'line 7', 'No.');
        """,
        5: """
        INSERT INTO audit_event (at, actor, action, subject, detail) VALUES (0, 'cli', 'badge.created', 'x', '');
        INSERT INTO outbox (kind, payload, created_at) VALUES ('award.issued', '{"award":"a1"}', 0);
        """,
        6: """
        INSERT INTO signing_key (id, issuer_id, algorithm, public_key, sealed_key, created_at)
        VALUES ('k', 'a', 'Ed25519', BYTES, BYTES, 0);
        """,
        7: """
        INSERT INTO pending_sign_in (handle_hash, provider, browser_hash, return_to, started_at)
        VALUES ('\(TokenHash(of: "h").description)', 'demo', '\(TokenHash(of: "b").description)', '/', 0);
        INSERT INTO used_token (provider, token_hash, until) VALUES ('demo', '\(TokenHash(of: "u").description)', 9);
        INSERT INTO provider_issuer (provider, issuer) VALUES ('demo', 'https://id.example');
        INSERT INTO emergency_link (token_hash, person_id, until) VALUES ('\(TokenHash(of: "e").description)', 'p', 9);
        """,
        8: """
        INSERT INTO job (id, kind, unique_key, payload, state, due_at, created_at)
        VALUES ('j', 'mail', 'm', '[]', 'waiting', 0, 0);
        """,
        9: """
        UPDATE award SET suspended_at = 3, suspension_reason = 'Läuft 🐍' WHERE id = 'b1';
        """,
        10: """
        INSERT INTO counted_event (key_hash, until) VALUES ('\(TokenHash(of: "c").description)', 9);
        """,
        11: """
        INSERT INTO directory_user (id, directory, person_id, user_name, user_key, active, name, name_key, emails,
                                    attributes, document, version, created_at, changed_at)
        VALUES ('u', 'scim', 'q', 'Q@acme.example', 'q@acme.example', TRUE, 'Q', 'q', '[]', '{}', '{}', 1, 0, 0);
        INSERT INTO directory_email (user_id, position, address_key, kind) VALUES ('u', 0, 'q@acme.example', 'work');
        INSERT INTO directory_group (id, directory, name, name_key, version, created_at, changed_at)
        VALUES ('g', 'scim', 'Ärzte', 'ärzte', 1, 0, 0);
        INSERT INTO directory_member (group_id, user_id) VALUES ('g', 'u');
        INSERT INTO directory_leaver (directory, person_id) VALUES ('scim', 'q');
        """,
        12: """
        INSERT INTO posted_arrival (handle_hash, provider, browser_hash, return_to, recognised, posted_at)
        VALUES ('\(TokenHash(of: "r").description)', 'saml', '\(TokenHash(of: "b").description)', '/', '{}', 0);
        UPDATE session SET stay_until = 9;
        """,
        13: """
        INSERT INTO imported_badge (id, person_id, badge_key, trust, title, issuer, description, reason, added_at,
                                    checked_at, next_check_at)
        VALUES ('i', 'p', 'https://b.example/1', 'verified', 'Netz 🏅', 'B', '', '', 0, 0, 9);
        INSERT INTO imported_file (badge_id, part, media_type, bytes) VALUES ('i', 'original', 'image/png', BYTES);
        INSERT INTO badge_check (token_hash, person_id, link, asked_at)
        VALUES ('\(TokenHash(of: "v").description)', 'p', 'https://b.example/1', 0);
        INSERT INTO address_proof (person_id, email, code, sent, first_sent_at, sent_at)
        VALUES ('p', 'p@home.example', '123456', 1, 0, 0);
        """,
        14: """
        UPDATE award SET visibility = 'colleagues' WHERE id = 'a1';
        INSERT INTO award_share (award_id, target, shares, last_at) VALUES ('a1', 'linkedin', 2, 0);
        INSERT INTO profile (person_id, about, visibility) VALUES ('p', 'שלום', 'link');
        INSERT INTO collection (id, person_id, title, about, visibility) VALUES ('l', 'p', 'Best 🐍', '', 'owner');
        INSERT INTO collection_award (collection_id, award_id, position) VALUES ('l', 'a1', 0);
        """,
        15: """
        UPDATE person SET language = 'he', zone = 'Asia/Jerusalem', mail_token = 'm' WHERE id = 'p';
        INSERT INTO portal_setting (name, value) VALUES ('theme', '{}');
        INSERT INTO award_list (id, badge_id, created_by, name, state, created_at)
        VALUES ('w', 'x', 'p', 'Course of May', 'checked', 0);
        INSERT INTO award_list_row (list_id, line, address, note, problem)
        VALUES ('w', 1, 'n@acme.example', '', 'unknown'), ('w', 2, 'q@acme.example', '🏅', NULL);
        """,
        17: """
        UPDATE imported_badge SET visibility = 'link' WHERE id = 'i';
        INSERT INTO award_letter (award_id, person_id, noted_at, letter, closed_at)
        VALUES ('a1', 'p', 0, 'a1', 9), ('b1', 'p', 9, NULL, NULL);
        """,
        20: """
        UPDATE session SET sealed_token = BYTES;
        INSERT INTO announcement (token_hash, award_id, begun_at, done, link)
        VALUES ('\(TokenHash(of: "t").description)', 'a1', 0, TRUE, 'https://social.example/1');
        """,
        21: """
        UPDATE badge_class SET telling = 'monday' WHERE id = 'x';
        """,
        22: """
        INSERT INTO person_email (email, person_id, position, is_private) VALUES ('p@home.example', 'p', 1, TRUE);
        INSERT INTO leaver_visit (token_hash, person_id, until) VALUES ('v', 'q', 9);
        """,
        23: """
        INSERT INTO award_check (award_id, month, checks) VALUES ('a1', 23640, 3);
        INSERT INTO counted_month (month, counted_at) VALUES (23640, 0);
        INSERT INTO award_figure (month, badge_id, issued, claimed, claimed_soon, shared, checked, checks)
        VALUES (23640, 'x', 2, 1, 1, 1, 1, 3);
        INSERT INTO integration_call (integration, at, what, result, failed, milliseconds)
        VALUES ('lms 🐍', 0, 'GET /v1/users', '200', FALSE, 84);
        INSERT INTO integration_hour (integration, start, calls, failures, slow) VALUES ('lms 🐍', 0, 3, 1, 0);
        """,
        24: """
        INSERT INTO person (id, name, search_name, created_at, deactivated_at, erased_at)
        VALUES ('e', 'Somebody who was erased', 'somebody who was erased', 0, 9, 9);
        INSERT INTO erased_key (key_hash) VALUES ('00ff');
        """,
    ]

    private static let picture = #"{"kind":"link","url":"https://acme.example/x.png"}"#

    static func text(_ version: Int, _ engine: Engine) -> String {
        (rows[version] ?? "").replacing("BYTES", with: engine == .sqlite ? "x'00ff'" : #"'\x00ff'"#)
    }
}
