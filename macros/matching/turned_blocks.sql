{#-
    The query of blocks that were compared before this build and are not now, or the other way round: by their own size, or because
    the largest block that their rule compares is another one. Those that may only have done so are there as well.
-#}
{% macro turned_blocks() -%}
    with known_caps as (
        select rule_number, cap from {{ ref('int_identity__block_caps') }}
        union all
        select rule_number, cap from {{ firstparty.changes_of('int_identity__block_caps') }}
    ),
    caps as (
        select rule_number, min(cap) as least_cap, max(cap) as greatest_cap from known_caps group by rule_number
    ),
    changed_sizes as (
        select block_key, rule_number, min(record_count) as least_count, max(record_count) as greatest_count
        from {{ firstparty.changes_of('int_identity__blocks') }}
        group by block_key, rule_number
    )
    select changed_sizes.block_key
    from changed_sizes
    inner join caps on changed_sizes.rule_number = caps.rule_number
    where changed_sizes.least_count <= caps.greatest_cap and changed_sizes.greatest_count > caps.least_cap
    union all
    select blocks.block_key
    from {{ ref('int_identity__blocks') }} as blocks
    inner join caps on blocks.rule_number = caps.rule_number
    where blocks.record_count > caps.least_cap and blocks.record_count <= caps.greatest_cap
{%- endmacro %}
