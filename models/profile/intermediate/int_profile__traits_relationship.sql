-- One row per person and trait that the golden record and the summed timeline already hold. The
-- traits are those that seed trait_definitions gives to family "relationship"; a new one needs its
-- row there and its case here. Evidence names the tables and how many rows of them the value rests
-- on.
with profiles as (

    select * from {{ ref('customer_profiles') }}

),

trait_definitions as (

    select * from {{ ref('trait_definitions') }}

),

valued as (

    select
        profiles.person_id,
        trait_definitions.trait_name,
        case trait_definitions.trait_name
            when 'first_seen_at' then cast(profiles.first_seen_at as string)
            when 'last_seen_at' then cast(profiles.last_seen_at as string)
            when 'record_count' then cast(profiles.record_count as string)
            when 'is_anonymous' then cast(profiles.is_anonymous as string)
            when 'age_years' then cast(profiles.age_years as string)
            when 'country' then profiles.jurisdiction_country
            when 'lifecycle_stage' then profiles.lifecycle_stage
            when 'order_count' then cast(nullif(profiles.order_count, 0) as string)
            when 'total_spend_amount'
                then
                    case
                        when profiles.order_count > 0
                            then cast(profiles.total_spend_amount as string)
                    end
            when 'average_order_amount' then cast(profiles.average_order_amount as string)
            when 'days_since_last_order' then cast(profiles.days_since_last_order as string)
            when 'channels_used' then profiles.channels_used
            when 'preferred_channel' then profiles.preferred_channel
        end as value,
        case trait_definitions.trait_name
            when 'record_count' then cast(profiles.record_count as double)
            when 'age_years' then cast(profiles.age_years as double)
            when 'order_count' then cast(profiles.order_count as double)
            when 'total_spend_amount' then cast(profiles.total_spend_amount as double)
            when 'average_order_amount' then cast(profiles.average_order_amount as double)
            when 'days_since_last_order' then cast(profiles.days_since_last_order as double)
        end as value_number,
        case
            when
                trait_definitions.trait_name in (
                    'record_count', 'is_anonymous', 'age_years', 'country'
                )
                then 'person_records: ' || cast(profiles.record_count as string)
            when
                trait_definitions.trait_name in (
                    'lifecycle_stage', 'order_count', 'total_spend_amount', 'average_order_amount',
                    'days_since_last_order'
                )
                then 'customer_events: ' || cast(profiles.order_count as string) || ' purchases'
            else
                'person_records: ' || cast(profiles.record_count as string)
                || '; customer_events: ' || cast(profiles.event_count as string)
        end as evidence
    from profiles
    cross join trait_definitions
    where trait_definitions.family = 'relationship'

),

int_profile__traits_relationship as (

    select
        person_id,
        trait_name,
        value,
        value_number,
        evidence
    from valued
    where value is not null

)

select * from int_profile__traits_relationship
