{#-
    The CTEs that hold persons against the truth, ending in `pairs_against_truth` (one row: pair_precision, pair_recall, pair_f1; null
    of nothing). Pairs of records are counted, never made: n records in one person are n(n - 1)/2 pairs of one person. Takes the
    name of a CTE with record_id and person_id, and a table of who is who, with record_id and entity_id. Records of which the truth
    is not known take no part.
-#}
{% macro pairs_against_truth(persons, truth) -%}
judged_records as (
    select
        {{ persons }}.person_id,
        truth.entity_id
    from {{ persons }}
    inner join {{ truth }} as truth on {{ persons }}.record_id = truth.record_id
),

    {% for name, columns in {'joined': ['person_id'], 'true': ['entity_id'], 'rightly_joined': ['person_id', 'entity_id']}.items() -%}
{{ name }}_counts as (
    select count(*) as record_count
    from judged_records
    group by {{ columns | join(', ') }}
),

{{ name }}_pairs as (
    select cast(sum(record_count * (record_count - 1)) as double) / 2 as {{ name }}_pair_count
    from {{ name }}_counts
),

    {% endfor -%}
pairs_against_truth as (
    select
        rightly_joined_pair_count / nullif(joined_pair_count, 0) as pair_precision,
        rightly_joined_pair_count / nullif(true_pair_count, 0) as pair_recall,
        2 * rightly_joined_pair_count / nullif(joined_pair_count + true_pair_count, 0) as pair_f1
    from joined_pairs
    cross join true_pairs
    cross join rightly_joined_pairs
)
{%- endmacro %}
