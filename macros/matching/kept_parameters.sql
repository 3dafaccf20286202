{#-
    The CTEs that judge whether what an earlier build learned still fits the data, ending in `kept_model` (one row: is_kept). It fits
    while records are compared as they were then and the drift of no field is greater than var `match_model_drift`: half of what the
    shares of its levels among candidate pairs differ by, summed, 0 for none and 1 for nothing in common; what is known of pairs (rows
    '', see pair_situations) counts as a field. Var `match_model` retrain lets nothing fit.

    Takes the name of a CTE with today's numbers of pairs by field and level (level_pairs), and what holds the rows of the earlier
    build, none where there was none.
-#}
{% macro kept_model(level_pairs, earlier) -%}
    {%- if not earlier %}
kept_model as (
    select false as is_kept
)
    {%- else %}
compared_shares as (
    select
        stored.field,
        stored.definition_fingerprint,
        cast(stored.pair_count as double) / nullif(sum(stored.pair_count) over (partition by stored.field), 0) as stored_share,
        cast(coalesce({{ level_pairs }}.pair_count, 0) as double)
        / nullif(sum({{ level_pairs }}.pair_count) over (partition by stored.field), 0) as current_share
    from {{ earlier }} as stored
    left join {{ level_pairs }} on stored.field = {{ level_pairs }}.field and stored.level = {{ level_pairs }}.level
),

drifts as (
    select
        field,
        max(
            case when definition_fingerprint = '{{ firstparty.comparisons_fingerprint() }}' then 0 else 1 end
        ) as is_other_definition,
        sum(abs(coalesce(stored_share, 0) - coalesce(current_share, 0))) / 2 as drift
    from compared_shares
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
)
    {%- endif %}
{%- endmacro %}


{#-
    The CTEs that end in `kept`: what an earlier build learned, as it counts for this build's data: the sizes of the classes grow with
    the number of records, that of namesakes with its square, once there are more or fewer by a share of var `match_model_drift`: until
    then no pair's weight changes. There is no row where it does not fit any more, or records are compared in another way.

    Takes the name of a CTE with the previous round, of which round 0 tells of the data of this build, what holds the rows of the
    earlier build, and the name of a CTE with one row: is_fit. Once kept, the rows stay as they are.
-#}
{% macro kept_parameters(previous, earlier, fit) -%}
stored as (
    select * from {{ earlier }}
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
    cross join {{ fit }}
    where {{ fit }}.is_fit and stored.definition_fingerprint = '{{ firstparty.comparisons_fingerprint() }}'
)
{%- endmacro %}


{#- What an earlier build learned, where it is in the form of this one and nobody asks for new parameters; else none. -#}
{% macro earlier_parameters() -%}
    {%- if flags.FULL_REFRESH or var('match_model') == 'retrain' -%}
        {{ return(none) }}
    {%- endif -%}
    {%- set relation = firstparty.relation_before('int_identity__match_parameters') -%}
    {%- if relation is none -%}
        {{ return(none) }}
    {%- endif -%}
    {%- set columns = firstparty.described_columns(relation) | map('first') | list -%}
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


{#-
    What an earlier build made that only learning reads, while what was learned is kept, so that nothing is drawn and counted for nobody;
    else none. Takes the name of the model.
-#}
{% macro kept_for_learning(model_name) -%}
    {%- set fit = ref('int_identity__model_fit') -%}
    {%- if firstparty.earlier_parameters() is none or load_cached_relation(fit) is none -%}
        {{ return(none) }}
    {%- endif -%}
    {%- set before = firstparty.relation_before(model_name) -%}
    {%- if before is none -%}
        {{ return(none) }}
    {%- endif -%}
    {{ return(before if run_query("select count(*) from " ~ fit ~ " where is_fit").rows[0][0] else none) }}
{%- endmacro %}
