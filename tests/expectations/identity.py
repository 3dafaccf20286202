"""What identity produced: judged over persons, records and profiles, before anybody is put into an audience."""

from __future__ import annotations

from .declarations import Check, known_key, no_rows, not_null, same_row_count, unique

SUITE = "identity"

DIGEST = "^[0-9a-f]{64}$".replace("{", "{{").replace("}", "}}")

CHECKS: list[Check] = [
    not_null("persons", "person_id"),
    unique("persons", "person_id"),
    not_null("person_records", "record_id"),
    unique("person_records", "record_id"),
    not_null("person_records", "person_id"),
    known_key("person_records", "person_id", "persons"),
    no_rows(
        "persons",
        "every_person_has_a_record",
        "select person_id from {batch} where person_id not in (select person_id from $person_records)",
    ),
    no_rows(
        "persons",
        "nobody_holds_more_than_1000_records",
        "select person_id from {batch} where record_count > 1000",
        column="record_count",
    ),
    no_rows(
        "persons",
        "nobody_holds_more_than_100_records",
        "select person_id from {batch} where record_count > 100",
        severity="warning",
        column="record_count",
    ),
    no_rows(
        "person_identifiers",
        "nobody_holds_more_than_50_values_of_one_type",
        "select person_id from {batch} where identifier_type in "
        "('user_id', 'loyalty_number', 'national_id', 'email', 'phone') "
        "group by person_id, identifier_type having count(distinct identifier_hash) > 50",
    ),
    no_rows(
        "person_identifiers",
        "nobody_holds_more_than_10_values_of_one_type",
        "select person_id from {batch} where identifier_type in "
        "('user_id', 'loyalty_number', 'national_id', 'email', 'phone') "
        "group by person_id, identifier_type having count(distinct identifier_hash) > 10",
        severity="warning",
    ),
    no_rows(
        "person_identifiers",
        "no_record_belongs_to_two_people",
        "select identifier_hash from {batch} where identifier_type = 'record_id' "
        "group by identifier_hash having count(distinct person_id) > 1",
    ),
    known_key("person_identifiers", "person_id", "persons"),
    no_rows(
        "person_identifiers",
        "identifier_hash_is_a_digest",
        "select person_id from {batch} where identifier_hash is null "
        f"or regexp_extract(identifier_hash, '{DIGEST}', 0) = ''",
        column="identifier_hash",
    ),
    not_null("customer_profiles", "person_id"),
    unique("customer_profiles", "person_id"),
    same_row_count("customer_profiles", "persons"),
    unique("customer_events", "event_id"),
    known_key("customer_events", "person_id", "persons"),
    no_rows(
        "consent_state",
        "one_row_for_each_person_and_purpose",
        "select person_id from {batch} group by person_id "
        "having count(*) != (select count(*) from $purposes) or count(distinct purpose || channel) != count(*)",
    ),
    known_key("consent_state", "person_id", "persons"),
    no_rows(
        "persons",
        "everybody_has_a_consent_state",
        "select person_id from {batch} where person_id not in (select person_id from $consent_state)",
    ),
    no_rows(
        "consent_state",
        "no_grant_has_expired",
        "select person_id from {batch} inner join $int_governance__build_days as build_days on true "
        "where status = 'granted' and expires_at <= build_days.as_of",
        column="expires_at",
    ),
    no_rows(
        "overrides",
        "no_override_contradicts_another",
        "select override from {batch} where status = 'contradicted'",
        severity="warning",
    ),
    no_rows(
        "overrides",
        "every_override_is_understood_and_about_somebody",
        "select override from {batch} where status in ('unknown', 'not_understood')",
        severity="warning",
    ),
]
