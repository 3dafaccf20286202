-- One row per privacy request and identifier form that it suppresses; append-only, so that a
-- request stays in force after its row has gone from the source. An erasure counts once the
-- identity was verified; an objection or opt-out at once. An address is listed in two forms (see
-- suppression_email_form). Identifiers are kept as keyed hashes only.
{{ config(
    materialized='incremental',
    incremental_strategy=firstparty.log_strategy(),
    unique_key='suppression_event_id',
    full_refresh=false,
    on_schema_change='fail',
) }}

with

privacy_requests as (
    select * from {{ ref('stg_consent__privacy_requests') }}
),

effective_requests as (
    select
        privacy_requests.request_id,
        privacy_requests.email,
        privacy_requests.phone,
        privacy_requests.user_id,
        case
            when privacy_requests.right = 'erase' then 'erasure'
            when privacy_requests.right = 'object' then 'objection'
            else 'opt_out'
        end as reason,
        coalesce(
            privacy_requests.identity_verified_at, privacy_requests.received_at
        ) as effective_at
    from privacy_requests
    where
        coalesce(privacy_requests.status, '')
        not in ({{ firstparty.refused_request_statuses() }})
        and (
            privacy_requests.identity_verified_at is not null
            or privacy_requests.received_at is not null
        )
        and (
            privacy_requests.right in ('object', 'opt_out_sale')
            or (
                privacy_requests.right = 'erase'
                and (
                    privacy_requests.identity_verified_at is not null
                    or privacy_requests.status in ({{ firstparty.verified_request_statuses() }})
                )
            )
        )
),

named_identifiers as (
    {% for identifier_type, expression in {
        'email': 'email',
        'email_google': firstparty.suppression_email_form('email'),
        'phone': 'phone',
        'user_id': 'user_id',
    }.items() -%}
        select
            request_id,
            reason,
            effective_at,
            '{{ identifier_type }}' as identifier_type,
            {{ expression }} as identifier_value
        from effective_requests
        {% if not loop.last %}union all{% endif %}
    {% endfor %}
),

keyed_events as (
    select
        request_id || ':' || identifier_type || ':' || reason as suppression_event_id,
        request_id,
        identifier_type,
        keyed_hash(identifier_type || ':' || identifier_value) as identifier_hash,
        reason,
        effective_at
    from named_identifiers
    where identifier_value is not null
),

int_governance__suppression_events as (
    select
        keyed_events.suppression_event_id,
        keyed_events.request_id,
        keyed_events.identifier_type,
        keyed_events.identifier_hash,
        keyed_events.reason,
        keyed_events.effective_at
    from keyed_events
    {% if is_incremental() -%}
        left join {{ this }} as known_events
            on keyed_events.suppression_event_id = known_events.suppression_event_id
        where known_events.suppression_event_id is null
    {%- endif %}
)

select * from int_governance__suppression_events
