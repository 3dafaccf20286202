-- One row per public table: how many rows it has. Run: dbt show -s table_row_counts --limit 50
{% set public_tables = [
    'person_records', 'persons', 'identity_edges', 'person_redirects', 'person_history',
    'person_identifiers', 'refused_identifiers', 'identity_scorecard',
    'customer_profiles', 'customer_events', 'customer_traits', 'profile_attribute_values',
    'person_jurisdictions',
    'consent_ledger', 'consent_state', 'quarantined_rows', 'expectation_results',
    'audiences', 'audience_members', 'audience_changes',
    'sync_google_ads__customer_match', 'sync_meta__custom_audience',
] -%}
with table_row_counts as (

    {% for public_table in public_tables -%}
        select
            {{ loop.index }} as table_number,
            '{{ ref(public_table).schema }}.{{ public_table }}' as table_name,
            count(*) as row_count
        from {{ ref(public_table) }}
        {{ 'union all' if not loop.last }}
    {% endfor %}
)

select * from table_row_counts
order by table_number
