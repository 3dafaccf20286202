{{ config(
    enabled=var('scored_matching'),
    materialized='maintained',
    key=['rule_number'],
) }}

-- Grain: one row per blocking rule that makes blocks: the largest block that it may compare, the
-- pairs that makes, and the pairs of the blocks that it refuses. Known before any pair is made.
-- A cap grows with the logarithm of the number of records, and falls until the rule's pairs fit
-- its budget.
with records as (select * from {{ ref('int_identity__match_records') }}),

blocks as (select * from {{ ref('int_identity__blocks') }}),

rules as (
    {% for rule in firstparty.blocking_rules() -%}
        {{ "union all" if not loop.first }}
        select
            cast({{ loop.index }} as integer) as rule_number,
            '{{ rule.name }}' as rule,
            {{ rule.cap }} as declared_cap,
            {{ rule.budget_share }} as budget_share
    {% endfor -%}
),

totals as (
    select
        greatest(1.0, log10(count(*)) / 5) as cap_growth,
        {{ var('blocking_pairs_free') }}
        + {{ var('blocking_pairs_per_record') }} * count(*) as pair_budget
    from records
    having count(*) > 0
),

sizes as (
    select
        rule_number,
        record_count,
        count(*) * record_count * (record_count - 1) / 2 as pair_count
    from blocks
    group by rule_number, record_count
),

running as (
    select
        *,
        sum(pair_count) over (
            partition by rule_number order by record_count rows unbounded preceding
        ) as pairs_up_to
    from sizes
),

judged as (
    select
        rules.rule_number,
        rules.rule,
        running.record_count,
        running.pair_count,
        running.record_count <= rules.declared_cap * totals.cap_growth
        and running.pairs_up_to <= rules.budget_share * totals.pair_budget as is_compared
    from running
    inner join rules on running.rule_number = rules.rule_number
    cross join totals
),

int_identity__block_caps as (
    select
        rule_number,
        rule,
        max(case when is_compared then record_count else 1 end) as cap,
        cast(sum(case when is_compared then pair_count else 0 end) as bigint) as pair_count,
        cast(sum(case when is_compared then 0 else pair_count end) as bigint)
            as refused_pair_count
    from judged
    group by rule_number, rule
)

select * from int_identity__block_caps
