-- Grain: one row per pair of records with evidence, before the graph: kind, strongest rule,
-- weight, and whether the pair itself is forbidden. The weight of a pair is that of its strongest
-- rule: rules overlap (one household shares e-mail, phone and address at once), so adding them up
-- would count one fact several times. is_linking: a pair that only its score speaks for, and whose
-- clusters stayed apart, is listed and takes no part in the graph. A forced pair outweighs all
-- rules; a forbidden pair has the weight of its prohibition, is listed, and takes no part.
with exact_links as (select * from {{ ref('int_identity__exact_links') }}),

{% if var('scored_matching') -%}
    scored_links as (select * from {{ ref('int_identity__scored_links') }}),

    pattern_evidence as (select * from {{ ref('int_identity__pattern_evidence') }}),

{% endif -%}

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
        may_advertise,
        true as is_linking
    from exact_links
    {% if var('scored_matching') -%}
        union all
        select
            scored_links.left_record_id,
            scored_links.right_record_id,
            scored_links.left_number,
            scored_links.right_number,
            'scored' as kind,
            'scored' as rule,
            pattern_evidence.evidence as detail,
            1000 as priority,
            scored_links.weight,
            false as may_advertise,
            scored_links.is_kept as is_linking
        from scored_links
        inner join pattern_evidence on scored_links.pattern = pattern_evidence.pattern
    {% endif -%}
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
        override = 'force_link' as may_advertise,
        true as is_linking
    from override_links
),

int_identity__edges_collected as (
    select
        left_record_id,
        right_record_id,
        min(left_number) as left_vertex,
        min(right_number) as right_vertex,
        {{ firstparty.value_at_max('kind', '-priority') }} as kind,
        {{ firstparty.value_at_max('rule', '-priority') }} as rule,
        case
            when max(case when rule = 'never_link' then 1 else 0 end) = 1 then min(weight)
            else coalesce(max(case when is_linking then weight end), max(weight))
        end as weight,
        '[' || {{ firstparty.sorted_text_list(firstparty.json_object({
            'rule': 'rule', 'weight': 'weight', 'detail': 'detail',
        })) }} || ']' as evidence,
        max(case when rule = 'never_link' then 1 else 0 end) = 1 as is_forbidden,
        max(case when is_linking then 1 else 0 end) = 1 as is_linking,
        max(case when may_advertise then weight end) as strict_weight
    from evidence
    group by left_record_id, right_record_id
)

select * from int_identity__edges_collected
