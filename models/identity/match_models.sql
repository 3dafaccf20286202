{{ config(
    enabled=var('scored_matching'),
    incremental_strategy=firstparty.log_strategy(),
) }}

-- Grain: one row per version of what was learned about pairs, per compared field and level: an
-- append-only log. A build that keeps what an earlier one learned adds nothing. Field '' holds the
-- numbers of pairs that each class was expected to have, by what is known of a pair.
{% set label_fingerprint = 'label_fingerprints.label_fingerprint' if var('match_labels')
    else 'cast(null as string)' -%}

with parameters as (select * from {{ ref('int_identity__match_parameters') }}),

levels as (select * from {{ ref('int_identity__level_frequencies') }}),

{% if var('match_labels') -%}
    match_labels as (select * from {{ ref('int_identity__match_labels') }}),

    label_fingerprints as (
        select
            md5(concat(cast(coalesce(sum(cast(
                {{ firstparty.hash_code(['left_record_id', 'right_record_id', 'is_same']) }}
                as decimal(38, 0)
            )), 0) as string), '|', cast(count(*) as string))) as label_fingerprint
        from match_labels
        where unused_reason is null
    ),

{% endif -%}

match_models as (
    select
        md5(concat_ws(
            '|',
            parameters.definition_fingerprint,
            parameters.data_fingerprint,
            cast(parameters.trained_at as string),
            {{ label_fingerprint }}
        )) as model_version,
        parameters.trained_at,
        parameters.definition_fingerprint,
        parameters.data_fingerprint,
        parameters.field,
        parameters.level,
        case
            when parameters.field <> '' then levels.label
            {% for situation in firstparty.pair_situations() -%}
                when parameters.level = {{ loop.index0 }} then '{{ situation.words }}'
            {% endfor -%}
        end as label,
        parameters.m as match_share,
        parameters.h as household_share,
        parameters.n as namesake_share,
        parameters.u as stranger_share,
        parameters.j as home_namesake_share,
        parameters.t as twin_share,
        parameters.a as account_share,
        parameters.record_count,
        parameters.pair_count,
        {{ label_fingerprint }} as label_fingerprint
    from parameters
    {% if var('match_labels') -%}
        cross join label_fingerprints
    {% endif -%}
    left join levels on parameters.field = levels.field and parameters.level = levels.level
)

select match_models.*
from match_models
{% if is_incremental() -%}
    left join (select distinct model_version from {{ this }}) as stored
        on match_models.model_version = stored.model_version
    where stored.model_version is null
{%- endif %}
