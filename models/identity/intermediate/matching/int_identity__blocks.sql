{{ config(
    enabled=var('scored_matching'),
    materialized='maintained',
    key=['block_key'],
) }}
{% call firstparty.affected() -%}
    select block_key from {{ firstparty.changes_of('int_identity__block_keys') }}
{%- endcall %}

-- Grain: one row per block of at least two records.
with block_keys as (
    select * from {{ ref('int_identity__block_keys') }}
    {{ firstparty.where_affected('block_key') }}
),

int_identity__blocks as (
    select
        block_key,
        min(rule_number) as rule_number,
        count(*) as record_count
    from block_keys
    group by block_key
    having count(*) > 1
)

select * from int_identity__blocks
