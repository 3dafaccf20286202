{{ config(enabled=var('scored_matching')) }}

-- Grain: one row per pair of records that share a block of any rule, left < right by number.
with block_keys as (select * from {{ ref('int_identity__block_keys') }}),

blocks as (select * from {{ ref('int_identity__blocks') }}),

block_caps as (select * from {{ ref('int_identity__block_caps') }}),

members as (
    select
        block_keys.block_key,
        cast(block_keys.record_number as integer) as record_number
    from block_keys
    inner join blocks on block_keys.block_key = blocks.block_key
    inner join block_caps on blocks.rule_number = block_caps.rule_number
    where blocks.record_count <= block_caps.cap
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

select * from int_identity__candidate_pairs
