"""What must be true of the project as dbt parses it: who may read whom, what is tagged, what is promised."""

from __future__ import annotations

import json
import re
from typing import Any

from dbt.clients.yaml_helper import load_yaml_text
from fideslang.default_taxonomy import DEFAULT_TAXONOMY

from scripts import PROJECT

PUBLIC_TABLES = {
    "identity": {
        "person_records",
        "persons",
        "identity_edges",
        "person_redirects",
        "person_history",
        "households",
        "identity_scorecard",
    },
    "profile": {"customer_profiles", "customer_events", "customer_traits"},
    "governance": {"consent_ledger", "consent_state", "quarantined_rows", "expectation_results"},
    "activation": {
        "audiences",
        "audience_members",
        "audience_changes",
        "sync_google_ads__customer_match",
        "sync_meta__custom_audience",
    },
}

PERSONAL_COLUMNS = re.compile(
    r"^(given_name|middle_name|family_name|full_name|display_name|(secondary_)?email(_raw)?|"
    r"(mobile_)?phone(_raw)?|birth_date(_raw)?|street_address|postal_code|ip|national_id|"
    r"advertising_id|device_id|anonymous_id|identifier_value)$"
)

# Behind these nobody's data is read: one lets only eligible members through, one holds the verdict of the build, and
# one tells why somebody had to leave, by keys and reasons alone.
REMOVAL_COLUMNS = {"destination", "removal_key", "surviving_person_id", "removal_reason"}
BORDERS = {"int_activation__eligible_members", "int_activation__removals_explained", "activation_gate"}


def models(manifest: dict[str, Any]) -> dict[str, dict[str, Any]]:
    """The project's models by unique id."""
    return {key: node for key, node in manifest["nodes"].items() if node["resource_type"] == "model"}


def test_personal_data_reaches_syncs_only_through_eligible_members(manifest: dict[str, Any]) -> None:
    """Walking up from each sync, nothing but activation models is met before the border."""
    nodes = models(manifest)
    syncs = [key for key, node in nodes.items() if node["name"].startswith("sync_")]
    assert len(syncs) >= 2
    leaks = set()
    for sync in syncs:
        seen: set[str] = set()
        waiting = [sync]
        while waiting:
            current = waiting.pop()
            if current in seen or current not in nodes or nodes[current]["name"] in BORDERS:
                continue
            seen.add(current)
            if not nodes[current]["path"].startswith("activation/"):
                leaks.add((nodes[sync]["name"], nodes[current]["name"]))
            waiting.extend(nodes[current]["depends_on"]["nodes"])
    assert not leaks
    explained = next(node for node in nodes.values() if node["name"] == "int_activation__removals_explained")
    assert set(explained["columns"]) == REMOVAL_COLUMNS


def test_published_tables_wait_for_the_gate(manifest: dict[str, Any]) -> None:
    """Each public table of activation has the gate among its ancestors, but for that of those who leave at once."""
    nodes = models(manifest)

    def ancestors(key: str) -> set[str]:
        found: set[str] = set()
        waiting = [key]
        while waiting:
            for parent in nodes.get(waiting.pop(), {"depends_on": {"nodes": []}})["depends_on"]["nodes"]:
                if parent not in found:
                    found.add(parent)
                    waiting.append(parent)
        return found

    ungated = [
        node["name"]
        for key, node in nodes.items()
        if node["path"].startswith("activation/")
        and node["config"]["access"] == "public"
        and not any(parent.endswith(".activation_gate") for parent in ancestors(key))
    ]
    assert ungated == ["audience_withdrawals"]


def test_public_tables_of_the_contract_exist(manifest: dict[str, Any]) -> None:
    """The addresses that dashboards and syncs depend on are there, public and under an enforced contract."""
    found = {(node["schema"], node["name"]): node for node in models(manifest).values()}
    for schema, tables in PUBLIC_TABLES.items():
        for table in tables:
            node = found.get((schema, table))
            assert node is not None, f"{schema}.{table} is missing"
            assert node["config"]["access"] == "public", f"{schema}.{table} is not public"
            assert node["config"]["contract"]["enforced"], f"{schema}.{table} has no enforced contract"


def test_person_rows_name_the_sources_of_each_kind(manifest: dict[str, Any]) -> None:
    """A kind of person rows is left out where its sources are all off: the list names all that the kind reads."""
    nodes = {node["name"]: node for node in models(manifest).values()}
    kinds = manifest["macros"]["macro.firstparty.event_person_rows"]["macro_sql"]
    lists = re.findall(r"'(\w+)': \[(.+)\]", kinds)
    assert len(lists) == 3
    for kind, listed in lists:
        parents = nodes[f"int_identity__person_rows_{kind}"]["depends_on"]["nodes"]
        read = {parent.rpartition(".stg_")[2].partition("__")[0] for parent in parents}
        assert set(re.findall(r"\w+", listed)) == read, kind


def test_personal_columns_are_tagged(manifest: dict[str, Any]) -> None:
    """Columns with personal data by name carry a fideslang category."""
    untagged = [
        f"{node['name']}.{column['name']}"
        for node in models(manifest).values()
        for column in node["columns"].values()
        if PERSONAL_COLUMNS.match(column["name"])
        and not column.get("config", {}).get("meta", {}).get("fides", {}).get("data_categories")
    ]
    assert not untagged


def test_tags_are_words_of_the_vocabulary(manifest: dict[str, Any]) -> None:
    """Every data category named anywhere is one of fideslang's."""
    known = {category.fides_key for category in DEFAULT_TAXONOMY.data_category or []}
    used = {
        category
        for kind in ("nodes", "sources")
        for node in manifest[kind].values()
        for column in node.get("columns", {}).values()
        for category in column.get("config", {}).get("meta", {}).get("fides", {}).get("data_categories", [])
    }
    assert used
    assert used <= known


def test_models_with_personal_columns_say_so(manifest: dict[str, Any]) -> None:
    """A model with a tagged column is declared to hold personal data."""
    undeclared = [
        node["name"]
        for node in models(manifest).values()
        if any(column.get("config", {}).get("meta", {}).get("fides") for column in node["columns"].values())
        and not node["config"]["meta"].get("personal_data")
    ]
    assert not undeclared


def test_nothing_reads_the_clock() -> None:
    """What a build says depends on its input and on var as_of."""
    clocks = re.compile(r"\b(now\(\)|current_timestamp|current_date|localtimestamp|today\(\)|get_current_timestamp)")
    reading = [
        str(path.relative_to(PROJECT))
        for folder in ("models", "macros", "analyses")
        for path in (PROJECT / folder).rglob("*.sql")
        if clocks.search(path.read_text(encoding="utf-8"))
    ]
    assert not reading


def test_every_sync_has_an_exposure(manifest: dict[str, Any]) -> None:
    """Each table that leaves the warehouse names who takes it."""
    exposed = {parent for exposure in manifest["exposures"].values() for parent in exposure["depends_on"]["nodes"]}
    unexposed = [
        node["name"]
        for key, node in models(manifest).items()
        if node["name"].startswith("sync_") and key not in exposed
    ]
    assert not unexposed


def test_every_macro_is_documented(manifest: dict[str, Any]) -> None:
    """Each macro has a description, and so has each argument; an engine's own implementation is its dispatcher's."""
    implementation = re.compile(r"^(duckdb|spark|default)__|^materialization_|^test_")
    bare = []
    for macro in manifest["macros"].values():
        if macro["package_name"] != "firstparty" or implementation.match(macro["name"]):
            continue
        if not macro["description"] or not all(argument["description"] for argument in macro["arguments"]):
            bare.append(macro["name"])
    assert not bare


def test_engines_differ_in_one_folder(manifest: dict[str, Any]) -> None:
    """What is written for one engine lies in macros/cross_db, for every engine; nothing else asks which one it is."""
    by_engine: dict[str, set[str]] = {}
    for macro in manifest["macros"].values():
        if macro["package_name"] == "firstparty" and (
            found := re.match(r"(duckdb|spark|default)__(.+)|materialization_.+_(?!default)", macro["name"])
        ):
            assert macro["original_file_path"].startswith("macros/cross_db/"), macro["name"]
            by_engine.setdefault(found[1], set()).add(found[2])
    assert by_engine["duckdb"] == by_engine["default"]
    assert by_engine["duckdb"] <= by_engine["spark"]
    asking = {
        str(path.relative_to(PROJECT))
        for folder in ("models", "macros", "analyses", "tests")
        for path in (PROJECT / folder).rglob("*.sql")
        if re.search(r"target\.(type|name)|adapter\.(type|dispatch)", path.read_text(encoding="utf-8"))
    }
    assert {path for path in asking if not path.startswith("macros/cross_db/")} == set()


def test_static_docs_stay_whole(manifest: dict[str, Any]) -> None:
    """`dbt docs generate --static` writes the manifest into a script of the page as it is: this text would end it."""
    assert "</script" not in json.dumps(manifest).lower()


def test_readme_names_what_exists() -> None:
    """The proofs that the README names are there, and so is each var, in the README and in dbt_project.yml."""
    readme = (PROJECT / "README.md").read_text(encoding="utf-8")
    tests = {path.stem for path in (PROJECT / "tests").rglob("assert_*.sql")}
    named = set(re.findall(r"`(assert_[a-z_]+)`", readme))
    assert named
    assert named <= tests
    assert [path for path in re.findall(r"`(tests/python/[a-z_]+\.py)`", readme) if not (PROJECT / path).exists()] == []
    declared = set((load_yaml_text((PROJECT / "dbt_project.yml").read_text(encoding="utf-8")) or {})["vars"])
    used = {
        name
        for folder in ("models", "macros", "analyses", "tests")
        for path in (PROJECT / folder).rglob("*.sql")
        for name in re.findall(r"var\('([a-z_]+)'", path.read_text(encoding="utf-8"))
    }
    # dbt reads dbt_project.yml before the vars in it, so this one has its default where it is used.
    assert used == declared
    declared |= {"test_code"}
    assert {name for name in declared if f"| `{name}` |" not in readme} == set()
