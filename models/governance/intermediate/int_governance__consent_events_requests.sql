-- One row per privacy request that forbids something, identifier that it names and purpose that it
-- denies. An objection denies marketing; an opt-out of sale what GPC denies; a restriction or an
-- erasure everything that needs consent. It counts from the day it was received, verified or not:
-- stopping too early harms nobody. Refused and cancelled requests are left out.
with

privacy_requests as (
    select * from {{ ref('stg_consent__privacy_requests') }}
),

purposes as (
    select * from {{ ref('purposes') }}
),

live_requests as (
    select
        privacy_requests.request_id,
        privacy_requests.right as privacy_right,
        privacy_requests.email,
        privacy_requests.phone,
        privacy_requests.user_id,
        privacy_requests.received_at
    from privacy_requests
    where
        privacy_requests.received_at is not null
        and coalesce(privacy_requests.status, '')
        not in ({{ firstparty.refused_request_statuses() }})
),

named_identifiers as (
    select
        request_id,
        privacy_right,
        received_at,
        'email' as identifier_type,
        email as identifier_value
    from live_requests
    union all
    select
        request_id,
        privacy_right,
        received_at,
        'phone' as identifier_type,
        phone as identifier_value
    from live_requests
    union all
    select
        request_id,
        privacy_right,
        received_at,
        'user_id' as identifier_type,
        user_id as identifier_value
    from live_requests
),

int_governance__consent_events_requests as (
    select
        'consent.privacy_requests' as source_system,
        concat_ws(
            ':',
            named_identifiers.request_id,
            named_identifiers.identifier_type,
            purposes.purpose,
            purposes.channel
        ) as source_event_id,
        named_identifiers.identifier_type,
        named_identifiers.identifier_value,
        cast(null as string) as login_value,
        purposes.purpose,
        purposes.channel,
        'objected' as action,
        'form' as mechanism,
        named_identifiers.received_at as occurred_at
    from named_identifiers
    inner join purposes
        on
            purposes.needs_consent
            and (
                named_identifiers.privacy_right in ('erase', 'restrict')
                or (named_identifiers.privacy_right = 'object' and purposes.is_marketing)
                or (named_identifiers.privacy_right = 'opt_out_sale' and purposes.is_denied_by_gpc)
                or (
                    named_identifiers.privacy_right = 'limit_sensitive'
                    and purposes.purpose = 'sensitive_data'
                )
            )
    where named_identifiers.identifier_value is not null
)

select * from int_governance__consent_events_requests
