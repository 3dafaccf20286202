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
with block_keys as (select * from {{ ref('int_identity__block_keys') }}),

blocks as (select * from {{ ref('int_identity__blocks') }}),

block_caps as (select * from {{ ref('int_identity__block_caps') }}),

{% if firstparty.is_of_changes() -%}
    affected_keys as (
        select * from block_keys
        {{ firstparty.where_affected('record_number') }}
    ),

    shared_keys as (
        select *
        from block_keys
        where block_key in (select affected_keys.block_key from affected_keys)
    ),

{% else -%}
    shared_keys as (select * from block_keys),

{% endif -%}

members as (
    select
        shared_keys.block_key,
        cast(shared_keys.record_number as integer) as record_number
    from shared_keys
    inner join blocks on shared_keys.block_key = blocks.block_key
    inner join block_caps on blocks.rule_number = block_caps.rule_number
    where blocks.record_count <= block_caps.cap
),

{% if firstparty.is_of_changes() -%}
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
