-- One row per event of any source, with the person it belongs to, as of this build. Nobody's events
-- are here too, with person_id null, so that rows in equal rows out and money adds up.
{% set event_models = [
    'int_profile__events_crm',
    'int_profile__events_shop',
    'int_profile__events_pos',
    'int_profile__events_loyalty',
    'int_profile__events_subscriptions',
    'int_profile__events_web',
    'int_profile__events_app',
    'int_profile__events_email',
    'int_profile__events_support',
    'int_profile__events_survey',
    'int_profile__events_social',
    'int_profile__events_ads',
] -%}
with all_events as (

    {% for event_model in event_models -%}
        select
            event_id,
            entity,
            record_id,
            event_kind,
            occurred_at,
            amount,
            currency,
            source,
            source_row_key,
            properties
        from {{ ref(event_model) }}
        {% if not loop.last %}union all{% endif %}
    {% endfor %}
),

person_records as (

    select * from {{ ref('person_records') }}

),

event_kinds as (

    select * from {{ ref('event_kinds') }}

),

int_profile__events_assigned as (

    select
        cast(all_events.event_id as string) as event_id,
        cast(person_records.person_id as string) as person_id,
        cast(all_events.record_id as string) as record_id,
        cast(all_events.event_kind as string) as event_kind,
        cast(all_events.occurred_at as timestamp) as occurred_at,
        cast(event_kinds.channel as string) as channel,
        cast(all_events.amount as decimal(18, 2)) as amount,
        cast(all_events.currency as string) as currency,
        cast(all_events.source as string) as source,
        cast(all_events.entity as string) as entity,
        cast(all_events.source_row_key as string) as source_row_key,
        cast(all_events.properties as string) as properties,
        cast(date_trunc('month', all_events.occurred_at) as date) as event_month
    from all_events
    left join person_records
        on all_events.record_id = person_records.record_id
    left join event_kinds
        on all_events.event_kind = event_kinds.event_kind

)

select * from int_profile__events_assigned
