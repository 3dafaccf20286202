-- Grain: one row per pair of records with evidence, before the graph: kind, strongest rule,
-- weight, and whether the pair itself is forbidden. The weight of a pair is that of its strongest
-- rule: rules overlap (one household shares e-mail, phone and address at once), so adding them up
-- would count one fact several times. A forced pair outweighs all rules; a forbidden pair has the
-- weight of its prohibition, is listed, and takes no part.
with exact_links as (select * from {{ ref('int_identity__exact_links') }}),

override_links as (select * from {{ ref('int_identity__override_links') }}),

evidence as (
    select
        left_record_id,
        right_record_id,
        left_number,
        right_number,
        'exact' as kind,
        identifier_type as rule,
        identifier_value as detail,
        priority,
        cast(weight as double) as weight,
        may_advertise
    from exact_links
    union all
    select
        left_record_id,
        right_record_id,
        left_number,
        right_number,
        'override' as kind,
        override as rule,
        coalesce(author || ': ', '') || coalesce(reason, '') as detail,
        case when override = 'never_link' then -1 else 0 end as priority,
        cast(case when override = 'force_link' then 20.0 else -20.0 end as double) as weight,
        override = 'force_link' as may_advertise
    from override_links
),

int_identity__edges_collected as (
    select
        left_record_id,
        right_record_id,
        min(left_number) as left_vertex,
        min(right_number) as right_vertex,
        max(kind) as kind,
        {{ firstparty.value_at_max('rule', '-priority') }} as rule,
        case
            when max(case when rule = 'never_link' then 1 else 0 end) = 1 then min(weight)
            else max(weight)
        end as weight,
        '[' || {{ firstparty.sorted_text_list(firstparty.json_object({
            'rule': 'rule', 'weight': 'weight', 'detail': 'detail',
        })) }} || ']' as evidence,
        max(case when rule = 'never_link' then 1 else 0 end) = 1 as is_forbidden,
        max(case when may_advertise then weight end) as strict_weight
    from evidence
    group by left_record_id, right_record_id
)

select * from int_identity__edges_collected
