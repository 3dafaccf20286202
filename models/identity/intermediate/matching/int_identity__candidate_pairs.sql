{{ config(
    enabled=var('scored_matching'),
    materialized='maintained',
    key=['left_number', 'right_number'],
    key_of='any',
) }}
{% call firstparty.affected() -%}
    select record_number from {{ firstparty.changes_of('int_identity__block_keys') }}
    union all
    select block_keys.record_number
    from {{ ref('int_identity__block_keys') }} as block_keys
    inner join ({{ firstparty.turned_blocks() }}) as turned
        on block_keys.block_key = turned.block_key
{%- endcall %}

-- Grain: one row per pair of records that share a block of any rule, left < right by number.
with blocks as (
    select blocks.*
    from {{ ref('int_identity__blocks') }} as blocks
    inner join {{ ref('int_identity__block_caps') }} as block_caps
        on blocks.rule_number = block_caps.rule_number
    where blocks.record_count <= block_caps.cap
),

{% if firstparty.is_of_changes() -%}
    own_keys as (
        select block_key from {{ ref('int_identity__block_keys') }}
        {{ firstparty.where_affected('record_number') }}
    ),

    affected_blocks as (
        select block_key from blocks
        where block_key in (select own_keys.block_key from own_keys)
    ),

    members as (
        select
            block_key,
            cast(record_number as integer) as record_number
        from {{ ref('int_identity__block_keys') }}
        where block_key in (select block_key from affected_blocks)
    ),

    affected_members as (
        select * from members
        {{ firstparty.where_affected('record_number') }}
    ),

    int_identity__candidate_pairs as (
        select distinct
            least(affected_members.record_number, members.record_number) as left_number,
            greatest(affected_members.record_number, members.record_number) as right_number
        from affected_members
        inner join members
            on
                affected_members.block_key = members.block_key
                and affected_members.record_number <> members.record_number
    )

{% else -%}
    members as (
        select
            block_keys.block_key,
            cast(block_keys.record_number as integer) as record_number
        from {{ ref('int_identity__block_keys') }} as block_keys
        inner join blocks on block_keys.block_key = blocks.block_key
    ),

    int_identity__candidate_pairs as (
        select distinct
            left_members.record_number as left_number,
            right_members.record_number as right_number
        from members as left_members
        inner join members as right_members
            on
                left_members.block_key = right_members.block_key
                and left_members.record_number < right_members.record_number
    )

{% endif -%}

select * from int_identity__candidate_pairs
