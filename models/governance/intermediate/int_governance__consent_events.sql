-- One row per consent event of any source, in the ledger's words, still with the identifier in
-- clear: the ledger replaces it by its keyed hash. Columns that only the consent platform knows
-- are null for the other sources.
{% set sources = ['preferences', 'signals', 'requests', 'email', 'refusals', 'shop', 'app'] %}

with

declared as (
    select * from {{ ref('int_governance__consent_events_declared') }}
),

{% for source in sources %}
    {{ source }} as (
        select * from {{ ref('int_governance__consent_events_' ~ source) }}
    ),

{% endfor %}
int_governance__consent_events as (
    select
        source_system,
        source_event_id,
        identifier_type,
        identifier_value,
        login_value,
        purpose,
        channel,
        vendor_or_destination,
        action,
        legal_basis,
        coalesce(jurisdiction, country) as jurisdiction,
        mechanism,
        framework_string,
        notice_version,
        occurred_at,
        coalesce(received_at, occurred_at) as received_at,
        expires_at,
        actor,
        is_minor
    from declared
    {% for source in sources %}
        union all
        select
            source_system,
            source_event_id,
            identifier_type,
            identifier_value,
            login_value,
            purpose,
            channel,
            cast(null as string) as vendor_or_destination,
            action,
            cast(null as string) as legal_basis,
            {{ 'jurisdiction' if source == 'signals' else 'cast(null as string)' }} as jurisdiction,
            mechanism,
            cast(null as string) as framework_string,
            cast(null as string) as notice_version,
            occurred_at,
            {{ 'coalesce(received_at, ' if source == 'app' else '(' }}occurred_at) as received_at,
            cast(null as timestamp) as expires_at,
            'subject' as actor,
            cast(null as boolean) as is_minor
        from {{ source }}
    {% endfor %}
)

select * from int_governance__consent_events
