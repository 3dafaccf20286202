-- One row per event of the mobile app. The app names its events freely, so all have one kind, and
-- the name stands in the properties beside the app's own properties, kept as the text they came in.
-- Device ids, advertising ids and push tokens are identifiers: they stay in the identity layer.
with app_events as (

    select * from {{ ref('stg_app__events') }}

),

int_profile__events_app as (

    select
        'app.events:' || event_id as event_id,
        'app.events' as entity,
        record_id,
        'app_used' as event_kind,
        occurred_at,
        cast(null as decimal(18, 2)) as amount,
        cast(null as string) as currency,
        'app' as source,
        {{ firstparty.source_row_key() }} as source_row_key,
        {{ firstparty.json_object({
            'event_name': 'event_name',
            'os': 'os',
            'app_version': 'app_version',
            'is_push_enabled': 'is_push_enabled',
            'app_properties': 'properties',
        }) }} as properties
    from app_events

)

select * from int_profile__events_app
