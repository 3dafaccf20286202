{{ config(enabled=var('scored_matching')) }}

-- Grain: one row: whether what an earlier build learned about pairs still fits the data, and so is
-- kept (see macro kept_model); where nothing was learned yet, nothing speaks against it. It is
-- asked before anything is drawn or counted for learning.
{% set earlier = firstparty.earlier_parameters() -%}

with patterns as (select * from {{ ref('int_identity__patterns') }}),

{{ firstparty.level_pairs('patterns') }},

{{ firstparty.kept_model('level_pairs', earlier) }},

int_identity__model_fit as (
    select {{ 'is_kept' if earlier else 'true' }} as is_fit
    from kept_model
)

select * from int_identity__model_fit
