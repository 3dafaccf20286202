-- Why are these two records not one person? One row per reason, the strongest evidence first: the
-- edges between both persons with what stopped each (of a guard the values that would break it),
-- then the values that both hold and that were refused before they became edges. Name two records:
-- dbt show --inline "$(cat analyses/why_not_same.sql)" --vars '{pair: [crm:C1, shop:S1]}'
-- With var person_id instead it tells of that person and each other one to whom an edge was cut.
-- Without either it tells of the strongest edge that was cut. Two that are one person, or that
-- nothing connects, are told so; analyses/score_waterfall.sql weighs any pair.
with person_records as (select * from {{ ref('person_records') }}),

edges as (select * from {{ ref('identity_edges') }}),

identifiers as (select * from {{ ref('person_identifiers') }}),

refused_identifiers as (select * from {{ ref('refused_identifiers') }}),

{% if var('pair') -%}
    asked as (
        select
            min(record_id) as left_record_id,
            max(record_id) as right_record_id
        from person_records
        where record_id in ({{ firstparty.text_literals(var('pair')) }})
        having count(*) = 2
    ),
{%- else -%}
    refused as (
        select
            edges.left_record_id,
            edges.right_record_id,
            edges.weight,
            least(left_records.person_id, right_records.person_id) as one_person_id,
            greatest(left_records.person_id, right_records.person_id) as other_person_id
        from edges
        inner join person_records as left_records on edges.left_record_id = left_records.record_id
        inner join person_records as right_records
            on edges.right_record_id = right_records.record_id
        where not edges.is_kept
    ),

    ranked as (
        select
            left_record_id,
            right_record_id,
            row_number() over (
                {{ "partition by one_person_id, other_person_id" if var('person_id') }}
                order by weight desc, left_record_id, right_record_id
            ) as place
        from refused
        {% if var('person_id') -%}
            where
                {{ firstparty.text_literal(var('person_id')) }} in (one_person_id, other_person_id)
        {%- endif %}
    ),

    asked as (
        select
            left_record_id,
            right_record_id
        from ranked
        where place = 1
    ),
{%- endif %}

persons as (
    select
        asked.left_record_id,
        asked.right_record_id,
        left_records.person_id as left_person_id,
        right_records.person_id as right_person_id
    from asked
    inner join person_records as left_records on asked.left_record_id = left_records.record_id
    inner join person_records as right_records on asked.right_record_id = right_records.record_id
),

cut_edges as (
    select
        persons.left_person_id,
        persons.right_person_id,
        edges.left_record_id,
        edges.right_record_id,
        edges.rule,
        edges.weight,
        case
            when edges.refusal_reason = 'never_link' then 'somebody keeps them apart'
            when edges.refusal_reason = 'average_link'
                then 'on the average the pairs of both persons speak against it'
            when edges.refusal_reason like 'guard:%'
                then
                    'one person would hold more than may be: ' || edges.refusal_reason
                    || ', broken by ' || edges.breaches
            else 'cut: ' || coalesce(edges.refusal_reason, 'no reason kept')
        end as why,
        edges.evidence
    from edges
    inner join person_records as left_records on edges.left_record_id = left_records.record_id
    inner join person_records as right_records on edges.right_record_id = right_records.record_id
    inner join persons
        on
            (
                left_records.person_id = persons.left_person_id
                and right_records.person_id = persons.right_person_id
            )
            or (
                left_records.person_id = persons.right_person_id
                and right_records.person_id = persons.left_person_id
            )
    where not edges.is_kept
),

refused_values as (
    select
        persons.left_person_id,
        persons.right_person_id,
        persons.left_record_id,
        persons.right_record_id,
        left_identifiers.identifier_type as rule,
        cast(null as double) as weight,
        'both hold a value that links nobody: ' || refused_identifiers.reason
        || ', on ' || cast(refused_identifiers.record_count as string) || ' records' as why,
        left_identifiers.identifier_value as evidence
    from persons
    inner join identifiers as left_identifiers
        on persons.left_person_id = left_identifiers.person_id
    inner join identifiers as right_identifiers
        on
            persons.right_person_id = right_identifiers.person_id
            and left_identifiers.identifier_type = right_identifiers.identifier_type
            and left_identifiers.identifier_value = right_identifiers.identifier_value
    inner join refused_identifiers
        on
            left_identifiers.identifier_type = refused_identifiers.identifier_type
            and left_identifiers.identifier_value = refused_identifiers.identifier_value
    where persons.left_person_id <> persons.right_person_id
),

reasons as (
    select * from cut_edges
    union all
    select * from refused_values
)

select
    coalesce(reasons.left_record_id, persons.left_record_id) as left_record_id,
    coalesce(reasons.right_record_id, persons.right_record_id) as right_record_id,
    reasons.rule,
    reasons.weight,
    case
        when persons.left_person_id = persons.right_person_id then 'they are one person'
        else coalesce(reasons.why, 'nothing connects them')
    end as why,
    reasons.evidence
from persons
left join reasons
    on
        persons.left_person_id = reasons.left_person_id
        and persons.right_person_id = reasons.right_person_id
order by reasons.weight desc nulls last, reasons.rule, left_record_id, right_record_id
