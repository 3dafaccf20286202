"""One row per check of the `landed` suite: whether what landed is whole, fresh and consistent.

A failed check is a row, not an error: the verdict must be stored before `activation_gate` acts on it.
"""

from expectations import landed, runner


def model(dbt, session):
    """Evaluate the suite over the tables it names."""
    dbt.config(materialized="table")
    relations = {
        "int_staging__row_counts": dbt.ref("int_staging__row_counts"),
        "quarantined_rows": dbt.ref("quarantined_rows"),
        "suppressed_identifiers": dbt.ref("suppressed_identifiers"),
        "purposes": dbt.ref("purposes"),
        "stg_crm__contacts": dbt.ref("stg_crm__contacts"),
        "stg_shop__customers": dbt.ref("stg_shop__customers"),
        "stg_shop__orders": dbt.ref("stg_shop__orders"),
        "stg_shop__order_lines": dbt.ref("stg_shop__order_lines"),
        "stg_shop__returns": dbt.ref("stg_shop__returns"),
        "stg_loyalty__members": dbt.ref("stg_loyalty__members"),
        "stg_loyalty__points": dbt.ref("stg_loyalty__points"),
        "stg_subscriptions__subscriptions": dbt.ref("stg_subscriptions__subscriptions"),
        "stg_subscriptions__subscription_events": dbt.ref("stg_subscriptions__subscription_events"),
        "stg_web__events": dbt.ref("stg_web__events"),
        "stg_email__subscribers": dbt.ref("stg_email__subscribers"),
        "stg_email__events": dbt.ref("stg_email__events"),
        "stg_support__tickets": dbt.ref("stg_support__tickets"),
        "stg_support__messages": dbt.ref("stg_support__messages"),
        "stg_consent__events": dbt.ref("stg_consent__events"),
        "stg_consent__privacy_requests": dbt.ref("stg_consent__privacy_requests"),
        "stg_people_files__people": dbt.ref("stg_people_files__people"),
    }
    return runner.evaluate(landed.SUITE, landed.CHECKS, relations, session, runner.pages_folder(landed.SUITE))
