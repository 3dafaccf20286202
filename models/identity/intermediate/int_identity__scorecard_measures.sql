-- Grain: one row per metric of macro scorecard_metrics, and of truth_metrics where var
-- identity_truth_table names a table of who is who (record_id, entity_id): what this build
-- measures. A share of nothing is null.
{% set contacts = {
    'email': 'email', 'phone': 'phone',
    'address': "lower(street_address) || '|' || coalesce(lower(postal_code), '')",
} -%}
with shapes as (select * from {{ ref('int_identity__person_shapes') }}),

edges as (select * from {{ ref('identity_edges') }}),

person_details as (select * from {{ ref('person_details') }}),

shape_totals as (
    select
        coalesce(sum(record_count), 0) as record_count,
        count(*) as person_count,
        avg(cast(record_count as double)) as records_per_person,
        max(record_count) as greatest_record_count,
        count(case when is_oversized then 1 end) as oversized_person_count,
        avg(case when record_count = 1 then 1 else 0 end) as single_record_share,
        avg(case when is_anonymous then 1 else 0 end) as anonymous_share,
        count(case when given_name_count > 3 then 1 end) as many_given_names_count,
        count(case when family_name_count > 3 then 1 end) as many_family_names_count,
        count(case when birth_date_count > 3 then 1 end) as many_birth_dates_count,
        coalesce(sum(kept_edge_count), 0) as kept_edge_count,
        cast(sum(kept_edge_count) as double)
        / nullif(cast(sum(record_count * (record_count - 1)) as double) / 2, 0) as density,
        avg(case
            when record_count < 3 then null
            when kept_edge_count < record_count then 1
            else 0
        end) as bridges_only_share,
        min(weakest_link_weight) as weakest_link_weight
    from shapes
),

refused as (
    select count(*) as refused_edge_count
    from edges
    where not is_kept
),

{% for contact, expression in contacts.items() -%}
    {{ contact }}_holders as (
        select
            given_name_key,
            family_name_key,
            {{ expression }} as contact
        from person_details
        where
            given_name_key is not null
            and family_name_key is not null
            and {{ expression }} is not null
        group by given_name_key, family_name_key, {{ expression }}
        having count(distinct person_id) > 1
    ),

    {{ contact }}_totals as (
        select count(*) as same_name_and_{{ contact }}_count
        from {{ contact }}_holders
    ),

{% endfor -%}
totals as (
    select
        shape_totals.*,
        {% for contact in contacts -%}
            {{ contact }}_totals.same_name_and_{{ contact }}_count,
        {% endfor -%}
        refused.refused_edge_count
    from shape_totals
    cross join refused
    {% for contact in contacts -%}
        cross join {{ contact }}_totals
    {% endfor -%}
),

{% if var('identity_truth_table') -%}
    {{ firstparty.pairs_against_truth('person_details', var('identity_truth_table')) }},

{% endif -%}

int_identity__scorecard_measures as (
    {% for metric, meaning in firstparty.scorecard_metrics().items() -%}
        {{ "union all" if not loop.first }}
        select
            '{{ metric }}' as metric,
            {{ firstparty.text_literal(meaning) }} as meaning,
            cast({{ metric }} as double) as measured
        from totals
    {% endfor -%}
    {% if var('identity_truth_table') -%}
        {% for metric, meaning in firstparty.truth_metrics().items() -%}
            union all
            select
                '{{ metric }}' as metric,
                {{ firstparty.text_literal(meaning) }} as meaning,
                cast({{ metric }} as double) as measured
            from pairs_against_truth
        {% endfor -%}
    {% endif -%}
)

select * from int_identity__scorecard_measures
