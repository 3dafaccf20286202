-- Grain: one row per run and metric: how identity looks from outside, without labels (see macro
-- scorecard_metrics), and against the truth where var identity_truth_table names one. Append-only.
-- A run's number goes up by one when anything differs from the run before, a measure or the day:
-- building twice over the same data adds nothing. measured_before is what the run before measured.
{{ config(incremental_strategy=firstparty.log_strategy()) }}
with measures as (select * from {{ ref('int_identity__scorecard_measures') }}),

worded as (
    select
        metric,
        meaning,
        measured,
        metric || '=' || coalesce(
            cast(cast(measured as decimal(28, 6)) as string), ''
        ) as worded_measure
    from measures
),

digests as (
    select
        {{ firstparty.to_hex_sha256(
            "cast(" ~ firstparty.as_of() ~ " as string) || " ~ firstparty.sorted_text_list('worded_measure')
        ) }} as measures_fingerprint
    from worded
),

stored as (
    {% if is_incremental() -%}
        select * from {{ this }}
    {%- else -%}
        select
            metric,
            measured,
            cast(0 as bigint) as run_number,
            '' as measures_fingerprint
        from measures
        where 1 = 0
    {%- endif %}
),

last_runs as (
    select coalesce(max(run_number), 0) as run_number
    from stored
),

stored_last as (
    select
        stored.metric,
        stored.measured,
        stored.measures_fingerprint
    from stored
    inner join last_runs on stored.run_number = last_runs.run_number
),

last_digests as (
    select max(measures_fingerprint) as measures_fingerprint
    from stored_last
),

identity_scorecard as (
    select
        {{ firstparty.to_hex_sha256(
            "cast(last_runs.run_number + 1 as string) || '|' || worded.metric"
        ) }} as scorecard_id,
        last_runs.run_number + 1 as run_number,
        digests.measures_fingerprint,
        {{ firstparty.as_of() }} as as_of,
        worded.metric,
        worded.meaning,
        worded.measured,
        stored_last.measured as measured_before
    from worded
    cross join digests
    cross join last_runs
    cross join last_digests
    left join stored_last on worded.metric = stored_last.metric
    where coalesce(last_digests.measures_fingerprint, '') <> digests.measures_fingerprint
)

select * from identity_scorecard
