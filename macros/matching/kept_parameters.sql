{#-
    The CTEs that judge whether what an earlier build learned still fits, ending in `kept_model` (one row: is_kept) and `kept`, its
    rows as they count for this build's data: the sizes of the classes grow with the number of records, that of namesakes with its
    square, once there are more or fewer by a share of var `match_model_drift`: until then no pair's weight changes. It fits while records are compared as they were then and the drift of no field is greater than var
    `match_model_drift`: half of what the shares of its levels among candidate pairs differ by, summed, 0 for none and 1 for nothing
    in common; what is known of pairs (rows '', see pair_situations) counts as a field. Var `match_model` retrain lets nothing fit.

    Takes the name of a CTE with the previous round, of which round 0 tells of the data of this build, and what holds the rows of the
    earlier build, none where there was none. Once kept, the rows stay as they are.
-#}
{% macro kept_parameters(previous, earlier) -%}
    {%- if not earlier %}
kept_model as (
    select false as is_kept
),

kept as (
    select * from {{ previous }}
    where false
)
    {%- else %}
stored as (
    select * from {{ earlier }}
),

level_pairs as (
    select
        stored.field,
        stored.definition_fingerprint = {{ previous }}.definition_fingerprint as is_same_definition,
        cast(stored.pair_count as double) / nullif(sum(stored.pair_count) over (partition by stored.field), 0) as stored_share,
        cast({{ previous }}.pair_count as double)
        / nullif(sum({{ previous }}.pair_count) over (partition by {{ previous }}.field), 0) as current_share
    from {{ previous }}
    inner join stored on {{ previous }}.field = stored.field and {{ previous }}.level = stored.level
),

drifts as (
    select
        field,
        max(case when is_same_definition then 0 else 1 end) as is_other_definition,
        sum(abs(coalesce(stored_share, 0) - coalesce(current_share, 0))) / 2 as drift
    from level_pairs
    group by field
),

kept_model as (
    select
        coalesce(
            max(drifts.is_other_definition) = 0
            and max(drifts.drift) <= {{ var('match_model_drift') }},
            false
        ) as is_kept
    from drifts
),

grown as (
    select
        is_grown,
        case when is_grown then u else stored_u end as u,
        case when is_grown then record_count else stored_record_count end as record_count,
        case when is_grown then growth else 1.0 end as growth
    from (
        select
            {{ previous }}.u,
            stored.u as stored_u,
            {{ previous }}.record_count,
            stored.record_count as stored_record_count,
            cast({{ previous }}.record_count as double) / greatest(stored.record_count, 1) as growth,
            abs({{ previous }}.record_count - stored.record_count)
            > {{ var('match_model_drift') }} * greatest(stored.record_count, 1) as is_grown
        from {{ previous }}
        inner join stored on {{ previous }}.field = stored.field and {{ previous }}.level = stored.level
        where stored.field = '' and stored.level = 0
    ) as sizes
),

kept as (
    select
        stored.iteration,
        stored.field,
        stored.level,
        case when stored.field = '' then grown.u else stored.u end as u,
        case when stored.field = '' then stored.m * grown.growth else stored.m end as m,
        case when stored.field = '' then stored.h * grown.growth else stored.h end as h,
        case when stored.field = '' then stored.n * grown.growth * grown.growth else stored.n end as n,
        stored.j * grown.growth as j,
        stored.t * grown.growth as t,
        stored.a * grown.growth as a,
        stored.definition_fingerprint,
        stored.data_fingerprint,
        stored.trained_at,
        grown.record_count,
        stored.pair_count
    from stored
    cross join grown
)
    {%- endif %}
{%- endmacro %}


{#- What an earlier build learned, where it is in the form of this one and nobody asks for new parameters; else none. -#}
{% macro earlier_parameters() -%}
    {%- if not execute or not flags.INTROSPECT or flags.FULL_REFRESH or var('match_model') == 'retrain' -%}
        {{ return(none) }}
    {%- endif -%}
    {%- set relation = load_cached_relation(this) -%}
    {%- if relation is none -%}
        {{ return(none) }}
    {%- endif -%}
    {%- set columns = adapter.get_columns_in_relation(relation) | map(attribute='name') | list -%}
    {%- set missing = ['definition_fingerprint', 'a'] | reject('in', columns) | list -%}
    {{ return(none if missing else relation) }}
{%- endmacro %}


{#- The bands of frequency that an earlier build learned, where nobody asks for new ones; else none. -#}
{% macro kept_bands() -%}
    {%- if flags.FULL_REFRESH or var('match_model') == 'retrain' -%}
        {{ return(none) }}
    {%- endif -%}
    {{ return(firstparty.relation_before('int_identity__value_bands')) }}
{%- endmacro %}
