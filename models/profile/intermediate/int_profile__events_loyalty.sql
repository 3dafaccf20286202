-- One row per event of the loyalty scheme: a member who joined, points added or deducted.
-- Points are no money: they stand in the properties and never in amount.
-- A member whose day of joining is unknown gives no event; every points entry gives one.
with members as (

    select * from {{ ref('stg_loyalty__members') }}

),

points as (

    select * from {{ ref('stg_loyalty__points') }}

),

member_events as (

    select
        'loyalty.members:' || member_id as event_id,
        'loyalty.members' as entity,
        record_id,
        'loyalty_joined' as event_kind,
        joined_at as occurred_at,
        {{ firstparty.source_row_key() }} as source_row_key,
        {{ firstparty.json_object({'tier': 'tier'}) }} as properties
    from members
    where joined_at is not null

),

points_events as (

    select
        'loyalty.points:' || entry_id as event_id,
        'loyalty.points' as entity,
        record_id,
        case when points_count < 0 then 'points_deducted' else 'points_added' end as event_kind,
        occurred_at,
        {{ firstparty.source_row_key() }} as source_row_key,
        {{ firstparty.json_object({
            'points_count': 'points_count',
            'reason': 'reason',
        }) }} as properties
    from points

),

int_profile__events_loyalty as (

    {% for events in ['member_events', 'points_events'] -%}
        select
            event_id,
            entity,
            record_id,
            event_kind,
            occurred_at,
            cast(null as decimal(18, 2)) as amount,
            cast(null as string) as currency,
            'loyalty' as source,
            source_row_key,
            properties
        from {{ events }}
        {% if not loop.last %}union all{% endif %}
    {% endfor %}
)

select * from int_profile__events_loyalty
