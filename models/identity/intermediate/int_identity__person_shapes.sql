-- Grain: one row per person: what its records and edges look like, for the scorecard.
-- kept_edge_count counts pairs of its records with evidence of their own; a person of n records
-- needs n - 1 of them to hang together.
with person_details as (select * from {{ ref('person_details') }}),

persons as (select * from {{ ref('persons') }}),

edges as (select * from {{ ref('identity_edges') }}),

kept_edges as (
    select
        person_details.person_id,
        count(*) as kept_edge_count
    from edges
    inner join person_details on edges.left_record_id = person_details.record_id
    where edges.is_kept
    group by person_details.person_id
),

described as (
    select
        person_id,
        count(distinct given_name_key) as given_name_count,
        count(distinct family_name_key) as family_name_count,
        count(distinct birth_date) as birth_date_count,
        count(coalesce(given_name, family_name, full_name, email, phone)) = 0 as is_anonymous
    from person_details
    group by person_id
),

int_identity__person_shapes as (
    select
        persons.person_id,
        persons.record_count,
        persons.is_oversized,
        persons.weakest_link_weight,
        described.given_name_count,
        described.family_name_count,
        described.birth_date_count,
        described.is_anonymous,
        coalesce(kept_edges.kept_edge_count, 0) as kept_edge_count
    from persons
    inner join described on persons.person_id = described.person_id
    left join kept_edges on persons.person_id = kept_edges.person_id
)

select * from int_identity__person_shapes
