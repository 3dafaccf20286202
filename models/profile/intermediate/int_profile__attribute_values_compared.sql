-- One row per person, attribute and value: what speaks for the value, and its rank by each
-- strategy. Of the records that hold the same value, one stands for it: best source, then most
-- complete, then latest, then record_id. Ranks are dense: equal evidence is an equal rank, and the
-- rule's next strategy decides. Values that identity refused (a desk's own address, test@test.com)
-- are marked.
with recorded_values as (

    select * from {{ ref('int_profile__attribute_values_recorded') }}

),

source_priorities as (

    select * from {{ ref('source_priorities') }}

),

refused_identifiers as (

    select * from {{ ref('refused_identifiers') }}

),

prioritised as (

    select
        recorded_values.person_id,
        recorded_values.attribute,
        recorded_values.value,
        recorded_values.record_id,
        recorded_values.source,
        recorded_values.last_seen_at,
        recorded_values.completeness,
        coalesce(own_priorities.priority, general_priorities.priority, 999) as source_priority
    from recorded_values
    left join source_priorities as own_priorities
        on
            recorded_values.source = own_priorities.source
            and recorded_values.attribute = own_priorities.attribute
    left join source_priorities as general_priorities
        on
            recorded_values.source = general_priorities.source
            and general_priorities.attribute = '*'

),

standing as (

    select
        person_id,
        attribute,
        value,
        record_id,
        source,
        source_priority,
        row_number() over (
            partition by person_id, attribute, value
            order by source_priority, completeness desc, last_seen_at desc nulls last, record_id
        ) as record_rank,
        count(*) over (partition by person_id, attribute, value) as record_count,
        max(last_seen_at) over (partition by person_id, attribute, value) as last_seen_at,
        max(completeness) over (partition by person_id, attribute, value) as completeness
    from prioritised

),

refused_values as (

    select distinct
        identifier_type,
        identifier_value
    from refused_identifiers
    where reason in ('blocked', 'over_shared')

),

int_profile__attribute_values_compared as (

    select
        standing.person_id,
        standing.attribute,
        standing.value,
        standing.record_id,
        standing.source,
        standing.source_priority,
        standing.record_count,
        standing.last_seen_at,
        standing.completeness,
        refused_values.identifier_value is not null as is_refused,
        dense_rank() over (
            partition by standing.person_id, standing.attribute
            order by standing.source_priority
        ) as source_priority_rank,
        dense_rank() over (
            partition by standing.person_id, standing.attribute
            order by standing.last_seen_at desc nulls last
        ) as recency_rank,
        dense_rank() over (
            partition by standing.person_id, standing.attribute
            order by standing.record_count desc
        ) as frequency_rank,
        dense_rank() over (
            partition by standing.person_id, standing.attribute
            order by standing.completeness desc
        ) as completeness_rank
    from standing
    left join refused_values
        on
            standing.attribute = refused_values.identifier_type
            and standing.value = refused_values.identifier_value
    where standing.record_rank = 1

)

select * from int_profile__attribute_values_compared
