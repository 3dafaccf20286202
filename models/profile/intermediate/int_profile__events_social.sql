-- One row per mention or direct message on a social network. The text itself stays in staging;
-- network, kind and sentiment are what a timeline needs.
with mentions as (

    select * from {{ ref('stg_social__mentions') }}

),

int_profile__events_social as (

    select
        'social.mentions:' || mention_id as event_id,
        'social.mentions' as entity,
        record_id,
        case
            when kind = 'direct_message' then 'social_message_received'
            else 'social_mention_made'
        end as event_kind,
        occurred_at,
        cast(null as decimal(18, 2)) as amount,
        cast(null as string) as currency,
        'social' as source,
        {{ firstparty.source_row_key() }} as source_row_key,
        {{ firstparty.json_object({
            'network': 'network',
            'sentiment': 'sentiment',
        }) }} as properties
    from mentions

)

select * from int_profile__events_social
