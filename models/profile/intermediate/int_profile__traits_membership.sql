-- One row per person and trait that a source states of its member or contact: tier, stage. These
-- are the source's own words, not ours. Of several memberships or contacts the one updated last
-- speaks; equal times fall back on record_id.
with person_records as (

    select * from {{ ref('person_records') }}

),

members as (

    select * from {{ ref('stg_loyalty__members') }}

),

contacts as (

    select * from {{ ref('stg_crm__contacts') }}

),

words as (

    select
        record_id,
        'loyalty_tier' as trait_name,
        tier as word,
        updated_at
    from members
    where tier is not null
    union all
    select
        record_id,
        'crm_lifecycle_stage' as trait_name,
        lifecycle_stage as word,
        updated_at
    from contacts
    where lifecycle_stage is not null

),

ranked_words as (

    select
        person_records.person_id,
        words.trait_name,
        words.word,
        words.record_id,
        row_number() over (
            partition by person_records.person_id, words.trait_name
            order by words.updated_at desc nulls last, words.record_id desc
        ) as word_rank
    from words
    inner join person_records
        on words.record_id = person_records.record_id

),

int_profile__traits_membership as (

    select
        person_id,
        trait_name,
        word as value,
        cast(null as double) as value_number,
        'record ' || record_id as evidence
    from ranked_words
    where word_rank = 1

)

select * from int_profile__traits_membership
