-- One row per thing known of one person: records, the edges that joined them, the golden record
-- with the values that lost, traits, the timeline, consent, and the audiences that the person is in
-- now. Ask for a person with --vars '{person_id: …}'; an id that was merged away leads to the
-- current one. Without the var it is the person that most sources know. Run: dbt show -s
-- one_person_story
{% set asked_person_id = (var('person_id') or '') | replace("'", "''") -%}
with persons as (select * from {{ ref('persons') }}),

person_redirects as (select * from {{ ref('person_redirects') }}),

person_details as (select * from {{ ref('person_details') }}),

person_records as (select * from {{ ref('person_records') }}),

identity_edges as (select * from {{ ref('identity_edges') }}),

attribute_values as (select * from {{ ref('profile_attribute_values') }}),

profiles as (select * from {{ ref('customer_profiles') }}),

traits as (select * from {{ ref('customer_traits') }}),

events as (select * from {{ ref('customer_events') }}),

consent_state as (select * from {{ ref('consent_state') }}),

audience_members as (select * from {{ ref('audience_members') }}),

asked as (

    select
        coalesce(max(current_person_id), '{{ asked_person_id }}')
            as person_id
    from person_redirects
    where retired_person_id = '{{ asked_person_id }}'

),

candidates as (

    select
        persons.person_id,
        row_number() over (
            order by
                length(persons.sources) - length(replace(persons.sources, ',', '')) desc,
                persons.record_count desc,
                persons.person_id
        ) as candidate_rank
    from persons
    cross join asked
    where
        asked.person_id = ''
        or persons.person_id = asked.person_id

),

chosen as (

    select person_id
    from candidates
    where candidate_rank = 1

),

own_records as (

    select
        person_records.record_id,
        person_records.placed_by,
        person_records.confidence,
        person_details.full_name,
        person_details.email,
        person_details.phone,
        person_details.first_seen_at
    from chosen
    inner join person_records
        on chosen.person_id = person_records.person_id
    inner join person_details
        on person_records.record_id = person_details.record_id

),

told as (

    select
        1 as chapter_number,
        'record' as chapter,
        first_seen_at as told_at,
        record_id as subject,
        concat_ws(
            ', ', 'placed by ' || placed_by, cast(confidence as string), full_name, email, phone
        ) as statement
    from own_records
    union all
    select
        2 as chapter_number,
        'edge' as chapter,
        cast(null as timestamp) as told_at,
        identity_edges.left_record_id || ' – ' || identity_edges.right_record_id as subject,
        concat_ws(
            ', ',
            case when identity_edges.is_kept then 'kept' else 'refused' end,
            identity_edges.refusal_reason,
            identity_edges.kind,
            identity_edges.rule,
            'weight ' || cast(identity_edges.weight as string)
        ) as statement
    from identity_edges
    inner join own_records
        on identity_edges.left_record_id = own_records.record_id
    union all
    select
        3 as chapter_number,
        'profile' as chapter,
        attribute_values.last_seen_at as told_at,
        attribute_values.attribute as subject,
        concat_ws(
            ', ', attribute_values.value, attribute_values.record_id, attribute_values.why
        ) as statement
    from chosen
    inner join attribute_values
        on chosen.person_id = attribute_values.person_id
    union all
    select
        4 as chapter_number,
        'gaps' as chapter,
        profiles.last_seen_at as told_at,
        'completeness ' || cast(profiles.completeness as string) as subject,
        coalesce('missing: ' || profiles.missing_attributes, 'nothing is missing') as statement
    from chosen
    inner join profiles
        on chosen.person_id = profiles.person_id
    union all
    select
        5 as chapter_number,
        'trait' as chapter,
        cast(traits.as_of as timestamp) as told_at,
        traits.trait_name as subject,
        concat_ws(', ', traits.value, traits.kind, traits.evidence) as statement
    from chosen
    inner join traits
        on chosen.person_id = traits.person_id
    union all
    select
        6 as chapter_number,
        'event' as chapter,
        events.occurred_at as told_at,
        events.event_kind as subject,
        concat_ws(
            ', ',
            cast(events.amount as string),
            case when events.amount is not null then events.currency end,
            events.event_id
        ) as statement
    from chosen
    inner join events
        on chosen.person_id = events.person_id
    union all
    select
        7 as chapter_number,
        'consent' as chapter,
        consent_state.decided_at as told_at,
        concat_ws(' by ', consent_state.purpose, consent_state.channel) as subject,
        concat_ws(
            ', ',
            consent_state.status,
            'rule ' || cast(consent_state.rule_number as string),
            'region ' || consent_state.region_rule,
            consent_state.consent_event_id
        ) as statement
    from chosen
    inner join consent_state
        on chosen.person_id = consent_state.person_id
    union all
    select
        8 as chapter_number,
        'membership' as chapter,
        audience_members.entered_at as told_at,
        audience_members.audience || ' at ' || audience_members.destination as subject,
        concat_ws(
            ', ', 'consent ' || audience_members.consent_basis, audience_members.consent_event_id
        ) as statement
    from chosen
    inner join audience_members
        on chosen.person_id = audience_members.person_id

),

one_person_story as (

    select
        told.chapter_number,
        told.chapter,
        told.told_at,
        told.subject,
        told.statement,
        chosen.person_id
    from told
    cross join chosen

)

select * from one_person_story
order by chapter_number, told_at, subject, statement
