-- Grain: one row per pair of records and rule that speaks for or against one person: an identifier
-- value that both hold, the score of the pair, or an override. priority orders the rules, the
-- strongest first. is_linking: a score whose clusters stayed apart is listed and links nobody.
with exact_links as (select * from {{ ref('int_identity__exact_links') }}),

{% if var('scored_matching') -%}
    scored_links as (select * from {{ ref('int_identity__scored_links') }}),

{% endif -%}

override_links as (select * from {{ ref('int_identity__override_links') }}),

int_identity__edge_rules as (
    select
        left_number as left_vertex,
        right_number as right_vertex,
        'exact' as kind,
        identifier_type as rule,
        identifier_value as detail,
        cast(null as bigint) as pattern,
        priority,
        cast(weight as double) as weight,
        may_advertise,
        true as is_linking
    from exact_links
    {% if var('scored_matching') -%}
        union all
        select
            left_number as left_vertex,
            right_number as right_vertex,
            'scored' as kind,
            'scored' as rule,
            cast(null as string) as detail,
            pattern,
            1000 as priority,
            weight,
            false as may_advertise,
            is_kept as is_linking
        from scored_links
    {% endif -%}
    union all
    select
        least(left_number, right_number) as left_vertex,
        greatest(left_number, right_number) as right_vertex,
        'override' as kind,
        override as rule,
        coalesce(author || ': ', '') || coalesce(reason, '') as detail,
        cast(null as bigint) as pattern,
        case when override = 'never_link' then -1 else 0 end as priority,
        cast(case when override = 'force_link' then 20.0 else -20.0 end as double) as weight,
        may_advertise,
        true as is_linking
    from override_links
)

select * from int_identity__edge_rules
