"""One row per check of the `publish` suite: whether the rows about to leave may leave.

A failed check is a row, not an error: the verdict must be stored before `activation_gate` acts on it.
"""

from expectations import publish, runner


def model(dbt, session):
    """Evaluate the suite over the tables it names."""
    dbt.config(materialized="table")
    relations = {
        "int_activation__eligible_members": dbt.ref("int_activation__eligible_members"),
        "persons": dbt.ref("persons"),
        "person_identifiers": dbt.ref("person_identifiers"),
        "suppressed_identifiers": dbt.ref("suppressed_identifiers"),
        "consent_state": dbt.ref("consent_state"),
        "strict_consent_grants": dbt.ref("strict_consent_grants"),
        "strict_regimes": dbt.ref("strict_regimes"),
        "google_consent_signals": dbt.ref("google_consent_signals"),
        "destination_purposes": dbt.ref("destination_purposes"),
        "int_governance__brake_measures": dbt.ref("int_governance__brake_measures"),
        "int_governance__build_days": dbt.ref("int_governance__build_days"),
    }
    return runner.evaluate(
        publish.SUITE,
        publish.checks(relations[publish.TABLE].columns),
        relations,
        session,
        runner.pages_folder(publish.SUITE),
    )
