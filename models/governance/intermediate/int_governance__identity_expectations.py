"""One row per check of the `identity` suite: whether identity and profile made what they should.

A failed check is a row, not an error: the verdict must be stored before `activation_gate` acts on it.
"""

from expectations import identity, runner


def model(dbt, session):
    """Evaluate the suite over the tables it names."""
    dbt.config(materialized="table")
    relations = {
        "persons": dbt.ref("persons"),
        "person_records": dbt.ref("person_records"),
        "person_identifiers": dbt.ref("person_identifiers"),
        "overrides": dbt.ref("overrides"),
        "customer_profiles": dbt.ref("customer_profiles"),
        "customer_events": dbt.ref("customer_events"),
        "consent_state": dbt.ref("consent_state"),
        "purposes": dbt.ref("purposes"),
        "int_governance__build_days": dbt.ref("int_governance__build_days"),
    }
    return runner.evaluate(identity.SUITE, identity.CHECKS, relations, session, runner.pages_folder(identity.SUITE))
